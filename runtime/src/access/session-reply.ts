import { fail } from '@patchbay/shared/base';

import type { Actor, Ctx } from '#http';

import type { Attempts } from './attempts.ts';
import type { Auth, SessionUser } from './open-auth.ts';

/** What better-auth answered to somebody who may come in, and who that is. */
export interface Entry {
  response: Response;
  by: Pick<Actor, 'id' | 'name'>;
}

/** Makes a person and signs them in. */
export async function signUp(
  auth: Auth,
  { request }: Pick<Ctx, 'request'>,
  body: { name: string; email: string; password: string },
): Promise<Entry> {
  const { headers } = request;
  const response = await auth.api.signUpEmail({ body, headers, asResponse: true });
  if (!response.ok) {
    const hint = 'Use a valid address and at least 10 characters.';
    fail('invalid_input', 'That e-mail address or password was refused.', hint);
  }
  return { response, by: await whoIs(response) };
}

/** Signs a person in by their password; too many wrong ones make everybody there wait. */
export async function checkPassword(
  auth: Auth,
  attempts: Attempts,
  ctx: Ctx,
  body: { email: string; password: string },
): Promise<Entry> {
  const address = addressOf(ctx.request);
  const { headers } = ctx.request;
  await attempts.check(body.email, address);
  const response = await auth.api.signInEmail({ body, headers, asResponse: true });
  if (!response.ok) {
    // One that was refused is only known by the address it tried.
    ctx.audit(`person:${body.email}`, { refused: true }, { id: 'nobody', name: body.email });
    await attempts.failed(body.email, address);
    const hint = 'Check both and try again.';
    fail('not_signed_in', 'The e-mail address or the password is wrong.', hint);
  }
  await attempts.succeeded(body.email);
  return { response, by: await whoIs(response) };
}

/** Hands the cookies on. */
export function finish(ctx: Ctx, response: Response): { ok: true } {
  for (const cookie of response.headers.getSetCookie()) ctx.reply.append('set-cookie', cookie);
  return { ok: true };
}

async function whoIs(response: Response): Promise<SessionUser> {
  const { user } = (await response.clone().json()) as { user: SessionUser };
  return user;
}

/** Only a proxy in front of us sets this header; without one all share one counter, which is the safe side. */
export function addressOf(request: Request): string {
  return request.headers.get('x-forwarded-for')?.split(',').at(-1)?.trim() ?? 'direct';
}
