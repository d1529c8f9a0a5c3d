import { generateKeyPairSync } from 'node:crypto';
import { text } from 'node:stream/consumers';

import { oauth2Auth, tokenExchangeAuth } from '@patchbay/connectors/sdk';
import { createOutbound, type Outbound } from '@patchbay/connectors/sdk/outbound';
import { startLoopback, type Loopback } from '@patchbay/connectors/sdk/testing';
import type { AuthSchemeOf } from '@patchbay/shared/catalog';
import { jwtVerify } from 'jose';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';

import { oauthClient } from './oauth-client.ts';
import { assertionGrant, loginGrant, type TokenSet } from './token-grants.ts';

const NOW = Date.now();
const HOUR_MS = 3_600_000;
const { privateKey, publicKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
const pem = privateKey.export({ type: 'pkcs8', format: 'pem' }).toString();

let peer: Loopback;
let outbound: Outbound;
let claims: Record<string, unknown>;
beforeAll(async () => {
  outbound = createOutbound({ allowPrivate: ['127.0.0.1'] });
  peer = await startLoopback((request, response) => {
    void (async () => {
      const body = await text(request);
      response.setHeader('content-type', 'application/json');
      if (request.url === '/login') return response.end(answerLogin(body));
      const assertion = new URLSearchParams(body).get('assertion') ?? '';
      const fresh = { issuer: 'robot@example.com', maxTokenAge: '10m' };
      try {
        claims = (await jwtVerify(assertion, publicKey, fresh)).payload;
        response.end('{"access_token":"granted","expires_in":60}');
      } catch {
        response.statusCode = 400;
        response.end('{"error":"invalid_grant"}');
      }
    })();
  });
});
afterAll(async () => {
  await outbound.close();
  await peer.stop();
});

function answerLogin(body: string): string {
  const { user, secret } = JSON.parse(body) as { user: string; secret: string };
  const isKnown = user === 'ada' && secret === 's"{}';
  return JSON.stringify(isKnown ? { data: { token: 'session', ttl: 90 } } : { error: 'no' });
}

describe('a service account', () => {
  const tokenAt = (now: number): Promise<TokenSet> => {
    const scheme = oauth2Auth({
      grant: 'jwt_bearer',
      tokenUrl: `${peer.url}/token`,
      clientAuth: 'none',
    }) as AuthSchemeOf<'oauth2'>;
    const fields = { clientId: 'robot@example.com', privateKey: pem, subject: 'ada@example.com' };
    const provider = { scheme, fields, config: {}, http: outbound.http, now };
    return assertionGrant(provider, ['read', 'write']);
  };

  it.each([
    ['an hour ahead of', HOUR_MS, '60 minutes ahead of'],
    ['an hour behind', -HOUR_MS, '60 minutes behind'],
  ])('reads why it is refused by a clock that is %s the provider’s', async (_way, off, words) => {
    await expect(tokenAt(NOW + off)).rejects.toMatchObject({
      problem: { code: 'auth_expired', hint: expect.stringContaining(words) },
    });
  });

  it('gets a token for an assertion that it signed, as whom it acts for', async () => {
    const token = await tokenAt(NOW);
    expect(token).toMatchObject({ accessToken: 'granted', endsAt: NOW + 60_000 });
    expect(claims).toMatchObject({
      sub: 'ada@example.com',
      aud: `${peer.url}/token`,
      scope: 'read write',
    });
  });
});

describe('a login that gives a token', () => {
  const scheme = tokenExchangeAuth(
    {
      request: {
        method: 'POST',
        url: '{config.base}/login',
        body: { user: '{fields.user}', secret: '{fields.secret}' },
      },
      tokenPath: 'data.token',
      expiresPath: 'data.ttl',
    },
    z.looseObject({}),
  ) as AuthSchemeOf<'tokenExchange'>;
  const login = (fields: Record<string, string>) =>
    loginGrant({ scheme, fields, config: { base: peer.url }, http: outbound.http, now: NOW });

  it('fills the request in, and knows how long the token lives', async () => {
    const token = await login({ user: 'ada', secret: 's"{}' });
    expect(token).toMatchObject({ accessToken: 'session', endsAt: NOW + 90_000 });
  });

  it('says that there was none, without what was sent', async () => {
    const refused = login({ user: 'ada', secret: 'wrong-secret' });
    await expect(refused).rejects.toMatchObject({ problem: { code: 'unavailable' } });
    expect(JSON.stringify(await refused.catch((error: unknown) => error))).not.toContain(
      'wrong-secret',
    );
  });
});

describe('the addresses of a provider', () => {
  it.each([
    'javascript:alert(1)',
    'http://login.example/authorize',
    'data:text/html,x',
    'nonsense',
  ])('are refused when one is %s', async (authorizeUrl) => {
    const scheme = oauth2Auth({
      grant: 'code',
      authorizeUrl,
      tokenUrl: 'https://login.example/token',
      clientAuth: 'none',
    }) as AuthSchemeOf<'oauth2'>;
    await expect(oauthClient(scheme, { clientId: 'c' }, {})).rejects.toMatchObject({
      problem: {
        code: 'invalid_input',
        message: expect.stringContaining('does not begin with https'),
      },
    });
  });
});
