import { fail, newId, type Json } from '@patchbay/shared/base';
import type { AuthScheme, ConnectorManifest } from '@patchbay/shared/catalog';
import { secretNames, type Connection, type ConnectionScope } from '@patchbay/shared/connections';

import type { Catalogue } from '#catalog';
import type { Ctx } from '#http';

import { boundFields } from './bound-fields.ts';
import { changeScope, homeOf } from './change-scope.ts';
import { EXPIRING_MS } from './connection-record.ts';
import { ConnectionEntity, type ConnectionRow } from './connection.entity.ts';
import { readSecret, writeSecret } from './credential-store.ts';
import { assertMayForAll, findConnectionToChange, viewConnection } from './find-connection.ts';
import type { Vault } from './vault.ts';

/** What saving works with beside the request. */
export interface SaveParts {
  vault: Vault;
  catalogue: Catalogue;
}

interface Auth {
  scheme: string;
  values: Record<string, string>;
  endsAt?: number | null;
}

/** A connection as it is asked for. */
export interface NewConnection {
  name: string;
  connector: string;
  version: string;
  scope?: ConnectionScope;
  config: Record<string, Json>;
  auth?: Auth;
}

export interface ConnectionChange {
  id: string;
  name?: string;
  scope?: ConnectionScope;
  config?: Record<string, Json>;
  auth?: Auth;
  disabled?: boolean;
  untested?: true;
}

/** Makes a connection; without `auth` its guided set-up waits for that step. */
export async function createConnection(
  { vault, catalogue }: SaveParts,
  ctx: Ctx,
  draft: NewConnection,
): Promise<Connection> {
  const { manifest } = await catalogue.find(ctx.query, draft.connector, draft.version);
  const { name, connector, config, auth, scope = 'project' } = draft;
  if (scope === 'global') assertMayForAll(ctx);
  const scheme = schemeOf(manifest, auth?.scheme ?? manifest.auth[0]?.id ?? '');
  const at = ctx.clock();
  const row = ctx.em.create(ConnectionEntity, {
    id: newId(at),
    projectId: await homeOf(scope, ctx),
    name,
    connector,
    version: manifest.version,
    scope,
    ownerId: ctx.actor.id,
    ownerName: ctx.actor.name,
    config,
    authScheme: scheme.id,
    status: 'never_tested',
    statusSince: at,
    // Who gives everything at once needs no guide; the status says that it was never tested.
    setup: auth && setupAfter(scheme) === 'test' ? null : 'authenticate',
    createdAt: at,
    updatedAt: at,
  });
  await ctx.em.persist(row).flush();
  if (auth)
    await writeSecret(vault, ctx.query, { id: row.id, values: auth.values, by: ctx.actor, at });
  if (auth) row.forecast = forecastFor(auth, row, at);
  ctx.audit(`connection:${row.id}`, { name, connector, scope });
  return viewConnection(ctx, row);
}

/** Changes a connection; its id stays, so flows need no edit. */
export async function updateConnection(
  { vault, catalogue }: SaveParts,
  ctx: Ctx,
  change: ConnectionChange,
): Promise<Connection> {
  const row = await findConnectionToChange(ctx, change.id);
  const { manifest } = await catalogue.find(ctx.query, row.connector, row.version);
  const at = ctx.clock();
  const moved = change.config !== undefined && isMoved(manifest, row, change.config);
  if (change.name !== undefined) row.name = change.name;
  if (change.scope !== undefined) await changeScope(vault, ctx, row, change.scope);
  if (change.auth) await changeAuth(vault, ctx, { row, manifest, auth: change.auth, moved });
  else if (moved) await refuseMoved(vault, ctx, row, manifest);
  if (change.config !== undefined) row.config = change.config;
  if (change.untested) row.setup = null;
  if (change.disabled !== undefined)
    setStatus(row, change.disabled ? 'disabled' : 'never_tested', at);
  else if (change.config || change.auth) setStatus(row, 'never_tested', at);
  row.updatedAt = at;
  await ctx.em.flush();
  const { name, scope } = row;
  ctx.audit(`connection:${row.id}`, {
    name,
    scope,
    secret: change.auth !== undefined,
    ...(change.disabled !== undefined && { disabled: change.disabled }),
  });
  return viewConnection(ctx, row);
}

