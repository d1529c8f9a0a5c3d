import type { ServerResponse } from 'node:http';

import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { callAction, type Connector, dataConnector, listOptions, testConnection } from '#sdk';
import { convertDocument } from '#sdk/openapi';
import { createOutbound, type Outbound } from '#sdk/outbound';
import { type Loopback, openTestContext, startLoopback } from '#sdk/testing';

type Answer = (response: ServerResponse) => void;

let outbound: Outbound;
let peer: Loopback;
let answer: Answer;
beforeAll(async () => {
  outbound = createOutbound({ allowPrivate: ['127.0.0.1'] });
  peer = await startLoopback((_, response) => answer(response));
});
afterAll(async () => {
  await outbound.close();
  await peer.stop();
});

const json = { 'application/json': { schema: { type: 'object' } } };
const { manifest } = convertDocument(
  JSON.stringify({
    openapi: '3.0.3',
    info: { title: 'Provider' },
    servers: [{ url: 'https://provider.example' }],
    paths: {
      '/items': { get: { operationId: 'all', responses: { 200: { content: json } } } },
      '/item': { get: { operationId: 'one', responses: { 200: { content: json } } } },
      '/page': {
        get: { operationId: 'page', responses: { 200: { content: { 'text/html': {} } } } },
      },
    },
  }),
  { sha256: 'a' },
);
const http = { method: 'GET', path: '/items' } as const;
const { all, ...others } = manifest.actions;
const provider: Connector = dataConnector({
  ...manifest,
  actions: { ...others, all: { ...all!, paginate: { by: 'page', param: 'page', items: 'items' } } },
  options: { items: { http, items: 'items' } },
  test: { http: { method: 'GET', path: '/item' } },
});

const open = (): ReturnType<typeof openTestContext> => {
  const connection = { id: 'c', scheme: 'none', config: {}, fields: {} };
  const peers = { 'https://provider.example': peer.url };
  return openTestContext({ connector: provider, connection, outbound, peers });
};
const asks: [string, () => Promise<unknown>][] = [
  ['an action', () => callAction(provider, 'one', open())],
  ['an action that goes through pages', () => callAction(provider, 'all', open())],
  ['a list of choices', () => listOptions(provider, 'items', open())],
  ['the test of a connection', () => testConnection(provider, open())],
];

const says =
  (status: number, headers: Record<string, string>, body: string): Answer =>
  (response) =>
    response.writeHead(status, headers).end(body);
const HTML = { 'content-type': 'text/html; charset=utf-8' };
const JSON_TYPE = { 'content-type': 'application/json' };
const PAGE = '\n<!DOCTYPE html><title>Back soon</title>';

const answers: [string, Answer, object][] = [
  ['a page', says(200, HTML, PAGE), { code: 'rejected', message: /page instead of data/ }],
  [
    'a page that is called JSON',
    says(200, JSON_TYPE, PAGE),
    { code: 'rejected', message: /page instead of data/ },
  ],
  [
    'JSON that breaks off',
    says(200, JSON_TYPE, '{"items":[{"id":1},{"i'),
    { code: 'rejected', message: /may be half of an answer/ },
  ],
  [
    'half a body',
    (response) => response.writeHead(200, { ...JSON_TYPE, 'content-length': '99' }).write('{"a'),
    { code: 'unavailable', message: /closed the connection/ },
  ],
  [
    'a page about maintenance',
    says(503, HTML, PAGE),
    { code: 'unavailable', message: /answered 503\.$/ },
  ],
  [
    '429 with a time',
    says(429, { 'retry-after': '7' }, ''),
    { code: 'rate_limited', message: /429/, retry: { after: 7000 } },
  ],
  [
    '429 without one',
    says(429, HTML, PAGE),
    { code: 'rate_limited', message: /429/, retry: 'backoff' },
  ],
];

describe.each(asks)('what the provider does to %s', (_ask, ask) => {
  it.each(answers)('by %s is told in words, and nothing of it is used', async (_how, how, told) => {
    answer = (response) => {
      how(response);
      // Who began a body and does not end it has gone.
      if (!response.writableEnded) setImmediate(() => response.destroy());
    };
    const { message, ...rest } = told as { message: RegExp };
    await expect(ask()).rejects.toMatchObject({
      problem: {
        ...rest,
        message: expect.stringMatching(message),
        hint: expect.stringMatching(/\w/),
      },
    });
  });
});

describe('an answer that is what was asked for', () => {
  it('may be a page where its document says so, and nothing at all', async () => {
    answer = says(200, HTML, PAGE);
    expect(await callAction(provider, 'page', open())).toBe(PAGE);
    answer = says(204, {}, '');
    expect(await callAction(provider, 'one', open())).toBeNull();
    expect(await callAction(provider, 'all', open())).toEqual([]);
    answer = says(200, JSON_TYPE, '"a text"');
    expect(await callAction(provider, 'one', open())).toBe('a text');
  });
});
