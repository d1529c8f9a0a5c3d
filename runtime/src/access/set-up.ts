import { fail, MAIN_PROJECT } from '@patchbay/shared/base';

import type { Db } from '#db';
import type { Ctx } from '#http';

import type { AccessParts } from './access-parts.ts';
import { EVERYWHERE } from './member.entity.ts';
import { putMember } from './members.ts';
import { finish, signUp } from './session-reply.ts';

export async function hasOwner({ db }: Pick<AccessParts, 'db'>): Promise<boolean> {
  return (await db.query('select id from "user" limit 1')).length > 0;
}

/** Makes the first owner. */
export async function setUp(
  parts: AccessParts,
  ctx: Ctx,
  body: { name: string; email: string; password: string },
): Promise<{ ok: true }> {
  if (await hasOwner(parts)) fail('conflict', 'Patchbay is set up already.', 'Sign in instead.');
  const { response, by } = await signUp(parts.auth, ctx, body);
  const owner = { person: by.id, project: MAIN_PROJECT, role: 'owner', at: ctx.clock() } as const;
  await putMember(ctx.query, owner);
  ctx.audit(`person:${body.email}`, { owner: true }, by);
  return finish(ctx, response);
}

/**
 * Who was there before there were roles is an owner, and so is one whose set-up was cut off.
 * Does nothing once anybody has a role.
 */
export async function adoptOwners({ query }: Db, at: number): Promise<void> {
  await query(
    `insert into member (person_id, project_id, role, since)
     select id, '${EVERYWHERE}', 'owner', cast(? as double precision) from "user"
     where not exists (select 1 from member)`,
    [at],
  );
}
