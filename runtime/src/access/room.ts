import * as endpoints from '@patchbay/shared/access';
import { fail } from '@patchbay/shared/base';

import type { Db } from '#db';
import type { Actor, Ctx, Room } from '#http';

import { Attempts } from './attempts.ts';
import type { Auth, SessionUser } from './open-auth.ts';
import { mountProjects, readProject } from './projects.ts';
import { createToken, listTokens, revokeToken } from './tokens.ts';

export interface AccessParts {
  db: Db;
  auth: Auth;
}

const ALONE = { alone: true };

/** The room's doors. better-auth brings its own transactions, so these run outside of ours. */
export function accessRoom(parts: AccessParts): Room {
  const { auth } = parts;
  const attempts = new Attempts();
  return {
    name: 'access',
    mount: (api) => {
      api.on(endpoints.getSetup, async () => ({
        needed: !(await hasOwner(parts)),
        product: 'Patchbay',
      }));
      api.on(endpoints.getMe, async ({ query, project, actor }) => ({
        id: actor.id,
        name: actor.name,
        email: actor.email,
        permissions: [...actor.permissions],
        project: await readProject(query, project),
      }));
      api.on(
        endpoints.setUpOwner,
        (ctx, { body }) => parts.db.alone(() => setUp(parts, ctx, body)),
        ALONE,
      );
      api.on(endpoints.signIn, (ctx, { body }) => letIn(auth, attempts, ctx, body), ALONE);
      api.on(endpoints.signOut, (ctx) => letOut(auth, ctx), ALONE);
      api.on(endpoints.listTokens, async (ctx) => ({ items: await listTokens(ctx) }));
      api.on(endpoints.createToken, (ctx, { body }) => createToken(ctx, body.name));
      api.on(endpoints.revokeToken, (ctx, { params }) => revokeToken(ctx, params.id));
      mountProjects(api);
    },
  };
}

async function hasOwner({ db }: AccessParts): Promise<boolean> {
  return (await db.query('select id from "user" limit 1')).length > 0;
}

async function setUp(
  parts: AccessParts,
  ctx: Ctx,
  body: { name: string; email: string; password: string },
): Promise<{ ok: true }> {
  if (await hasOwner(parts)) fail('conflict', 'Patchbay is set up already.', 'Sign in instead.');
  const { headers } = ctx.request;
  const response = await parts.auth.api.signUpEmail({ body, headers, asResponse: true });
  if (!response.ok) {
    const hint = 'Use a valid address and at least 10 characters.';
    fail('invalid_input', 'That e-mail address or password was refused.', hint);
  }
  ctx.audit(`person:${body.email}`, { owner: true }, await whoIs(response, body.email));
  return finish(ctx, response);
}

async function letIn(
  auth: Auth,
  attempts: Attempts,
  ctx: Ctx,
  body: { email: string; password: string },
): Promise<{ ok: true }> {
  const address = addressOf(ctx.request);
  const { headers } = ctx.request;
  await attempts.check(body.email, address);
  const response = await auth.api.signInEmail({ body, headers, asResponse: true });
  const by = await whoIs(response, body.email);
  ctx.audit(`person:${body.email}`, { refused: !response.ok }, by);
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
}

async function letOut(auth: Auth, ctx: Ctx): Promise<{ ok: true }> {
  const { headers } = ctx.request;
  const session = await auth.api.getSession({ headers });
  if (session) ctx.audit(`person:${session.user.email}`, {}, session.user);
  return finish(ctx, await auth.api.signOut({ headers, asResponse: true }));
}

/** Whom a sign-in found; one that was refused is only known by the address it tried. */
async function whoIs(response: Response, email: string): Promise<Pick<Actor, 'id' | 'name'>> {
  if (!response.ok) return { id: 'nobody', name: email };
  const { user } = (await response.clone().json()) as { user: SessionUser };
  return user;
}

function finish(ctx: Ctx, response: Response): { ok: true } {
  for (const cookie of response.headers.getSetCookie()) ctx.reply.append('set-cookie', cookie);
  return { ok: true };
}

/** Only a proxy in front of us sets this header; without one all share one counter, which is the safe side. */
function addressOf(request: Request): string {
  return request.headers.get('x-forwarded-for')?.split(',').at(-1)?.trim() ?? 'direct';
}
