import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';

import { publishDrawing, runByHand, untilEnded } from '@patchbay/e2e/flows';
import { DIALECTS, openTestHouse, type TestHouse } from '@patchbay/runtime/test-house';
import type { JsonObject } from '@patchbay/shared/base';
import {
  getAction,
  getConnector,
  getImport,
  installImport,
  listConnectors,
  previewImport,
  removeImport,
} from '@patchbay/shared/catalog';
import { createConnection } from '@patchbay/shared/connections';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

const seen: string[] = [];
let peer: Server;
let url: string;
/** What the peer answers at /openapi.json. */
let published = '';

beforeAll(async () => {
  peer = createServer((request, response) => {
    seen.push(`${request.method} ${request.url} ${request.headers.authorization ?? ''}`);
    if (request.url === '/page') return response.end('<html>Docs</html>');
    if (request.url === '/half')
      return response.writeHead(200, { 'content-length': '9' }).destroy();
    if (request.url === '/openapi.json') return response.end(published);
    if (request.url === '/gone') return response.writeHead(404).end();
    return response
      .setHeader('content-type', 'application/json')
      .end(JSON.stringify({ id: 1, title: 'Found' }));
  });
  await new Promise<void>((resolve) => peer.listen(0, '127.0.0.1', resolve));
  url = `http://127.0.0.1:${(peer.address() as AddressInfo).port}`;
});
afterAll(() => {
  peer.closeAllConnections();
  peer.close();
});

function documentOf(operations: Record<string, JsonObject>): string {
  return JSON.stringify({
    openapi: '3.0.3',
    info: { title: 'Issue tracker', version: '1' },
    servers: [{ url: '/api' }],
    components: {
      securitySchemes: { token: { type: 'http', scheme: 'bearer' } },
      schemas: {
        Issue: {
          type: 'object',
          properties: { id: { type: 'integer' }, of: { $ref: '#/components/schemas/Issue' } },
        },
      },
    },
    paths: Object.fromEntries(
      Object.entries(operations).map(([id, operation]) => [
        `/${id}/{number}`,
        { get: { operationId: id, ...operation } },
      ]),
    ),
  });
}
const schema = { $ref: '#/components/schemas/Issue' };
const answers = { responses: { 200: { content: { 'application/json': { schema } } } } };
const numbered = {
  parameters: [{ name: 'number', in: 'path', required: true, schema: { type: 'integer' } }],
  ...answers,
};

