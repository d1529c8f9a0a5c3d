import type { HttpBinding, Paginate } from '@patchbay/shared/catalog';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';

import { createOutbound, type Outbound } from '#sdk/outbound';
import { echo, type Loopback, openTestContext, startLoopback, startPagedPeer } from '#sdk/testing';

import { bearerAuth } from './auth-schemes.ts';
import { callAction, listOptions, testConnection } from './call.ts';
import { defineConnector } from './define-connector.ts';
import { defineHttpAction } from './define-http-action.ts';

const ORIGIN = 'https://api.sample.example';
let outbound: Outbound;
let peer: Loopback;
let pages: Loopback;

beforeAll(async () => {
  outbound = createOutbound({ allowPrivate: ['127.0.0.1'] });
  peer = await startLoopback((request, response) => {
    if (!request.url?.includes('/failed')) return echo(request, response);
    response
      .setHeader('content-type', 'application/json')
      .end('{"ok":false,"error":"not_in_channel"}');
  });
  pages = await startPagedPeer();
});
afterAll(async () => {
  await outbound.close();
  await Promise.all([peer.stop(), pages.stop()]);
});

function connectorWith(http: HttpBinding, paginate?: Paginate) {
  const action = defineHttpAction({
    title: 'Sample',
    input: z.looseObject({}),
    effects: { reads: true },
    http,
    paginate,
  });
  return defineConnector({
    id: 'sample',
    version: '1.0.0',
    name: 'Sample',
    description: 'For this test.',
    categories: [],
    icon: { color: '#000000' },
    releases: [],
    network: {
      allowedHosts: ['api.sample.example'],
      baseUrl: `${ORIGIN}/v1`,
      headers: { 'x-tenant': '{config.tenant}' },
      answers: { failedWhen: { path: 'ok', equals: false }, code: 'error' },
    },
    config: z.strictObject({ tenant: z.string().optional() }),
    auth: [bearerAuth()],
    actions: { action },
    options: {
      names: {
        http: { method: 'GET', path: '/list' },
        items: 'items',
        value: 'id',
        label: 'No. {id}',
      },
    },
    test: { http: { method: 'GET', path: '/me' }, identity: 'path' },
    errors: [
      {
        when: { code: 'not_in_channel' },
        title: 'Not there',
        hint: 'Invite the app.',
        kind: 'invalid_input',
      },
    ],
  });
}

function call(
  http: HttpBinding,
  input: object,
  { at = peer, paginate }: { at?: Loopback; paginate?: Paginate } = {},
) {
  const connector = connectorWith(http, paginate);
  const connection = {
    id: 'c',
    scheme: 'bearer',
    config: { tenant: 't1' },
    fields: { token: 'tok' },
  };
  const ctx = openTestContext(
    { connector, outbound, connection, peers: { [ORIGIN]: at.url } },
    input,
  );
  return callAction(connector, 'action', ctx);
}

