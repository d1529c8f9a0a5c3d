import { createOutbound, type Outbound } from '@patchbay/connectors/sdk/outbound';
import { startLoopback, type Loopback } from '@patchbay/connectors/sdk/testing';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { oauthFetch } from './oauth-fetch.ts';

let peer: Loopback;
let outbound: Outbound;
let answer: { status: number; body: string } = { status: 200, body: '' };
beforeAll(async () => {
  outbound = createOutbound({ allowPrivate: ['127.0.0.1'] });
  peer = await startLoopback((_, response) => response.writeHead(answer.status).end(answer.body));
});
afterAll(async () => {
  await outbound.close();
  await peer.stop();
});

async function read(status: number, body: string, tokenPath?: string) {
  answer = { status, body };
  const fetch = oauthFetch(outbound.http, { tokenPath });
  const init = {
    method: 'POST',
    headers: { accept: 'application/json' },
    body: new URLSearchParams('a=b'),
  };
  const response = await fetch(`${peer.url}/token`, init);
  return { status: response.status, fields: (await response.json()) as Record<string, unknown> };
}

describe('what providers really answer at their token endpoint', () => {
  it.each([
    ['no token type', '{"access_token":"t"}', { access_token: 't', token_type: 'bearer' }],
    ['a form', 'access_token=t&scope=a%20b&token_type=bearer', { access_token: 't', scope: 'a b' }],
    ['a type of their own', '{"access_token":"t","token_type":"bot"}', { token_type: 'bearer' }],
    ['a lifetime in a text', '{"access_token":"t","expires_in":"3600"}', { expires_in: 3600 }],
    ['scopes as a list', '{"access_token":"t","scope":["a","b"]}', { scope: 'a b' }],
  ])('is understood with %s', async (_name, body, fields) => {
    expect(await read(200, body)).toMatchObject({ status: 200, fields });
  });

  it('is read where the token stands deeper', async () => {
    const body = '{"ok":true,"authed_user":{"access_token":"deep"}}';
    expect(await read(200, body, 'authed_user.access_token')).toMatchObject({
      fields: { access_token: 'deep' },
    });
  });

  it.each([
    ['an error in an answer of 200', 200, '{"ok":false,"error":"invalid_code"}', 'invalid_code'],
    ['an error as an object', 400, '{"error":{"message":"no"}}', 'invalid_request'],
    ['an error without a code', 403, '{"message":"no"}', 'invalid_request'],
    ['an error in a form', 400, 'error=invalid_grant&error_description=gone', 'invalid_grant'],
  ])('is a refusal with %s', async (_name, status, body, error) => {
    const { status: given, fields } = await read(status, body);
    expect(given).toBeGreaterThanOrEqual(400);
    expect(fields.error).toBe(error);
  });

  it.each(['<html><a href="?a=b">Oops</a></html>', 'Service unavailable', '[1]'])(
    'is no token when it is %s',
    async (body) => {
      await expect(read(200, body)).rejects.toMatchObject({ problem: { code: 'unavailable' } });
    },
  );
});
