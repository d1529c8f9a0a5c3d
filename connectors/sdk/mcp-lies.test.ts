import { json } from 'node:stream/consumers';

import type { JsonObject } from '@patchbay/shared/base';
import { connectorManifestSchema } from '@patchbay/shared/catalog';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { type ActionContext, callAction, dataConnector, listTools } from '#sdk';
import { convertTools } from '#sdk/mcp';
import { createOutbound, type Outbound } from '#sdk/outbound';
import { type Loopback, startLoopback } from '#sdk/testing';

const PAGES_AT_MOST = 100;

let outbound: Outbound;
let server: Loopback;
/** What the server says of its tools; a page each. */
let pages: (page: number) => unknown;
let asked = 0;
beforeAll(async () => {
  outbound = createOutbound({ allowPrivate: ['127.0.0.1'] });
  server = await startLoopback((request, response) => {
    if (request.method === 'GET') return void response.writeHead(404).end();
    void json(request).then((message) => {
      const { id, method } = message as { id?: number; method: string };
      if (id === undefined) return response.writeHead(202).end();
      const result =
        method === 'initialize' ? HELLO : method === 'tools/list' ? pages(asked++) : {};
      const body = method === 'server/discover' ? { error: UNKNOWN } : { result };
      return response
        .setHeader('content-type', 'application/json')
        .end(JSON.stringify({ jsonrpc: '2.0', id, ...body }));
    });
  });
});
afterAll(async () => {
  await outbound.close();
  await server.stop();
});

const UNKNOWN = { code: -32601, message: 'Method not found' };
const HELLO = {
  protocolVersion: '2025-06-18',
  capabilities: { tools: {} },
  serverInfo: { name: 'Liar', version: '1' },
};
const object = { type: 'object' };

const parts = (input: JsonObject = {}): ActionContext =>
  ({
    http: outbound.http,
    programs: {},
    signal: AbortSignal.timeout(20_000),
    config: {},
    input,
  }) as ActionContext;
const list = () => {
  asked = 0;
  return listTools({ transport: 'http', url: server.url }, parts());
};
const told = (code: string, words: RegExp) => ({
  problem: { code, message: expect.stringMatching(words), hint: expect.stringMatching(/\w/) },
});

describe('a server that lies about its tools', () => {
  it.each<[string, JsonObject, RegExp]>([
    ['that are no list', { tools: 'many' }, /does not answer as MCP has it, at tools: /],
    ['one of which has no name', { tools: [{ inputSchema: object }] }, /at tools\.0\.name: /],
    [
      'one of which takes a text',
      { tools: [{ name: 'a', inputSchema: 'x' }] },
      /at tools\.0\.inputSchema: /,
    ],
    ['of which there are none', { tools: [] }, /offers no tools/],
  ])('%s is told in words', async (_title, page, words) => {
    pages = () => page;
    await expect(list()).rejects.toMatchObject(told('rejected', words));
  });

  it('whose list never ends is let go', async () => {
    pages = (page) => ({
      tools: [{ name: `tool-${page}`, inputSchema: object }],
      nextCursor: String(page),
    });
    await expect(list()).rejects.toMatchObject(
      told('rejected', /list of tools of .* does not end/),
    );
    expect(asked).toBeLessThanOrEqual(PAGES_AT_MOST);
  });

  it('with odd names and schemas becomes a connector that keeps to the rules', async () => {
    pages = () => ({
      tools: [
        { name: '__proto__', inputSchema: object },
        { name: 'a b', inputSchema: { type: 'object', properties: { x: { $ref: '#/x' } } } },
        { name: 'a-b', inputSchema: { type: 'object', required: ['y'], properties: { x: 7 } } },
        { name: 'far', inputSchema: { type: 'object', $ref: 'http://169.254.169.254/' } },
        { name: 'slow', inputSchema: { type: 'object', properties: { x: { pattern: '(' } } } },
        { name: 'deep', inputSchema: { type: 'object', $ref: '#' } },
      ],
    });
    const { manifest } = convertTools(JSON.stringify(await list()));
    expect(connectorManifestSchema.parse(manifest)).toEqual(manifest);
    expect(Object.values(manifest.actions).map(({ tool }) => tool?.name)).toHaveLength(6);
    expect(JSON.stringify(manifest)).not.toContain('169.254');
    const [id] = Object.entries(manifest.actions).find(([, one]) => one.tool?.name === 'a-b')!;
    const answered = callAction(dataConnector(manifest), id, parts());
    await expect(answered).rejects.toThrow('The field y is not valid: it is missing.');
  });
});
