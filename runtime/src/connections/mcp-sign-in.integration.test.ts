import { serveTools, startLoopback, type ServedTools } from '@patchbay/connectors/sdk/testing';
import { agreeAtProvider } from '@patchbay/e2e/agree-at-provider';
import { publishDrawing, runByHand, untilEnded } from '@patchbay/e2e/flows';
import { startOidcServer, type OidcServer } from '@patchbay/e2e/oidc-server';
import { openTestHouse, type TestHouse } from '@patchbay/runtime/test-house';
import type { JsonObject } from '@patchbay/shared/base';
import { getImport, installImport, previewImport } from '@patchbay/shared/catalog';
import {
  authorizeConnection,
  createConnection,
  finishAuthorization,
  listOAuthApps,
  OAUTH_CALLBACK,
  testConnection,
} from '@patchbay/shared/connections';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

const PUBLIC_URL = 'http://127.0.0.1:4498';
const SCOPE = 'ledger.read';

describe('an MCP server that has people sign in at an authorization server', () => {
  let oidc: OidcServer;
  let served: ServedTools;
  let at: TestHouse;
  beforeAll(async () => {
    oidc = await startOidcServer({
      redirectUri: PUBLIC_URL + OAUTH_CALLBACK,
      scopes: [SCOPE],
      open: { scope: SCOPE },
    });
    const accepts = async (authorization: string): Promise<boolean> =>
      (await fetch(`${oidc.url}/api/me`, { headers: { authorization } })).ok;
    served = await serveTools({ signIn: { accepts, issuer: oidc.url, scope: SCOPE } });
    at = await openTestHouse('sqlite', { env: { PUBLIC_URL } });
  });
  afterAll(async () => {
    await at?.stop();
    await served?.stop();
    await oidc?.stop();
  });

  const connect = (name: string, connector = 'ledger') =>
    at.client.call(createConnection, {
      body: {
        name,
        connector,
        version: '1.0.0',
        config: {},
        auth: { scheme: 'oauth2', values: {} },
      },
    });
  const signIn = async (id: string) => {
    const begun = { params: { id }, body: { scopes: [] } };
    const { url } = await at.client.call(authorizeConnection, begun);
    const answer = await agreeAtProvider(url);
    const body = { query: answer?.search ?? '' };
    return { url: new URL(url), ended: await at.client.call(finishAuthorization, { body }) };
  };

  it('is signed in at first, without an application, and then tells its tools', async () => {
    const look = (server: { url: string } | { connection: string }) =>
      at.client.call(previewImport, { body: { server, id: 'ledger' } });
    const first = await look({ url: served.url });
    expect(first).toMatchObject({ actions: [], findings: { gaps: [{ code: 'sign_in_first' }] } });
    expect(first.manifest.auth[0]).toMatchObject({
      type: 'oauth2',
      issuer: oidc.url,
      registerUrl: `${oidc.url}/reg`,
      authorizeParams: { resource: served.url },
      scopes: [{ name: SCOPE }, { name: 'offline_access' }],
    });
    const install = (document: string) =>
      at.client.call(installImport, { body: { document, id: 'ledger', overlay: {} } });
    await install(first.document);

    const { id } = await connect('Books');
    await expect(look({ connection: id })).rejects.toThrow(/authorize/i);
    const { url, ended } = await signIn(id);
    expect(ended).toMatchObject({ state: 'done' });
    expect(ended.missingScopes).toBeUndefined();
    expect(url.searchParams.get('resource')).toBe(served.url);
    const tried = await at.client.call(testConnection, { params: { id } });
    expect(tried).toMatchObject({ ok: true, connection: { identity: 'Ledger 1.0.0' } });
    expect(tried.connection.secretsSet).toContain('refreshToken');

    const second = await look({ connection: id });
    expect(second.actions.map((action) => action.id)).toContain('get_total');
    expect(second.findings.gaps).toMatchObject([{ code: 'no_hints' }]);
    expect(await install(second.document)).toMatchObject({ version: '1.1.0' });

    // The client that registered itself is the connector's from now on.
    const other = await connect('Others');
    expect((await signIn(other.id)).ended).toMatchObject({ state: 'done' });
    const { items } = await at.client.call(listOAuthApps, {});
    expect(items).toMatchObject([{ connector: 'ledger', scheme: 'oauth2' }]);
    expect(items[0]?.clientId).toBe(url.searchParams.get('client_id'));
  });

  it.each<[string, string, Parameters<typeof startLoopback>[0], string]>([
    [
      'refuses it',
      'refusing',
      (_, r) =>
        r
          .writeHead(403, { 'content-type': 'application/json' })
          .end('{"error":"access_denied","error_description":"Ask sales first."}'),
      'did not register Patchbay: Ask sales first.',
    ],
    ['answers with a page', 'paging', (_, r) => r.end('<html>'), 'did not register Patchbay.'],
    ['is in trouble', 'troubled', (_, r) => r.writeHead(500).end(), 'it answered 500'],
  ])('is told in words when it %s', async (_title, id, listener, words) => {
    const peer = await startLoopback(listener);
    const { document, manifest } = await at.client.call(getImport, { params: { id: 'ledger' } });
    const [scheme, ...others] = manifest.auth;
    const auth = [{ ...scheme, registerUrl: peer.url }, ...others];
    const overlay = JSON.parse(JSON.stringify({ auth })) as JsonObject;
    await at.client.call(installImport, { body: { document, id, overlay } });
    const { id: connection } = await connect(id, id);
    await expect(signIn(connection)).rejects.toThrow(words);
    await peer.stop();
  });

  it('lets the tools be called, and renews what is over', async () => {
    const { id: connection } = await connect('Calls');
    await signIn(connection);
    const call = {
      kind: 'action' as const,
      config: { connector: 'ledger', version: '1.1.0', action: 'get_total', connection },
      input: '{ "customer": "Ann" }',
    };
    const nodes = { start: { kind: 'manual' as const }, call };
    const flow = await publishDrawing(at.client, nodes, ['start>call']);
    const run = async () =>
      (await untilEnded(at.client, await runByHand(at.client, flow))).run.status;
    expect(await run()).toBe('done');
    const last = served.seen.findLast(({ authorization }) => authorization !== '');
    await oidc.endToken(last?.authorization.replace('Bearer ', '') ?? '');
    expect(await run()).toBe('done');
    expect(oidc.grants.at(-1)).toBe('refresh_token');
  });
});
