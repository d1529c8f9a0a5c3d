import { agreeAtProvider } from '@patchbay/e2e/agree-at-provider';
import { until } from '@patchbay/e2e/until';
import { listAudit } from '@patchbay/shared/audit';
import {
  authorizeConnection,
  deleteOAuthApp,
  finishAuthorization,
  getAttempt,
  getConnection,
  listOAuthApps,
  putOAuthApp,
  startDevice,
  testConnection,
} from '@patchbay/shared/connections';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { openOAuthRig, type OAuthRig } from './oauth-rig.ts';

let rig: OAuthRig;
beforeAll(async () => {
  rig = await openOAuthRig('sqlite');
});
afterAll(() => rig.stop());

const test = (id: string) => rig.house.client.call(testConnection, { params: { id } });

describe('authorizing at a provider', () => {
  it('ends in an active connection whose secrets nobody sees', async () => {
    const made = await rig.connect('code');
    expect(made).toMatchObject({ status: 'never_tested', setup: 'authenticate' });
    expect(await rig.authorize(made.id)).toMatchObject({ state: 'done' });
    const { ok, connection } = await test(made.id);
    expect(ok).toBe(true);
    expect(connection).toMatchObject({
      status: 'active',
      scopes: ['openid', 'offline_access', 'invoices'],
    });
    expect(connection.setup).toBeUndefined();
    expect(JSON.stringify(connection)).not.toMatch(/a-client-secret|eyJ/);
  });

  it('keeps the id when it is done again', async () => {
    const { id } = await rig.connect('code');
    await rig.authorize(id);
    await rig.oidc.revokeAll();
    const refused = await test(id);
    expect(refused).toMatchObject({ ok: false, connection: { status: 'auth_error' } });
    expect(refused.problem?.hint).toMatch(/[Aa]uthorize/);
    await rig.authorize(id);
    expect(await test(id)).toMatchObject({ ok: true, connection: { id, status: 'active' } });
  });

  it('says in words that the person declined', async () => {
    const { id } = await rig.connect('code');
    const decline = (answer: URL): void => {
      answer.searchParams.delete('code');
      answer.searchParams.set('error', 'access_denied');
    };
    expect(await rig.authorize(id, decline)).toMatchObject({
      state: 'failed',
      problem: { code: 'auth_expired', message: expect.stringContaining('declined') },
    });
  });

  it('works, and says which rights the provider did not grant', async () => {
    const { id } = await rig.connect('code');
    expect(await rig.authorize(id, undefined, ['payroll'])).toMatchObject({
      state: 'done',
      missingScopes: ['payroll'],
    });
    expect(await test(id)).toMatchObject({ ok: true, connection: { status: 'active' } });
  });

  it.each<[string, (answer: URL) => void, string]>([
    [
      'a code that is not from there',
      (answer) => answer.searchParams.set('code', 'forged'),
      'expired, revoked or used up',
    ],
    [
      'another issuer',
      (answer) => answer.searchParams.set('iss', 'https://evil.example'),
      'not to be trusted',
    ],
  ])('refuses %s', async (_name, change, words) => {
    const { id } = await rig.connect('code');
    expect(await rig.authorize(id, change)).toMatchObject({
      state: 'failed',
      problem: { message: expect.stringContaining(words) },
    });
    expect(await test(id)).toMatchObject({ ok: false });
  });

  it('takes a state once, and no other; the refusal is in the audit', async () => {
    const { client } = rig.house;
    const { id } = await rig.connect('code');
    const { url } = await client.call(authorizeConnection, {
      params: { id },
      body: { scopes: [] },
    });
    const answer = await agreeAtProvider(url);
    const finish = (query: string) => client.call(finishAuthorization, { body: { query } });
    expect(await finish(answer?.search ?? '')).toMatchObject({ state: 'done' });
    await expect(finish(answer?.search ?? '')).rejects.toThrow('was not begun here');
    await expect(finish('?code=x&state=foreign')).rejects.toThrow('was not begun here');
    const { items } = await client.call(listAudit, {
      query: { action: 'connections.finishAuthorization', limit: 50 },
    });
    expect(items.filter(({ details }) => details.refused === true)).toHaveLength(2);
  });

  it('uses the application of the connector when the connection has none of its own', async () => {
    const { client } = rig.house;
    const bare = await rig.connect('code', {});
    await expect(rig.authorize(bare.id)).rejects.toThrow('no OAuth application');
    const params = { connector: 'http', scheme: 'code' };
    await client.call(putOAuthApp, {
      params,
      body: { clientId: 'web', clientSecret: 'a-client-secret-of-32-characters' },
    });
    expect(await client.call(listOAuthApps, {})).toMatchObject({
      redirectUri: 'http://127.0.0.1:4499/oauth/callback',
      items: [{ connector: 'http', clientId: 'web' }],
    });
    expect(await rig.authorize(bare.id)).toMatchObject({ state: 'done' });
    expect(await test(bare.id)).toMatchObject({ ok: true });
    await client.call(deleteOAuthApp, { params });
  });
});

