import { fail } from '@patchbay/shared/base';

import type { Query } from '#db';
import type { Ctx } from '#http';

import type { AccessParts } from './access-parts.ts';
import { newSecret } from './hash-secret.ts';
import type { Auth } from './open-auth.ts';
import { addressOf, finish } from './session-reply.ts';

const LINK_GOOD_FOR_MS = 24 * 3_600_000;

/** Changes the password of the person who asks; their other sessions end. */
export async function changePassword(
  { auth, attempts }: AccessParts,
  ctx: Ctx,
  { current, password }: { current: string; password: string },
): Promise<{ ok: true }> {
  const { actor, request } = ctx;
  if (actor.bound) fail('forbidden', 'A program has no password.', 'Sign in as a person.');
  const address = addressOf(request);
  await attempts.check(actor.email, address);
  const response = await auth.api.changePassword({
    body: { currentPassword: current, newPassword: password, revokeOtherSessions: true },
    headers: request.headers,
    asResponse: true,
  });
  ctx.audit(`person:${actor.email}`, { refused: !response.ok });
  if (response.ok) return finish(ctx, response);
  await attempts.failed(actor.email, address);
  const hint = 'Type the one that you signed in with.';
  return fail('invalid_input', 'That is not your password.', { hint, at: { field: 'current' } });
}

/** Makes what lets somebody choose a new password, once. It is kept as better-auth keeps its own. */
export async function makePasswordLink(
  auth: Auth,
  person: string,
  now: number,
): Promise<{ secret: string; expiresAt: number }> {
  const secret = newSecret();
  const expiresAt = now + LINK_GOOD_FOR_MS;
  const { internalAdapter } = await auth.$context;
  await internalAdapter.createVerificationValue({
    identifier: `reset-password:${secret}`,
    value: person,
    expiresAt: new Date(expiresAt),
  });
  return { secret, expiresAt };
}

/** The same for a member, by an owner. */
export async function letBackIn(
  { auth }: AccessParts,
  ctx: Ctx,
  id: string,
): Promise<{ secret: string; expiresAt: number }> {
  const person = await findPerson(ctx.query, { id });
  if (!person) return fail('not_found', 'There is no such person.', 'Look at the list of people.');
  ctx.audit(`person:${person.email}`);
  return makePasswordLink(auth, id, ctx.clock());
}

export async function setPassword(
  { auth }: AccessParts,
  ctx: Ctx,
  { secret, password }: { secret: string; password: string },
): Promise<{ ok: true }> {
  const body = { newPassword: password, token: secret };
  const response = await auth.api.resetPassword({ body, asResponse: true });
  ctx.audit('password', { refused: !response.ok });
  if (response.ok) return { ok: true };
  const hint = 'It was used, or is older than a day: ask an owner for a new one.';
  return fail('not_found', 'This link is not good any more.', hint);
}

export async function findPerson(
  query: Query,
  by: { id: string } | { email: string },
): Promise<{ id: string; email: string } | undefined> {
  const [name, value] = 'id' in by ? ['id', by.id] : ['email', by.email.toLowerCase()];
  const [row] = await query<{ id: string; email: string }>(
    `select id, email from "user" where ${name} = ?`,
    [value],
  );
  return row;
}
