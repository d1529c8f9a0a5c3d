import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { callAction } from '@patchbay/connectors/sdk';
import { echo, startLoopback, type Loopback } from '@patchbay/connectors/sdk/testing';
import { OWNER } from '@patchbay/e2e/client';
import { DIALECTS, openTestHouse, type TestHouse } from '@patchbay/runtime/test-house';
import { signIn } from '@patchbay/shared/access';
import { listAudit } from '@patchbay/shared/audit';
import { hrefOf, newId, type Json } from '@patchbay/shared/base';
import {
  createConnection,
  getKeys,
  rotateKeys,
  updateConnection,
} from '@patchbay/shared/connections';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import type { CredentialParts } from './credential-parts.ts';
import { keepOnce } from './keep-connections.ts';
import { openCall } from './open-connection.ts';

const NEXT_KEY = 'cd'.repeat(32);
const COUNT = 120;

let peer: Loopback;
let secrets: string;
beforeAll(async () => {
  peer = await startLoopback(echo);
  secrets = await mkdtemp(join(tmpdir(), 'patchbay-secrets-'));
  await writeFile(join(secrets, 'api-token'), 'token-from-a-file\n');
});
afterAll(async () => {
  await peer.stop();
  await rm(secrets, { recursive: true });
});

/** What the peer got as authorization through a connection; the answer's own copy is blanked. */
async function sentThrough(parts: CredentialParts, connection: string, url = '/'): Promise<Json> {
  const ask = { connector: 'http', version: '1.0.0', connection, input: { url } };
  const signal = AbortSignal.timeout(20_000);
  const call = await openCall(parts, { ...ask, signal, idempotencyKey: newId() });
  return call.guard(callAction(call.connector, 'request', call.ctx));
}

/** The cookies of a new session. */
async function signedIn(url: string): Promise<string> {
  const { email, password } = OWNER;
  const body = JSON.stringify({ email, password });
  const headers = { 'content-type': 'application/json' };
  const answer = await fetch(url + hrefOf(signIn), { method: 'POST', headers, body });
  const cookies = answer.headers.getSetCookie().map((cookie) => cookie.split(';')[0]);
  return cookies.join('; ');
}

describe.each(DIALECTS)('the safekeeping of credentials (%s)', (dialect) => {
  let house: TestHouse;
  let parts: CredentialParts;
  beforeAll(async () => {
    process.env.SECRET_FROM_THE_OPERATOR = 'token-from-the-environment';
    const env = { ROOT_KEY: 'ab'.repeat(32), ROOT_KEY_NEXT: NEXT_KEY, SECRETS_DIR: secrets };
    house = await openTestHouse(dialect, { works: false, env });
    parts = house.house.credentials;
  });
  afterAll(() => house.stop());

  const connect = async (token: string, baseUrl = peer.url): Promise<string> => {
    const auth = { scheme: 'bearer', values: { token } };
    const body = { name: 'c', connector: 'http', version: '1.0.0', config: { baseUrl }, auth };
    return (await house.client.call(createConnection, { body })).id;
  };

  it.each([
    ['env:FROM_THE_OPERATOR', 'token-from-the-environment'],
    ['file:api-token', 'token-from-a-file'],
  ])('fetches %s where the operator keeps it, at each call', async (value) => {
    const answer = await sentThrough(parts, await connect(value));
    expect(answer).toMatchObject({ status: 200 });
    expect(peer.seen.length).toBeGreaterThan(0);
    // Blanked like any secret, although it never stood in our store.
    expect(JSON.stringify(answer)).toContain('Bearer [secret]');
    expect(JSON.stringify(answer)).not.toContain('token-from');
  });

  it.each(['env:ROOT_KEY', 'env:PATH', 'file:passwd', 'file:no-such'])(
    'gives nothing for %s, which no operator meant for this',
    async (value) => {
      const refused = sentThrough(parts, await connect(value));
      await expect(refused).rejects.toMatchObject({ problem: { code: 'invalid_input' } });
    },
  );

  it('lets no secret follow its connection to another address without being entered again', async () => {
    const { client } = house;
    const id = await connect('a-secret-token');
    const config = { baseUrl: 'http://127.0.0.1:9/elsewhere' };
    const move = (auth?: { scheme: string; values: Record<string, string> }) =>
      client.call(updateConnection, { params: { id }, body: { config, ...(auth && { auth }) } });
    await expect(move()).rejects.toThrow('must be entered again');
    await move({ scheme: 'bearer', values: {} });
    const refused = sentThrough(parts, id);
    await expect(refused).rejects.toMatchObject({ problem: { code: 'unavailable' } });
    expect(JSON.stringify(await refused.catch((error: unknown) => error))).not.toContain(
      'a-secret-token',
    );
  });

  it('writes an address that is refused into the audit', async () => {
    const id = await connect('a-secret-token', 'http://169.254.169.254');
    await expect(sentThrough(parts, id)).rejects.toMatchObject({
      problem: { code: 'address_blocked' },
    });
    const query = { action: 'connections.blocked', subject: `connection:${id}`, limit: 5 };
    expect((await house.client.call(listAudit, { query })).items).toHaveLength(1);
  });

  it('refuses calls through a connection that is switched off', async () => {
    const id = await connect('a-secret-token');
    const body = { disabled: true };
    await house.client.call(updateConnection, { params: { id }, body });
    await expect(sentThrough(parts, id)).rejects.toThrow('switched off');
  });

  it('changes its keys while calls go on: none fails, and in the end none is sealed with an old one', async () => {
    const { client } = house;
    const ids = await Promise.all(
      Array.from({ length: COUNT }, (_, i) => connect(`token-number-${i}`)),
    );
    const load = { going: true };
    let calls = 0;
    const work = async (): Promise<void> => {
      for (let i = 0; load.going; i++) {
        await sentThrough(parts, ids[i % ids.length] ?? '');
        calls++;
      }
    };
    const working = [work(), work(), work()];
    await client.call(rotateKeys, { body: { what: 'data' } });
    const begun = await client.call(getKeys, {});
    expect(begun.older).toBe(begun.secrets);
    // One pass, as if the worker died after it; the next goes on where it stopped.
    await keepOnce(parts);
    const cut = await client.call(getKeys, {});
    expect(cut.older).toBeLessThan(begun.older);
    expect(cut.older).toBeGreaterThan(0);
    while ((await client.call(getKeys, {})).older > 0) await keepOnce(parts);
    expect(await client.call(rotateKeys, { body: { what: 'root' } })).toMatchObject({
      rootPending: 0,
    });
    load.going = false;
    await Promise.all(working);
    expect(calls).toBeGreaterThan(0);
  });

  it('opens with the new root key afterwards, keeps people signed in, and refuses to start with the old one alone', async () => {
    const id = await connect('sealed-after-the-change');
    const env = { ROOT_KEY: NEXT_KEY, ROOT_KEY_NEXT: '' };
    const session = { headers: new Headers({ cookie: await signedIn(house.url) }) };
    const next = await house.neighbour({ works: false, env });
    expect(await sentThrough(next.credentials, id)).toMatchObject({ status: 200 });
    expect(await next.auth.api.getSession(session)).toMatchObject({ user: { email: OWNER.email } });
    await next.close();
    const old = house.neighbour({ works: false, env: { ROOT_KEY_NEXT: '' } });
    await expect(old).rejects.toThrow('not the one that sealed');
  });
});
