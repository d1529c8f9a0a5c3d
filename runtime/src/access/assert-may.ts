import { ROLE_PERMISSIONS } from '@patchbay/shared/access';
import { fail, type Permission } from '@patchbay/shared/base';

import type { Ctx } from '#http';

import { noProject } from './projects.ts';
import { roleIn, rolesOf } from './roles-of.ts';

/** Refuses what needs more than the endpoint asks for: `what` as "To change a connection of all projects". */
export function assertMay(
  { actor }: Pick<Ctx, 'actor'>,
  permission: Permission,
  what: string,
): void {
  if (!actor.permissions.includes(permission)) refuse(permission, what);
}

/** The same in another project than the one the request happens in. */
export async function assertMayIn(
  { query, actor, project: here }: Pick<Ctx, 'query' | 'actor' | 'project'>,
  project: string,
  { permission, what }: { permission: Permission; what: string },
): Promise<void> {
  if (project === here) return assertMay({ actor }, permission, what);
  const role = roleIn(await rolesOf(query, actor.id), project);
  if (!role) noProject(project);
  const permissions: readonly Permission[] = ROLE_PERMISSIONS[role];
  if (!permissions.includes(permission)) refuse(permission, what);
}

function refuse(permission: Permission, what: string): never {
  return fail(
    'forbidden',
    `${what}, you need the permission "${permission}".`,
    'Ask an administrator for a role that has it.',
  );
}