describe('an action that is one request', () => {
  it.each<[string, HttpBinding, object, object]>([
    [
      'puts inputs into the path',
      { method: 'GET', path: '/a/{id}' },
      { id: 'x/y z' },
      { path: '/v1/a/x%2Fy%20z' },
    ],
    [
      'and the rest of a GET into the query',
      { method: 'GET', path: '/a' },
      { q: 'a b', n: 2, none: null },
      { path: '/v1/a?q=a+b&n=2' },
    ],
    [
      'writes lists as asked',
      {
        method: 'GET',
        path: '/a',
        params: {
          ids: { in: 'query', style: 'comma' },
          tags: { in: 'query', style: 'brackets' },
          f: { in: 'query', style: 'deepObject' },
        },
      },
      { ids: [1, 2], tags: ['x', 'y'], f: { a: 1 } },
      { path: '/v1/a?ids=1%2C2&tags%5B%5D=x&tags%5B%5D=y&f%5Ba%5D=1' },
    ],
    [
      'sends the rest of a POST as JSON',
      { method: 'POST', path: '/a/{id}' },
      { id: '1', name: 'n' },
      { path: '/v1/a/1', body: '{"name":"n"}' },
    ],
    [
      'wraps a body',
      {
        method: 'POST',
        path: '/a',
        body: { type: 'json', wrap: 'data.things', list: true, fixed: { v: 1 } },
      },
      { name: 'n' },
      { body: '{"data":{"things":[{"name":"n"}]},"v":1}' },
    ],
    [
      'puts inputs deep into a body, around what is fixed',
      {
        method: 'POST',
        path: '/a',
        params: {
          to: { in: 'body', at: 'message.to', each: 'email.address' },
          text: { in: 'body', at: 'message.parts.0.text' },
          kind: { in: 'body', at: 'message.kind' },
        },
        body: { type: 'json', fixed: { message: { kind: 'mail' }, v: 1 } },
      },
      { to: ['a', 'b'], text: 't', kind: 'other' },
      {
        body: '{"message":{"to":[{"email":{"address":"a"}},{"email":{"address":"b"}}],"parts":[{"text":"t"}],"kind":"mail"},"v":1}',
      },
    ],
    [
      'fills dotted names in what is fixed, and leaves others alone',
      {
        method: 'POST',
        path: '/a',
        body: { type: 'json', fixed: { query: '{shop {id}}', of: ['{config.tenant}!'] } },
      },
      {},
      { body: '{"query":"{shop {id}}","of":["t1!"]}' },
    ],
    [
      'takes one input for the body',
      { method: 'POST', path: '/a', body: { type: 'json', key: 'rows' } },
      { rows: [1] },
      { body: '[1]' },
    ],
    [
      'writes forms with brackets',
      { method: 'POST', path: '/a', body: { type: 'form' } },
      { line: [{ price: 'p' }], on: true },
      { body: 'line%5B0%5D%5Bprice%5D=p&on=true' },
    ],
    [
      'fills fixed headers and query',
      {
        method: 'GET',
        path: '/a',
        headers: { 'x-a': '{config.tenant}' },
        query: { v: '2', none: '{config.other}' },
      },
      {},
      {
        path: '/v1/a?v=2',
        headers: { 'x-a': 't1', 'x-tenant': 't1', authorization: 'Bearer tok' },
      },
    ],
    [
      'sends the key of the step',
      { method: 'POST', path: '/a', idempotencyHeader: 'Idempotency-Key' },
      {},
      { headers: { 'idempotency-key': 'run-step-1' } },
    ],
    [
      'sends the key of the step in the query',
      { method: 'POST', path: '/a', idempotencyQuery: 'requestid' },
      {},
      { path: '/v1/a?requestid=run-step-1' },
    ],
    [
      'renames inputs',
      { method: 'POST', path: '/a', params: { start: { in: 'query', name: 'start_at' } } },
      { start: 3 },
      { path: '/v1/a?start_at=3' },
    ],
  ])('%s', async (_name, http, input, seen) => {
    expect(await call(http, input)).toMatchObject(seen);
  });

  it('gives the part of the answer that it names', async () => {
    expect(await call({ method: 'GET', path: '/a', result: 'headers.x-meant-for' }, {})).toBe(
      ORIGIN,
    );
  });

  it.each([[{}], [{ id: '' }], [{ id: '..' }]])('refuses the path of %o', async (input) => {
    const failed = call({ method: 'GET', path: '/a/{id}/b' }, input);
    await expect(failed).rejects.toMatchObject({ problem: { code: 'invalid_input' } });
  });

  it('takes an answer of 200 that says it failed for a failure, with the rule of its code', async () => {
    await expect(call({ method: 'GET', path: '/failed' }, {})).rejects.toMatchObject({
      problem: {
        code: 'invalid_input',
        hint: 'Invite the app.',
        details: { code: 'not_in_channel' },
      },
    });
  });
});

describe('a list that goes on', () => {
  const get: HttpBinding = { method: 'GET', path: '/list' };
  const byOffset: Paginate = {
    by: 'offset',
    param: 'from',
    size: { param: 'size', most: 2 },
    items: 'items',
  };
  it.each<[string, Paginate]>([
    ['by a Link header', { by: 'link', items: 'items' }],
    [
      'by a cursor deep in the body',
      {
        by: 'cursor',
        next: 'next',
        param: 'variables.from',
        inBody: true,
        size: { param: 'variables.size', most: 3 },
        items: 'items',
      },
    ],
    ['by the next address', { by: 'nextUrl', path: '@odata.nextLink', items: 'items' }],
    ['by a cursor', { by: 'cursor', next: 'next', param: 'from', items: 'items' }],
    [
      'by a cursor beside a flag',
      { by: 'cursor', next: 'next', more: 'more', param: 'from', items: 'items' },
    ],
    ['by an offset', byOffset],
  ])('is read to its end %s', async (_name, paginate) => {
    const http: HttpBinding = 'inBody' in paginate ? { ...get, method: 'POST' } : get;
    const found = await call(http, {}, { at: pages, paginate });
    expect(found).toEqual([0, 1, 2, 3, 4, 5, 6].map((id) => ({ id })));
  });

  it('stops at the number of items that are wanted, and asks for no more', async () => {
    const before = pages.seen.length;
    expect(await call(get, { maxItems: 3 }, { at: pages, paginate: byOffset })).toHaveLength(3);
    expect(pages.seen.slice(before)).toHaveLength(2);
  });
});

describe('a connector as data', () => {
  const connector = connectorWith({ method: 'GET', path: '/a' });
  const open = (at: Loopback) =>
    openTestContext({
      connector,
      outbound,
      connection: { id: 'c', scheme: 'bearer', config: {}, fields: { token: 't' } },
      peers: { [ORIGIN]: at.url },
    });

  it('lists choices by a request', async () => {
    const [first] = await listOptions(connector, 'names', open(pages));
    expect(first).toEqual({ value: '0', label: 'No. 0' });
  });

  it('is tested by a request, and says as whom', async () => {
    expect(await testConnection(connector, open(peer))).toEqual({ identity: '/v1/me' });
  });
});