describe.each(DIALECTS)('importing OpenAPI, %s', (dialect) => {
  let at: TestHouse;
  beforeAll(async () => {
    at = await openTestHouse(dialect);
  });
  afterAll(() => at?.stop());
  const preview = (body: { text?: string; url?: string; id?: string }) =>
    at.client.call(previewImport, { body });

  it('makes a connector that runs in a flow, in versions side by side', async () => {
    published = documentOf({ issue: numbered, comment: numbered });
    const found = await preview({ url: `${url}/openapi.json` });
    expect(found).toMatchObject({
      manifest: {
        id: 'issue-tracker',
        network: { baseUrl: `${url}/api` },
        auth: [{ type: 'bearer' }],
      },
      actions: [{ id: 'issue', call: 'GET /issue/{number}', reads: true }, { id: 'comment' }],
    });
    expect(found.installed).toBeUndefined();
    const list = await at.client.call(listConnectors, {});
    expect(list.items.map((one) => one.id)).not.toContain('issue-tracker');

    const overlay = { name: 'Tracker', actions: { comment: null } };
    const install = { document: found.document, id: 'tracker', overlay };
    const first = await at.client.call(installImport, { body: install });
    expect(first).toMatchObject({ id: 'tracker', version: '1.0.0' });
    const { items } = await at.client.call(listConnectors, {});
    expect(items.find((one) => one.id === 'tracker')).toMatchObject({
      name: 'Tracker',
      origin: 'openapi',
      actions: [{ id: 'issue' }],
    });
    const action = await at.client.call(getAction, {
      params: { id: 'tracker', version: '1.0.0', action: 'issue' },
    });
    expect(action.output).toMatchObject({
      $ref: '#/$defs/Issue',
      $defs: { Issue: { type: 'object' } },
    });

    const auth = { scheme: 'token', values: { token: 'tr4cker' } };
    const { id: connection } = await at.client.call(createConnection, {
      body: { name: 'Mine', connector: 'tracker', version: '1.0.0', config: {}, auth },
    });
    const config = { connector: 'tracker', version: '1.0.0', action: 'issue', connection };
    const nodes = {
      start: { kind: 'manual' as const },
      get: { kind: 'action' as const, config, input: '{ "number": 7 }' },
    };
    const flow = await publishDrawing(at.client, nodes, ['start>get']);
    const { run } = await untilEnded(at.client, await runByHand(at.client, flow));
    expect(run.status).toBe('done');
    expect(seen).toContain('GET /api/issue/7 Bearer tr4cker');

    // A newer document, which breaks: the old version stays what it was.
    const newer = {
      issue: {
        ...numbered,
        parameters: [
          ...numbered.parameters,
          { name: 'org', in: 'query', required: true, schema: {} },
        ],
      },
      label: numbered,
    };
    const next = await preview({ text: documentOf(newer), id: 'tracker' });
    expect(next.installed).toMatchObject({ version: '1.0.0', overlay, next: '2.0.0' });
    expect(next.installed?.changes).toEqual(
      expect.arrayContaining([
        expect.objectContaining({ id: 'issue', breaking: true, words: 'It now asks for org.' }),
        expect.objectContaining({ id: 'label', kind: 'added', breaking: false }),
      ]),
    );
    const second = await at.client.call(installImport, {
      body: { document: next.document, id: 'tracker', overlay },
    });
    expect(second.version).toBe('2.0.0');
    const latest = await at.client.call(getConnector, {
      params: { id: 'tracker', version: 'latest' },
    });
    expect(latest.releases).toMatchObject([
      { version: '2.0.0', breaking: true },
      { version: '1.0.0' },
    ]);
    const old = await at.client.call(getConnector, { params: { id: 'tracker', version: '1.0.0' } });
    expect(Object.keys(old.actions)).toEqual(['issue']);
    const again = await untilEnded(at.client, await runByHand(at.client, flow));
    expect(again.run.status).toBe('done');
  });

  it('takes a changed overlay as a version too, and nothing new as none', async () => {
    const { document } = await at.client.call(getImport, { params: { id: 'tracker' } });
    const body = { document, id: 'tracker', overlay: { name: 'Renamed' } };
    const made = await at.client.call(installImport, { body });
    expect(made.version).toBe('2.0.1');
    await expect(at.client.call(installImport, { body })).rejects.toThrow('Nothing differs');
  });

  it('removes what nothing uses, and says who uses the rest', async () => {
    const { document } = await preview({ text: documentOf({ a: numbered }) });
    await at.client.call(installImport, { body: { document, id: 'unused', overlay: {} } });
    await at.client.call(removeImport, { params: { id: 'unused' } });
    const gone = at.client.call(getConnector, { params: { id: 'unused', version: '1.0.0' } });
    await expect(gone).rejects.toThrow('There is no connector "unused"');
    const used = at.client.call(removeImport, { params: { id: 'tracker' } });
    await expect(used).rejects.toThrow('It is used by Mine');
  });

  it.each([
    ['a page', () => ({ url: `${url}/page` }), 'HTML'],
    ['an address that gives nothing', () => ({ url: `${url}/gone` }), 'answered with 404'],
    ['half a body', () => ({ url: `${url}/half` }), 'unavailable'],
    ['an address inside', () => ({ url: 'http://169.254.169.254/latest' }), 'address_blocked'],
    ['nothing', () => ({}), 'There is no document'],
    ['no OpenAPI', () => ({ text: '{}' }), 'neither "openapi" nor "swagger"'],
    [
      'a document that nests without end',
      () => ({ text: `${'a:\n '.repeat(3)}${'['.repeat(20_000)}` }),
      'invalid_input',
    ],
  ])('refuses %s in words, and installs nothing', async (_title, body, words) => {
    const before = await at.client.call(listConnectors, {});
    await expect(preview(body())).rejects.toThrow(words);
    expect(await at.client.call(listConnectors, {})).toEqual(before);
  });

  it.each([
    ['an id of ours', 'http', {}, 'is a connector of Patchbay itself'],
    ['an overlay that makes no manifest', 'bad', { auth: [] }, 'is not right at auth'],
    ['an overlay that hides all', 'bad', { actions: { a: null } }, 'no action to install'],
  ])('refuses %s', async (_title, id, overlay, words) => {
    const { document } = await preview({ text: documentOf({ a: numbered }) });
    const body = { document, id, overlay };
    await expect(at.client.call(installImport, { body })).rejects.toThrow(words);
  });
});