describe('signing in without a person', () => {
  it.each(['machine', 'signed'])('works by the client %s', async (scheme) => {
    const { id } = await rig.connect(scheme);
    expect(await test(id)).toMatchObject({ ok: true, connection: { status: 'active' } });
  });

  it('says that the secret is wrong', async () => {
    const { id } = await rig.connect('machine', { clientId: 'machine', clientSecret: 'wrong' });
    expect(await test(id)).toMatchObject({
      ok: false,
      connection: { status: 'auth_error' },
      problem: { message: expect.stringContaining('does not know this application or its secret') },
    });
  });

  it('says what is wrong with a private key', async () => {
    const { id } = await rig.connect('signed', { clientId: 'signed', privateKey: 'not a key' });
    expect(await test(id)).toMatchObject({
      ok: false,
      problem: { message: expect.stringContaining('private key') },
    });
  });

  it('gets a new token after the provider refuses the one before', async () => {
    const { id } = await rig.connect('machine');
    await test(id);
    await rig.oidc.revokeAll();
    const before = rig.oidc.grants.length;
    expect(await test(id)).toMatchObject({ ok: true });
    expect(rig.oidc.grants.slice(before)).toEqual(['client_credentials']);
  });
});

describe('authorizing on another device', () => {
  it('waits for the person there', async () => {
    const { client } = rig.house;
    const { id } = await rig.connect('tv');
    const started = await client.call(startDevice, { params: { id }, body: { scopes: [] } });
    expect(started.userCode).toMatch(/^\w{4}-\w{4}$/);
    const look = () => client.call(getAttempt, { params: { id: started.attempt } });
    expect(await look()).toMatchObject({ state: 'open' });
    await agreeAtProvider(started.verificationUriComplete ?? started.verificationUri);
    await until('the authorization is done', async () => (await look()).state === 'done');
    expect(await test(id)).toMatchObject({ ok: true });
  });
});

describe('a provider in trouble', () => {
  it.each([
    ['down', 'closed the connection before it answered'],
    ['html', 'answered with a page where a token was expected'],
  ] as const)('that is %s does not cost the connection its token', async (how, words) => {
    const { client } = rig.house;
    const { id } = await rig.connect('machine');
    rig.oidc.disturb(how);
    expect(await test(id)).toMatchObject({
      ok: false,
      connection: { status: 'unreachable' },
      problem: { message: expect.stringContaining(words), hint: expect.stringMatching(/\w/) },
    });
    rig.oidc.disturb(undefined);
    expect(await test(id)).toMatchObject({ ok: true, connection: { status: 'active' } });
    expect(await client.call(getConnection, { params: { id } })).toMatchObject({
      status: 'active',
    });
  });
});
