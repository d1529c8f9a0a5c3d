import { fail } from '@patchbay/shared/base';

import type { Ctx } from '#http';

import type { AccessParts } from './access-parts.ts';
import { addressOf, finish } from './session-reply.ts';

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
