import * as endpoints from '@patchbay/shared/access';

import type { Api, Ctx, Room } from '#http';

import type { AccessParts } from './access-parts.ts';
import { Attempts } from './attempts.ts';
import { inviteMember, listInvitations, revokeInvitation } from './invitations.ts';
import { join, lookAt } from './join.ts';
import { changeMember, listMembers, removeMember } from './members.ts';
import { changePassword, letBackIn, setPassword } from './password.ts';
import { mountProjects, readProject } from './projects.ts';
import { checkPassword, finish } from './session-reply.ts';
import { hasOwner, setUp } from './set-up.ts';
import { createToken, listTokens, revokeToken } from './tokens.ts';

const ALONE = { alone: true };

/** The room's doors. */
export function accessRoom(given: Omit<AccessParts, 'attempts'>): Room {
  const parts = { ...given, attempts: new Attempts() };
  return {
    name: 'access',
    mount: (api) => {
      mountSessions(api, parts);
      mountPeople(api);
      api.on(endpoints.listTokens, async (ctx) => ({ items: await listTokens(ctx) }));
      api.on(endpoints.createToken, (ctx, { body }) => createToken(ctx, body.name));
      api.on(endpoints.revokeToken, (ctx, { params }) => revokeToken(ctx, params.id));
      mountProjects(api);
    },
  };
}

/** better-auth brings its own transactions, so these run outside of ours. */
function mountSessions(api: Api, parts: AccessParts): void {
  api.on(endpoints.getSetup, async () => ({
    needed: !(await hasOwner(parts)),
    product: 'Patchbay',
  }));
  api.on(
    endpoints.setUpOwner,
    (ctx, { body }) => parts.db.alone(() => setUp(parts, ctx, body)),
    ALONE,
  );
  api.on(endpoints.signIn, (ctx, { body }) => letIn(parts, ctx, body), ALONE);
  api.on(endpoints.signOut, (ctx) => letOut(parts, ctx), ALONE);
  api.on(endpoints.readInvitation, (ctx, { body }) => lookAt(ctx, body.secret), ALONE);
  api.on(endpoints.joinProject, (ctx, { body }) => join(parts, ctx, body), ALONE);
  api.on(endpoints.makePasswordLink, (ctx, { params }) => letBackIn(parts, ctx, params.id), ALONE);
  api.on(endpoints.setPassword, (ctx, { body }) => setPassword(parts, ctx, body), ALONE);
  api.on(endpoints.changePassword, (ctx, { body }) => changePassword(parts, ctx, body), ALONE);
}

function mountPeople(api: Api): void {
  api.on(endpoints.getMe, async ({ query, project, actor }) => ({
    id: actor.id,
    name: actor.name,
    email: actor.email,
    permissions: [...actor.permissions],
    project: await readProject(query, project),
    role: actor.role,
  }));
  api.on(endpoints.listMembers, async (ctx) => ({
    items: await listMembers(ctx.query, ctx.project),
    invitations: await listInvitations(ctx),
  }));
  api.on(endpoints.inviteMember, (ctx, { body }) => inviteMember(ctx, body));
  api.on(endpoints.revokeInvitation, (ctx, { params }) => revokeInvitation(ctx, params.id));
  api.on(endpoints.changeMember, (ctx, { params, body }) =>
    changeMember(ctx, params.id, body.role),
  );
  api.on(endpoints.removeMember, (ctx, { params }) => removeMember(ctx, params.id));
}

async function letIn(
  { auth, attempts }: AccessParts,
  ctx: Ctx,
  body: { email: string; password: string },
): Promise<{ ok: true }> {
  const { response, by } = await checkPassword(auth, attempts, ctx, body);
  ctx.audit(`person:${body.email}`, { refused: false }, by);
  return finish(ctx, response);
}

async function letOut({ auth }: AccessParts, ctx: Ctx): Promise<{ ok: true }> {
  const { headers } = ctx.request;
  const session = await auth.api.getSession({ headers });
  if (session) ctx.audit(`person:${session.user.email}`, {}, session.user);
  return finish(ctx, await auth.api.signOut({ headers, asResponse: true }));
}
