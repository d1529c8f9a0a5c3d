import { getMe, getSetup, setUpOwner, signIn, signOut } from '@patchbay/shared/access';
import { fail } from '@patchbay/shared/base';

import type { Db } from '#db';
import type { Ctx, Room } from '#http';

import { Attempts } from './attempts.ts';
import type { Auth } from './open-auth.ts';

export interface AccessParts {
  db: Db;
  auth: Auth;
}

/** The room's doors. better-auth brings its own transactions, so these run outside of ours. */
export function accessRoom({ db, auth }: AccessParts): Room {
  const attempts = new Attempts();
  const hasOwner = async (): Promise<boolean> =>
    (await db.query('select id from "user" limit 1')).length > 0;
  return {
    name: 'access',
    mount: (api) => {
      api.on(getSetup, async () => ({ needed: !(await hasOwner()), product: 'Patchbay' }));
      api.on(getMe, ({ actor }) => ({ ...pick(actor), permissions: [...actor.permissions] }));
      api.on(
        setUpOwner,
        async (ctx, { body }) => {
          if (await hasOwner()) fail('conflict', 'Patchbay is set up already.', 'Sign in instead.');
          const response = await auth.api.signUpEmail({
            body,
            headers: ctx.request.headers,
            asResponse: true,
          });
          if (!response.ok)
            fail(
              'invalid_input',
              'That e-mail address or password was refused.',
              'Use a valid address and at least 10 characters.',
            );
          return finish(ctx, response);
        },
        { alone: true },
      );
      api.on(
        signIn,
        async (ctx, { body }) => {
          const address = addressOf(ctx.request);
          await attempts.check(body.email, address);
          const response = await auth.api.signInEmail({
            body,
            headers: ctx.request.headers,
            asResponse: true,
          });
          if (!response.ok) {
            await attempts.failed(body.email, address);
            fail(
              'not_signed_in',
              'The e-mail address or the password is wrong.',
              'Check both and try again.',
            );
          }
          await attempts.succeeded(body.email);
          return finish(ctx, response);
        },
        { alone: true },
      );
      api.on(
        signOut,
        async (ctx) =>
          finish(ctx, await auth.api.signOut({ headers: ctx.request.headers, asResponse: true })),
        { alone: true },
      );
    },
  };
}

function pick({ id, name, email }: Ctx['actor']): { id: string; name: string; email: string } {
  return { id, name, email };
}

function finish(ctx: Ctx, response: Response): { ok: true } {
  for (const cookie of response.headers.getSetCookie()) ctx.reply.append('set-cookie', cookie);
  return { ok: true };
}

/** Only a proxy in front of us sets this header; without one all share one counter, which is the safe side. */
function addressOf(request: Request): string {
  return request.headers.get('x-forwarded-for')?.split(',').at(-1)?.trim() ?? 'direct';
}
