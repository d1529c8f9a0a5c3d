import type { joinProject, readInvitation } from '@patchbay/shared/access';
import { fail, type InputOf, type ResultOf } from '@patchbay/shared/base';

import type { Query } from '#db';
import type { Ctx } from '#http';

import type { AccessParts } from './access-parts.ts';
import { openInvitation, takeInvitation } from './invitations.ts';
import { holdPeople, putMember } from './members.ts';
import { findPerson } from './password.ts';
import { checkPassword, finish, signUp, type Entry } from './session-reply.ts';

type Joining = InputOf<typeof joinProject>['body'];

/** What an invitation is for, to whoever has its secret. */
export async function lookAt(
  { query, clock }: Ctx,
  secret: string,
): Promise<ResultOf<typeof readInvitation>> {
  const { id: _id, ...view } = await openInvitation(query, secret, clock());
  return { ...view, isKnown: await isKnown(query, view.email) };
}

/** Takes an invitation and signs in: somebody new, or the account there is. */
export async function join(
  parts: AccessParts,
  ctx: Ctx,
  { secret, ...who }: Joining,
): Promise<{ project: string }> {
  const invitation = await openInvitation(ctx.query, secret, ctx.clock());
  const { email, project } = invitation;
  const { response, by } = await enter(parts, ctx, { email, ...who });
  const role = await parts.db.unit(async (_em, query) => {
    await holdPeople(query, project.id);
    const given = await takeInvitation(query, { invitation, person: by.id });
    const member = { person: by.id, project: project.id, role: given, at: ctx.clock() };
    await putMember(query, member);
    return given;
  });
  ctx.audit(`person:${email}`, { role }, { ...by, project: project.id });
  finish(ctx, response);
  return { project: project.id };
}

async function enter(
  { auth, attempts }: AccessParts,
  ctx: Ctx,
  { name, ...who }: { name?: string; email: string; password: string },
): Promise<Entry> {
  if (await isKnown(ctx.query, who.email)) return checkPassword(auth, attempts, ctx, who);
  if (name !== undefined) return signUp(auth, ctx, { name, ...who });
  const hint = 'It is what others see beside what you do.';
  return fail('invalid_input', 'Say your name.', { hint, at: { field: 'name' } });
}

async function isKnown(query: Query, email: string): Promise<boolean> {
  return (await findPerson(query, { email })) !== undefined;
}
