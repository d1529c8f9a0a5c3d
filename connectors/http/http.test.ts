import type { Json, JsonObject } from '@patchbay/shared/base';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { callAction, type OpenConnection, testConnection } from '#sdk';
import { createOutbound } from '#sdk/outbound';
import { echo, type Loopback, openTestContext, startLoopback } from '#sdk/testing';

import { http } from './index.ts';

const outbound = createOutbound({ allowPrivate: ['127.0.0.1'] });
let peer: Loopback;

beforeAll(async () => {
  peer = await startLoopback((request, response) => {
    const asked = new URL(request.url ?? '/', 'http://peer');
    const status = Number(asked.pathname.slice(1));
    if (!status || status < 300) return echo(request, response);
    const headers = { 'content-type': 'application/json', 'retry-after': '7' };
    response.writeHead(status, headers).end('{"error":{"message":"the peer says no"}}');
  });
});
afterAll(async () => {
  await outbound.close();
  await peer.stop();
});

function call(input: JsonObject, connection?: OpenConnection): Promise<Json> {
  return callAction(
    http,
    'request',
    openTestContext({ connector: http, outbound, connection }, input),
  );
}

function connect(scheme: string, fields: Record<string, string>): OpenConnection {
  return { id: 'c1', scheme, config: { baseUrl: `${peer.url}/v1` }, fields };
}

describe('an HTTP request', () => {
  it('needs no connection', async () => {
    expect(await call({ url: `${peer.url}/x`, query: { q: 'a b' } })).toMatchObject({
      status: 200,
      headers: { 'content-type': 'application/json' },
      body: { method: 'GET', path: '/x?q=a+b' },
    });
  });

  it.each([
    ['basic', { username: 'ann', password: 'p:w' }, { authorization: 'Basic YW5uOnA6dw==' }],
    ['bearer', { token: 't' }, { authorization: 'Bearer t' }],
    ['key-header', { name: 'X-Key', key: 'k' }, { 'x-key': 'k' }],
  ])('signs in by %s', async (scheme, fields, headers) => {
    const connection = connect(scheme, fields);
    expect(await call({ url: '/users' }, connection)).toMatchObject({
      body: { path: '/v1/users', headers },
    });
  });

  it('puts a key into the query, and never into an error', async () => {
    const connection = connect('key-query', { name: 'key', key: 'k-secret' });
    expect(await call({ url: '/users?a=1' }, connection)).toMatchObject({
      body: { path: '/v1/users?a=1&key=k-secret' },
    });
    const failed = call({ url: `${peer.url}/404` }, connection);
    await expect(failed).rejects.toMatchObject({ problem: { code: 'rejected' } });
    expect(JSON.stringify(await failed.catch((error: unknown) => error))).not.toContain('k-secret');
  });

  it.each(['http://127.0.0.1:1/steal', 'https://evil.example/', 'http://localhost/'])(
    'does not send the credential to %s',
    async (url) => {
      await expect(call({ url }, connect('bearer', { token: 't' }))).rejects.toMatchObject({
        problem: {
          code: 'invalid_input',
          message: expect.stringContaining('may not send its credential'),
        },
      });
    },
  );

  it('sends the key of the step with methods that write, unless told not to', async () => {
    const url = peer.url;
    const post = await call({ method: 'POST', url, body: { a: 1 } });
    expect(post).toMatchObject({
      body: { body: '{"a":1}', headers: { 'idempotency-key': 'run-step-1' } },
    });
    const quiet = await call({ method: 'POST', url, idempotencyKey: false });
    expect(quiet).not.toHaveProperty('body.headers.idempotency-key');
    expect(await call({ url })).not.toHaveProperty('body.headers.idempotency-key');
  });

  it.each([
    [400, 'rejected', 'never'],
    [401, 'auth_expired', 'never'],
    [403, 'rejected', 'never'],
    [404, 'rejected', 'never'],
    [408, 'unavailable', 'backoff'],
    [429, 'rate_limited', { after: 7000 }],
    [500, 'unavailable', 'backoff'],
    [503, 'rate_limited', { after: 7000 }],
  ])('makes of %i the problem %s', async (status, code, retry) => {
    await expect(call({ url: `${peer.url}/${status}` })).rejects.toMatchObject({
      problem: {
        code,
        retry,
        message: `127.0.0.1:${peer.port} answered ${status}: the peer says no`,
        details: { status },
      },
    });
  });

  it('gives an error status as output when asked to', async () => {
    expect(await call({ url: `${peer.url}/404`, failOnError: false })).toMatchObject({
      status: 404,
      body: { error: { message: 'the peer says no' } },
    });
  });

  it('reads an answer as a file with a harmless name', async () => {
    const server = await startLoopback((_, response) => {
      const disposition = 'attachment; filename="../../etc/pass wd.pdf"';
      const headers = { 'content-type': 'application/pdf', 'content-disposition': disposition };
      response.writeHead(200, headers).end('pdf');
    });
    const body = { name: 'pass wd.pdf', type: 'application/pdf', size: 3, base64: 'cGRm' };
    expect(await call({ url: server.url, response: 'file' })).toMatchObject({ body });
    expect(await call({ url: server.url })).toMatchObject({ body });
    await server.stop();
  });

  it('names the field that is wrong', async () => {
    await expect(call({ url: '/x' })).rejects.toMatchObject({ problem: { at: { field: 'url' } } });
    await expect(call({ url: peer.url, method: 'BREW' })).rejects.toMatchObject({
      problem: { code: 'invalid_input', at: { field: 'method' } },
    });
    await expect(call({ url: peer.url, timeout: 3 })).rejects.toMatchObject({
      problem: { code: 'invalid_input' },
    });
  });
});

describe('the test of an HTTP connection', () => {
  it('asks the base address, and says when the credential is refused', async () => {
    const good = openTestContext({
      connector: http,
      outbound,
      connection: connect('bearer', { token: 't' }),
    });
    const identity = `127.0.0.1:${peer.port} answered 200`;
    expect(await testConnection(http, good)).toEqual({ identity });
    const config = { baseUrl: peer.url, testPath: '/401' };
    const connection = { ...connect('bearer', { token: 't' }), config };
    const bad = openTestContext({ connector: http, outbound, connection });
    await expect(testConnection(http, bad)).rejects.toMatchObject({
      problem: { code: 'auth_expired' },
    });
  });
});
