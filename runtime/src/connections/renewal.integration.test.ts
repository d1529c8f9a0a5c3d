import { callAction } from '@patchbay/connectors/sdk';
import { DIALECTS } from '@patchbay/runtime/test-house';
import { newId, toProblem, type Problem } from '@patchbay/shared/base';
import { getConnection, testConnection } from '@patchbay/shared/connections';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { providerOf } from './authorize.ts';
import { readRecord } from './connection-record.ts';
import type { CredentialParts } from './credential-parts.ts';
import { readCredential } from './credential-store.ts';
import { keepOnce } from './keep-connections.ts';
import { openOAuthRig, type OAuthRig } from './oauth-rig.ts';
import { openCall } from './open-connection.ts';
import { refreshGrant } from './token-grants.ts';

const LATER_MS = 600_000;

/** Gets something through the connection, as a step does. */
async function callThrough(parts: CredentialParts, connection: string): Promise<Problem | 'ok'> {
  const ask = { connector: 'http', version: '1.0.0', connection, input: { url: '/api/me' } };
  const signal = AbortSignal.timeout(30_000);
  try {
    const call = await openCall(parts, { ...ask, signal, idempotencyKey: newId() });
    await call.guard(callAction(call.connector, 'request', call.ctx));
    return 'ok';
  } catch (error) {
    return toProblem(error);
  }
}

describe.each(DIALECTS)('a token that ends (%s)', (dialect) => {
  let rig: OAuthRig;
  let neighbours: CredentialParts[];
  const close: (() => Promise<void>)[] = [];
  beforeAll(async () => {
    rig = await openOAuthRig(dialect);
    // A SQLite file belongs to one process; there all calls come from the one worker.
    const others = dialect === 'postgres' ? [1, 2, 3] : [];
    const houses = await Promise.all(others.map(() => rig.house.neighbour({ works: false })));
    close.push(...houses.map((house) => () => house.close()));
    neighbours = [rig.house.house, ...houses].map((house) => house.credentials);
  });
  afterAll(async () => {
    for (const end of close) await end();
    await rig.stop();
  });

  async function authorised(): Promise<string> {
    const { id } = await rig.connect('code');
    await rig.authorize(id);
    await rig.house.client.call(testConnection, { params: { id } });
    return id;
  }
  const late = (parts: CredentialParts): CredentialParts => ({
    ...parts,
    clock: () => Date.now() + LATER_MS,
  });

  /** Waits for a provider for a second, where a worker would wait longer. */
  const impatient = (parts: CredentialParts): CredentialParts => {
    const { http, ...outbound } = parts.outbound;
    const request: typeof http.request = (ask) => http.request({ ...ask, timeoutMs: 1000 });
    return { ...parts, outbound: { ...outbound, http: { ...http, request } } };
  };

  it('is refreshed once by twenty calls of all workers at that moment', async () => {
    const id = await authorised();
    const before = rig.oidc.grants.length;
    const calls = Array.from({ length: 20 }, (_, i) =>
      callThrough(late(neighbours[i % neighbours.length]!), id),
    );
    expect(new Set(await Promise.all(calls))).toEqual(new Set(['ok']));
    expect(rig.oidc.grants.slice(before)).toEqual(['refresh_token']);
  });

  it('is refreshed once by twenty calls that the provider refuses', async () => {
    const id = await authorised();
    const [parts] = neighbours;
    const stored = await readCredential(parts!.vault, parts!.query, id);
    await rig.oidc.endToken(stored?.fields.accessToken ?? '');
    const before = rig.oidc.grants.length;
    const calls = Array.from({ length: 20 }, (_, i) =>
      callThrough(neighbours[i % neighbours.length]!, id),
    );
    expect(new Set(await Promise.all(calls))).toEqual(new Set(['ok']));
    expect(rig.oidc.grants.slice(before)).toEqual(['refresh_token']);
  });

  it('is refreshed ahead of its end, so that no step waits for it', async () => {
    const id = await authorised();
    const [parts] = neighbours;
    const before = rig.oidc.grants.length;
    await parts!.query('update connection set refresh_at = ? where id = ?', [Date.now() - 1, id]);
    await Promise.all(neighbours.map((one) => keepOnce(one)));
    expect(rig.oidc.grants.slice(before)).toEqual(['refresh_token']);
    expect(await callThrough(parts!, id)).toBe('ok');
  });

  it('that was refreshed by a worker which died before it stored it says so, and is healed by reconnecting', async () => {
    const id = await authorised();
    const parts = neighbours[0]!;
    const record = await readRecord(parts, id);
    const stored = await readCredential(parts.vault, parts.query, id);
    await refreshGrant(await providerOf(parts, record, 'code'), stored?.fields.refreshToken ?? '');
    await parts.query('update credential set refresh_started = ? where id = ?', [Date.now(), id]);
    const problem = await callThrough(late(parts), id);
    expect(problem).toMatchObject({ code: 'auth_expired', details: { refresh: 'cut_off' } });
    const { client } = rig.house;
    const seen = await client.call(getConnection, { params: { id } });
    expect(seen.statusReason?.message).toContain('was cut off');
    expect(seen.status).toBe('auth_error');
    await rig.authorize(id);
    expect(await client.call(testConnection, { params: { id } })).toMatchObject({ ok: true });
  });

  it.each([
    ['is down', 'down', 'unavailable'],
    ['answers with a page', 'html', 'unavailable'],
    ['never answers', 'hang', 'timed_out'],
  ] as const)('stays good while the provider %s', async (_name, how, code) => {
    const id = await authorised();
    const parts = late(neighbours[0]!);
    rig.oidc.disturb(how);
    const waiting = how === 'hang' ? impatient(parts) : parts;
    expect(await callThrough(waiting, id)).toMatchObject({
      code,
      hint: expect.stringMatching(/\w/),
    });
    rig.oidc.disturb(undefined);
    expect(await callThrough(parts, id)).toBe('ok');
  });
});
