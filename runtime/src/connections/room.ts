import { listOptions, testConnection as testCall } from '@patchbay/connectors/sdk';
import {
  fail,
  newId,
  toProblem,
  type Json,
  type JsonObject,
  type Problem,
} from '@patchbay/shared/base';
import * as endpoints from '@patchbay/shared/connections';
import type { ConnectionStatus } from '@patchbay/shared/connections';

import type { Catalogue } from '#catalog';
import type { Db } from '#db';
import type { Ctx, Room } from '#http';

import { ConnectionEntity, type ConnectionRow } from './connection.entity.ts';
import { findConnection, viewConnection } from './find-connection.ts';
import { openCall, type OpenCall } from './open-connection.ts';
import type { Outbound } from './outbound.ts';
import { PROJECT } from './project.ts';
import { readSecret, writeSecret } from './secrets.ts';
import type { Vault } from './vault.ts';

export interface ConnectionParts {
  db: Db;
  vault: Vault;
  outbound: Outbound;
  catalogue: Catalogue;
}

const TEST_TIMEOUT_MS = 20_000;

/** The room's doors. */
export function connectionsRoom(parts: ConnectionParts): Room {
  return {
    name: 'connections',
    mount: (api) => {
      api.on(endpoints.listConnections, async ({ em, query: sql }, { query }) => {
        const rows = await em.find(
          ConnectionEntity,
          query.connector ? { connector: query.connector } : {},
          { orderBy: { name: 'asc' } },
        );
        return { items: await Promise.all(rows.map((row) => viewConnection(em, sql, row))) };
      });
      api.on(endpoints.getConnection, async ({ em, query }, { params }) =>
        viewConnection(em, query, await findConnection(em, params.id)),
      );
      api.on(endpoints.createConnection, (ctx, { body }) => create(parts, ctx, body));
      api.on(endpoints.updateConnection, (ctx, { params, body }) =>
        update(parts, ctx, { id: params.id, ...body }),
      );
      api.on(endpoints.deleteConnection, (ctx, { params }) => remove(ctx, params.id));
      api.on(endpoints.testConnection, (ctx, { params }) => test(parts, ctx, params.id), {
        alone: true,
      });
      api.on(
        endpoints.loadOptions,
        (ctx, { params, body }) => options(parts, ctx, { ...params, input: body.input }),
        { alone: true },
      );
      api.on(endpoints.putSecret, async (ctx, { body }) => {
        const id = newId();
        await writeSecret(parts.vault, ctx.query, {
          id,
          values: { secret: body.value },
          by: ctx.actor,
          at: ctx.clock(),
        });
        ctx.audit(`secret:${id}`);
        return { id };
      });
    },
  };
}

interface Draft {
  name: string;
  connector: string;
  version: string;
  config: Record<string, Json>;
  auth: { scheme: string; values: Record<string, string> };
}

async function create(
  { vault, catalogue }: ConnectionParts,
  ctx: Ctx,
  draft: Draft,
): Promise<endpoints.Connection> {
  const { manifest } = await catalogue.find(draft.connector, draft.version);
  const { name, connector, config, auth } = draft;
  if (!manifest.auth.some((s) => s.id === auth.scheme))
    fail(
      'invalid_input',
      `${manifest.name} has no sign-in "${auth.scheme}".`,
      'Choose one of its own.',
    );
  const at = ctx.clock();
  const row = ctx.em.create(ConnectionEntity, {
    id: newId(at),
    projectId: PROJECT,
    name,
    connector,
    version: manifest.version,
    config,
    authScheme: auth.scheme,
    status: 'never_tested',
    statusSince: at,
    createdAt: at,
    updatedAt: at,
  });
  await ctx.em.persist(row).flush();
  await writeSecret(vault, ctx.query, { id: row.id, values: auth.values, by: ctx.actor, at });
  ctx.audit(`connection:${row.id}`, { name, connector });
  return viewConnection(ctx.em, ctx.query, row);
}

