import { listOptions } from '@patchbay/connectors/sdk';
import { newId } from '@patchbay/shared/base';
import * as endpoints from '@patchbay/shared/connections';

import type { Api, Ctx, Room } from '#http';

import { beginAuthorization, finishAuthorization } from './authorize.ts';
import { connectionUses } from './connection-uses.ts';
import { ConnectionEntity } from './connection.entity.ts';
import type { CredentialParts } from './credential-parts.ts';
import { writeSecret } from './credential-store.ts';
import { beginDevice, lookAtAttempt } from './device.ts';
import {
  findConnection,
  findConnectionToChange,
  maySee,
  viewConnection,
} from './find-connection.ts';
import { mountApps } from './mount-apps.ts';
import { mountKeys } from './mount-keys.ts';
import { createConnection, deleteConnection, updateConnection } from './save-connection.ts';
import { callOn, tryConnection } from './try-connection.ts';

export interface ConnectionParts {
  credentials: CredentialParts;
  /** Where people reach us, without a trailing slash. */
  baseUrl: () => string;
}

/** What calls another system, or comes from one, must hold no transaction meanwhile. */
const ALONE = { alone: true };

/** The room's doors. */
export function connectionsRoom({ credentials, baseUrl }: ConnectionParts): Room {
  const redirectUri = (): string => baseUrl() + endpoints.OAUTH_CALLBACK;
  return {
    name: 'connections',
    mount: (api) => {
      mountConnections(api, credentials);
      mountAuthorization(api, credentials, redirectUri);
      mountApps(api, credentials, redirectUri);
      mountKeys(api, credentials);
    },
  };
}

function mountConnections(api: Api, credentials: CredentialParts): void {
  const { vault } = credentials;
  api.on(endpoints.listConnections, async (ctx, { query }) => {
    const where = query.connector ? { connector: query.connector } : {};
    const rows = await ctx.em.find(ConnectionEntity, where, { orderBy: { name: 'asc' } });
    const seen = rows.filter((row) => maySee(row, ctx));
    const uses = await connectionUses(ctx);
    return { items: await Promise.all(seen.map((row) => viewConnection(ctx, row, uses))) };
  });
  api.on(endpoints.getConnection, async (ctx, { params }) =>
    viewConnection(ctx, await findConnection(ctx, params.id)),
  );
  api.on(endpoints.createConnection, (ctx, { body }) => createConnection(credentials, ctx, body));
  api.on(endpoints.updateConnection, (ctx, { params, body }) =>
    updateConnection(credentials, ctx, { id: params.id, ...body }),
  );
  api.on(endpoints.deleteConnection, (ctx, { params }) => deleteConnection(ctx, params.id));
  api.on(endpoints.testConnection, (ctx, { params }) => test(credentials, ctx, params.id), ALONE);
  api.on(
    endpoints.loadOptions,
    async (ctx, { params, body }) => {
      const row = await findConnection(ctx, params.id);
      const call = await callOn(credentials, row, body.input);
      return { items: await call.guard(listOptions(call.connector, params.name, call.ctx)) };
    },
    ALONE,
  );
  api.on(endpoints.putSecret, async (ctx, { body }) => {
    const id = newId();
    const secret = { id, values: { secret: body.value }, by: ctx.actor, at: ctx.clock() };
    await writeSecret(vault, ctx.query, secret);
    ctx.audit(`secret:${id}`);
    return { id };
  });
}

async function test(
  credentials: CredentialParts,
  ctx: Ctx,
  id: string,
): Promise<{
  ok: boolean;
  connection: endpoints.Connection;
  problem?: endpoints.Connection['statusReason'];
}> {
  const row = await findConnection(ctx, id);
  const { problem } = await tryConnection(credentials, row);
  ctx.audit(`connection:${id}`, { ok: !problem });
  await ctx.em.refresh(row);
  return { ok: !problem, problem, connection: await viewConnection(ctx, row) };
}

function mountAuthorization(
  api: Api,
  credentials: CredentialParts,
  redirectUri: () => string,
): void {
  api.on(
    endpoints.authorizeConnection,
    async (ctx, { params, body }) => {
      await findConnectionToChange(ctx, params.id);
      ctx.audit(`connection:${params.id}`, { scopes: body.scopes });
      const ask = {
        id: params.id,
        scopes: body.scopes,
        actor: ctx.actor,
        redirectUri: redirectUri(),
      };
      return beginAuthorization(credentials, ask);
    },
    ALONE,
  );
  api.on(
    endpoints.finishAuthorization,
    async (ctx, { body }) => {
      const answer = new URL(`${redirectUri()}?${body.query.replace(/^\?/, '')}`);
      const attempt = await finishAuthorization(credentials, { answer, actor: ctx.actor }).catch(
        (error: unknown) => {
          ctx.audit('oauth', { refused: true });
          throw error;
        },
      );
      return audited(ctx, await lookAtAttempt(credentials, attempt, ctx.actor));
    },
    ALONE,
  );
  api.on(
    endpoints.startDevice,
    async (ctx, { params, body }) => {
      await findConnectionToChange(ctx, params.id);
      ctx.audit(`connection:${params.id}`, { scopes: body.scopes });
      return beginDevice(credentials, { id: params.id, scopes: body.scopes, actor: ctx.actor });
    },
    ALONE,
  );
  api.on(
    endpoints.getAttempt,
    (ctx, { params }) => lookAtAttempt(credentials, params.id, ctx.actor),
    ALONE,
  );
}

function audited(ctx: Ctx, attempt: endpoints.AuthorizeAttempt): endpoints.AuthorizeAttempt {
  const { connection, state, problem } = attempt;
  ctx.audit(`connection:${connection}`, { state, ...(problem && { why: problem.message }) });
  return attempt;
}