async function changeAuth(
  vault: Vault,
  ctx: Ctx,
  {
    row,
    manifest,
    auth,
    moved,
  }: { row: ConnectionRow; manifest: ConnectorManifest; auth: Auth; moved: boolean },
): Promise<void> {
  const scheme = schemeOf(manifest, auth.scheme);
  const before =
    auth.scheme === row.authScheme ? await readSecret(vault, ctx.query, row.id) : undefined;
  const values = { ...(moved ? withoutSecrets(scheme, before) : before), ...auth.values };
  const at = ctx.clock();
  row.authScheme = scheme.id;
  await writeSecret(vault, ctx.query, { id: row.id, values, by: ctx.actor, at });
  row.forecast = forecastFor(auth, row, at);
  if (row.setup !== null) row.setup = setupAfter(scheme);
}

/** A secret must not follow its connection to another address by the hand of one who does not know it. */
async function refuseMoved(
  vault: Vault,
  ctx: Ctx,
  row: ConnectionRow,
  manifest: ConnectorManifest,
): Promise<void> {
  const before = await readSecret(vault, ctx.query, row.id);
  const secrets = secretNames(schemeOf(manifest, row.authScheme)).filter((name) => before?.[name]);
  if (secrets.length === 0) return;
  fail(
    'invalid_input',
    'The address of this connection changes, so its credential must be entered again.',
    {
      hint: 'Enter the credential beside the new address. It is bound to where it was meant for.',
      at: { field: 'auth' },
    },
  );
}

function withoutSecrets(
  scheme: AuthScheme,
  fields: Record<string, string> = {},
): Record<string, string> {
  const secret = new Set(secretNames(scheme));
  return Object.fromEntries(Object.entries(fields).filter(([name]) => !secret.has(name)));
}

function isMoved(
  manifest: ConnectorManifest,
  row: ConnectionRow,
  config: Record<string, Json>,
): boolean {
  return boundFields(manifest).some((name) => (row.config[name] ?? '') !== (config[name] ?? ''));
}

function schemeOf(manifest: ConnectorManifest, id: string): AuthScheme {
  const scheme = manifest.auth.find((one) => one.id === id);
  return (
    scheme ??
    fail('invalid_input', `${manifest.name} has no sign-in "${id}".`, 'Choose one of its own.')
  );
}

/** A person still has to go to the provider after the client's fields are there. */
function setupAfter(scheme: AuthScheme): 'authenticate' | 'test' {
  const byHand = scheme.type === 'oauth2' && (scheme.grant === 'code' || scheme.grant === 'device');
  return byHand ? 'authenticate' : 'test';
}

/** What the person knows of the key's end, else how long the one before lived. */
function forecastFor({ endsAt }: Auth, row: ConnectionRow, at: number): ConnectionRow['forecast'] {
  if (endsAt !== undefined && endsAt !== null) return { at: endsAt, because: 'stated' };
  // What died within days was changed or wrong, and says nothing of the next one's age.
  const isTelling =
    row.livedMs !== null && row.livedMs !== undefined && row.livedMs > 2 * EXPIRING_MS;
  return isTelling ? { at: at + (row.livedMs ?? 0), because: 'observed' } : null;
}

function setStatus(row: ConnectionRow, status: ConnectionRow['status'], at: number): void {
  if (row.status !== status) row.statusSince = at;
  row.status = status;
  row.statusReason = null;
}

/** Deletes a connection and its credential; refused while a live flow uses it. */
export async function deleteConnection(ctx: Ctx, id: string): Promise<{ ok: true }> {
  const row = await findConnectionToChange(ctx, id);
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
  const left = await forgetAddresses(ctx, row);
  await ctx.query('delete from credential where id = ?', [id]);
  ctx.em.remove(row);
  ctx.audit(`connection:${id}`, { name: row.name, ...(left.length > 0 && { left }) });
  return { ok: true };
}

/**
 * Forgets the addresses that were registered through a connection. Waits for one that is just being
 * taken off; one whose provider would not let go of it is left there, and named.
 */
async function forgetAddresses(
  { query }: Ctx,
  { id, name, connector }: ConnectionRow,
): Promise<string[]> {
  const known = await query<{ id: string; url: string; state: string; problem: string | null }>(
    'select id, url, state, problem from registration where connection = ?',
    [id],
  );
  const atProvider = known.filter(({ state }) => state !== 'manual');
  if (atProvider.some(({ problem, state }) => problem === null && state !== 'lost'))
    fail(
      'conflict',
      `An address is still registered at ${connector} through "${name}".`,
      'It is being taken off: try again in a minute.',
    );
  const ofConnection = 'select id from registration where connection = ?';
  await query(`delete from credential where id in (${ofConnection})`, [id]);
  await query('delete from registration where connection = ?', [id]);
  return atProvider.map(({ url }) => url);
}