async function update(
  { vault }: ConnectionParts,
  ctx: Ctx,
  change: Partial<Draft> & { id: string },
): Promise<endpoints.Connection> {
  const row = await findConnection(ctx.em, change.id);
  const at = ctx.clock();
  if (change.name !== undefined) row.name = change.name;
  if (change.config !== undefined) row.config = change.config;
  if (change.auth) {
    const before =
      change.auth.scheme === row.authScheme ? await readSecret(vault, ctx.query, row.id) : {};
    row.authScheme = change.auth.scheme;
    await writeSecret(vault, ctx.query, {
      id: row.id,
      values: { ...before, ...change.auth.values },
      by: ctx.actor,
      at,
    });
  }
  if (change.config || change.auth) setStatus(row, 'never_tested', at);
  row.updatedAt = at;
  await ctx.em.flush();
  ctx.audit(`connection:${row.id}`, { name: row.name, secret: change.auth !== undefined });
  return viewConnection(ctx.em, ctx.query, row);
}

function setStatus(
  row: ConnectionRow,
  status: ConnectionStatus,
  at: number,
  reason?: Problem,
): void {
  if (row.status !== status) row.statusSince = at;
  row.status = status;
  row.statusReason = reason ?? null;
}

async function remove(ctx: Ctx, id: string): Promise<{ ok: true }> {
  const row = await findConnection(ctx.em, id);
  const live = await ctx.query<{ name: string }>(
    'select f.name from flow f join flow_version v on v.id = f.live_version_id where v.graph like ?',
    [`%"${id}"%`],
  );
  if (live.length > 0) {
    fail(
      'conflict',
      `"${row.name}" is used by live flows: ${live.map((f) => f.name).join(', ')}.`,
      'Take those flows off, or give them another connection.',
    );
  }
  await ctx.query('delete from credential where id = ?', [id]);
  ctx.em.remove(row);
  ctx.audit(`connection:${id}`, { name: row.name });
  return { ok: true };
}

async function callFor(
  parts: ConnectionParts,
  row: ConnectionRow,
  input: JsonObject,
): Promise<OpenCall> {
  return openCall(
    { ...parts, query: parts.db.query },
    {
      connector: row.connector,
      version: row.version,
      connection: row.id,
      input,
      signal: AbortSignal.timeout(TEST_TIMEOUT_MS),
      idempotencyKey: newId(),
    },
  );
}

async function test(
  parts: ConnectionParts,
  ctx: Ctx,
  id: string,
): Promise<{ ok: boolean; connection: endpoints.Connection; problem?: Problem }> {
  const row = await findConnection(ctx.em, id);
  const problem = await tryOut(parts, row);
  setStatus(row, statusFor(problem), ctx.clock(), problem);
  ctx.audit(`connection:${id}`, { ok: !problem });
  await ctx.em.flush();
  return { ok: !problem, problem, connection: await viewConnection(ctx.em, ctx.query, row) };
}

async function tryOut(parts: ConnectionParts, row: ConnectionRow): Promise<Problem | undefined> {
  try {
    const call = await callFor(parts, row, {});
    await call.guard(testCall(call.connector, call.ctx));
    return undefined;
  } catch (error) {
    return toProblem(error);
  }
}

function statusFor(problem: Problem | undefined): ConnectionStatus {
  if (!problem) return 'active';
  if (problem.code === 'auth_expired') return 'auth_error';
  return problem.code === 'unavailable' || problem.code === 'timed_out'
    ? 'unreachable'
    : 'degraded';
}

async function options(
  parts: ConnectionParts,
  ctx: Ctx,
  ask: { id: string; name: string; input: JsonObject },
): Promise<{ items: { value: Json; label: string }[] }> {
  const row = await findConnection(ctx.em, ask.id);
  const call = await callFor(parts, row, ask.input);
  return { items: await call.guard(listOptions(call.connector, ask.name, call.ctx)) };
}
