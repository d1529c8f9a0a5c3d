import type { AuthScheme } from '@patchbay/shared/catalog';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';

import { createOutbound, type Outbound } from '#sdk/outbound';
import { type Echo, echo, type Loopback, startLoopback } from '#sdk/testing';

import {
  apiKeyAuth,
  awsAuth,
  oauth2Auth,
  parametersAuth,
  signedAuth,
  tokenExchangeAuth,
} from './auth-schemes.ts';
import { authorisedHttp } from './authorised-http.ts';

let peer: Loopback;
let outbound: Outbound;
beforeAll(async () => {
  peer = await startLoopback((request, response) => {
    if (request.headers.authorization === 'Bearer old') return void response.writeHead(401).end();
    echo(request, response);
  });
  outbound = createOutbound({ allowPrivate: ['127.0.0.1'] });
});
afterAll(async () => {
  await outbound.close();
  await peer.stop();
});

const anything = z.looseObject({});
const login = { method: 'POST', url: 'https://unused.example/login' } as const;
const oauth = oauth2Auth({
  grant: 'code',
  tokenUrl: 'https://unused.example',
  clientAuth: 'basic',
});

async function sent(scheme: AuthScheme, fields: Record<string, string>): Promise<Echo> {
  const http = authorisedHttp(outbound.http, {
    scheme,
    fields,
    config: { region: 'eu-central-1' },
    allowedHosts: [peer.url],
    sign: async (request, { key = '' }) => ({
      ...request,
      headers: { ...request.headers, 'x-signed': `${request.method} with ${key}` },
    }),
  });
  const { body } = await http.request({
    method: 'POST',
    url: `${peer.url}/a`,
    query: { q: 'a b' },
    body: { x: 1 },
  });
  return body as Echo;
}

describe('a way to sign in', () => {
  it.each<[string, AuthScheme, Record<string, string>, object]>([
    [
      'puts several fields where the API wants each',
      parametersAuth(
        { headers: { 'DD-API-KEY': '{fields.api}' }, query: { app: '{fields.app}' } },
        anything,
      ),
      { api: 'k1', app: 'k2' },
      { path: '/a?q=a+b&app=k2', headers: { 'dd-api-key': 'k1' } },
    ],
    [
      'lets the connector sign',
      signedAuth({}, anything),
      { key: 's' },
      { headers: { 'x-signed': 'POST with s' } },
    ],
    [
      'sends an access token',
      oauth,
      { accessToken: 'tok' },
      { headers: { authorization: 'Bearer tok' } },
    ],
    [
      'sends it behind another word',
      { ...oauth, prefix: 'token' } as AuthScheme,
      { accessToken: 'tok' },
      { headers: { authorization: 'token tok' } },
    ],
    [
      'sends the token of a login in its header',
      tokenExchangeAuth(
        { request: login, tokenPath: 't', header: 'X-Session', prefix: '' },
        anything,
      ),
      { accessToken: 'tok' },
      { headers: { 'x-session': 'tok' } },
    ],
    [
      'sets a word before a key',
      apiKeyAuth({ place: 'header', name: 'Authorization', prefix: 'ApiKey ' }),
      { key: 'k' },
      { headers: { authorization: 'ApiKey k' } },
    ],
  ])('%s', async (_name, scheme, fields, seen) => {
    expect(await sent(scheme, fields)).toMatchObject(seen);
  });

  it('signs for AWS what is really sent, with the region of the settings', async () => {
    const scheme = awsAuth({ service: 'sqs', region: '{config.region}' });
    const { headers, body } = await sent(scheme, {
      accessKeyId: 'AKID',
      secretAccessKey: 'secret',
    });
    expect(body).toBe('{"x":1}');
    expect(headers.authorization).toMatch(
      /^AWS4-HMAC-SHA256 Credential=AKID\/\d{8}\/eu-central-1\/sqs\/aws4_request, SignedHeaders=[a-z0-9;-]*host[a-z0-9;-]*, Signature=[0-9a-f]{64}$/,
    );
  });

  it('asks once for a newer token when the one it has is refused, and never again', async () => {
    let asked = 0;
    const http = authorisedHttp(outbound.http, {
      scheme: oauth,
      fields: { accessToken: 'old' },
      config: {},
      allowedHosts: [peer.url],
      renew: async () => ({ accessToken: asked++ === 0 ? 'new' : 'old' }),
    });
    const { body } = await http.request({ url: peer.url });
    expect(body).toMatchObject({ headers: { authorization: 'Bearer new' } });
    await http.request({ url: peer.url });
    expect(asked).toBe(1);
  });
});
