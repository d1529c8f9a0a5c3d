import type { JsonObject } from '@patchbay/shared/base';
import { connectorManifestSchema } from '@patchbay/shared/catalog';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { convertDocument } from '#sdk/openapi';
import { createOutbound, type Outbound } from '#sdk/outbound';
import { echo, type Loopback, openTestContext, startLoopback } from '#sdk/testing';

import { callAction } from './call.ts';
import { dataConnector, overlayConnector } from './data-connector.ts';

let outbound: Outbound;
let peer: Loopback;

beforeAll(async () => {
  outbound = createOutbound({ allowPrivate: ['127.0.0.1'] });
  peer = await startLoopback((request, response) => {
    if (!request.url?.startsWith('/v1/pets?')) return echo(request, response);
    const page = Number(new URL(request.url, 'http://x').searchParams.get('page') ?? 1);
    const pets = page < 3 ? [{ name: `${page}a` }, { name: `${page}b` }] : [];
    response.setHeader('content-type', 'application/json').end(JSON.stringify({ pets }));
  });
});
afterAll(async () => {
  await outbound.close();
  await peer.stop();
});

const NAME = { type: 'string', minLength: 2, pattern: '^[a-z]+$' };
const converted = convertDocument(
  JSON.stringify({
    openapi: '3.0.3',
    info: { title: 'Pets', version: '1' },
    servers: [{ url: 'https://pets.example/v1' }],
    components: {
      securitySchemes: { key: { type: 'apiKey', in: 'header', name: 'X-Key' } },
      schemas: {
        Pet: {
          type: 'object',
          required: ['name'],
          properties: { name: NAME, parent: { $ref: '#/components/schemas/Pet' } },
        },
      },
    },
    paths: {
      '/pets/{id}': {
        put: {
          operationId: 'change',
          parameters: [
            { name: 'id', in: 'path', required: true, schema: { type: 'integer' } },
            { name: 'dry', in: 'query', schema: { type: 'boolean' } },
          ],
          requestBody: {
            required: true,
            content: { 'application/json': { schema: { $ref: '#/components/schemas/Pet' } } },
          },
        },
      },
      '/pets': {
        get: {
          operationId: 'list',
          parameters: [{ name: 'page', in: 'query', schema: { type: 'integer' } }],
          responses: {
            200: {
              content: {
                'application/json': {
                  schema: {
                    type: 'object',
                    properties: {
                      pets: { type: 'array', items: { $ref: '#/components/schemas/Pet' } },
                    },
                  },
                },
              },
            },
          },
        },
      },
    },
  }),
  { sha256: 'a' },
);
const pets = dataConnector(converted.manifest);

function call(connector: typeof pets, action: string, input: JsonObject): Promise<unknown> {
  const connection = { id: 'c', scheme: 'key', config: {}, fields: { key: 's3cret' } };
  const peers = { 'https://pets.example': peer.url };
  const ctx = openTestContext({ connector, connection, outbound, peers }, input);
  return callAction(connector, action, ctx);
}

describe('an imported connector', () => {
  it('sends the request its document describes, with the credential', async () => {
    const sent = await call(pets, 'change', {
      id: 7,
      dry: true,
      name: 'rex',
      parent: { name: 'max' },
    });
    expect(sent).toMatchObject({
      method: 'PUT',
      path: '/v1/pets/7?dry=true',
      headers: { 'x-key': 's3cret' },
      body: '{"name":"rex","parent":{"name":"max"}}',
    });
  });

  it.each<[JsonObject, string]>([
    [{ id: 7 }, 'The field name is not valid: it is missing'],
    [{ id: 'x', name: 'rex' }, 'The field id is not valid: it must be integer'],
    [{ id: 7, name: 'REX' }, 'The field name is not valid: it must match pattern'],
    [{ id: 7, name: 'rex', nmae: 1 }, 'The field nmae is not valid: there is no such field'],
    [{ id: 7, name: 'rex', parent: { name: 'x' } }, 'The field parent.name is not valid'],
  ])(
    'refuses input that its schema does not allow, before anything is sent: %j',
    async (input, words) => {
      const before = peer.seen.length;
      await expect(call(pets, 'change', input)).rejects.toThrow(words);
      expect(peer.seen).toHaveLength(before);
    },
  );

  it('reads a pattern that would hold a backtracking engine for ages', async () => {
    const evil = overlayConnector(pets, {
      actions: {
        change: { input: { properties: { name: { pattern: '^(a+)+$', minLength: 1 } } } },
      },
    });
    const started = performance.now();
    const input = { id: 7, name: `${'a'.repeat(5000)}!` };
    await expect(call(evil, 'change', input)).rejects.toThrow('must match pattern');
    expect(performance.now() - started).toBeLessThan(10_000);
  });

  it('goes through the pages once an overlay says how', async () => {
    const { list } = converted.findings.pagination;
    const paged = overlayConnector(pets, { actions: { list: { paginate: list ?? null } } });
    expect(paged.manifest.actions.list).toMatchObject({
      input: { properties: { maxItems: { type: 'integer' } } },
      output: { type: 'array', items: { $ref: '#/$defs/Pet' } },
    });
    expect(connectorManifestSchema.parse(paged.manifest)).toEqual(paged.manifest);
    await expect(call(paged, 'list', { maxItems: 3, page: 1 })).resolves.toEqual([
      { name: '1a' },
      { name: '1b' },
      { name: '2a' },
    ]);
  });

  it('has no action that an overlay takes away', async () => {
    const less = overlayConnector(pets, { actions: { change: null } });
    await expect(call(less, 'change', { id: 1 })).rejects.toThrow('has no action "change"');
  });
});
