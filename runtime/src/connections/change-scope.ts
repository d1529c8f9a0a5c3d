import { fail, MAIN_PROJECT } from '@patchbay/shared/base';
import type { ConnectionScope } from '@patchbay/shared/connections';

import { holdProject } from '#access';
import type { Ctx } from '#http';

import type { ConnectionRow } from './connection.entity.ts';
import { moveCredential } from './credential-store.ts';
import { assertMayForAll } from './find-connection.ts';
import type { Vault } from './vault.ts';

/** What is not a project's alone is nobody's: its secret is sealed by the key of the house. */
export async function homeOf(
  scope: ConnectionScope,
  { query, project }: Pick<Ctx, 'query' | 'project'>,
): Promise<string> {
  return scope === 'project' ? (await holdProject(query, project)).id : MAIN_PROJECT;
}

/** Opens a connection to more, or keeps it to fewer, with its secret under the key of where it is now. */
export async function changeScope(
  vault: Vault,
  ctx: Ctx,
  row: ConnectionRow,
  scope: ConnectionScope,
): Promise<void> {
  if (scope === row.scope) return;
  if (scope === 'global') assertMayForAll(ctx);
  if (scope === 'project') await refuseElsewhere(ctx, row);
  row.scope = scope;
  row.projectId = await homeOf(scope, ctx);
  await ctx.em.flush();
  await moveCredential(vault, ctx.query, row.id);
}

/** Live flows of other projects would lose what they work with. */
async function refuseElsewhere(
  { query, project }: Ctx,
  { id, name }: ConnectionRow,
): Promise<void> {
  const live = await query<{ name: string }>(
    `select f.name from flow f join flow_version v on v.id = f.live_version_id
     where f.project_id <> ? and v.graph like ? order by f.name`,
    [project, `%"${id}"%`],
  );
  if (live.length === 0) return;
  fail(
    'conflict',
    `"${name}" is used by live flows of other projects: ${live.map((f) => f.name).join(', ')}.`,
    'Leave it open to all projects, or give those flows another connection.',
  );
}
