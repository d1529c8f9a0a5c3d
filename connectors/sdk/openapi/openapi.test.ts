import type { JsonObject } from '@patchbay/shared/base';
import { connectorManifestSchema, type ConnectorManifest } from '@patchbay/shared/catalog';
import { describe, expect, it } from 'vitest';

import { convertDocument, type Converted } from './convert-document.ts';

const convert = (document: JsonObject, source?: string): Converted =>
  convertDocument(JSON.stringify(document), { sha256: 'a', source });
const base = { openapi: '3.0.3', info: { title: 'Pets', version: '1' } };
const ok = { responses: { 200: { description: 'ok' } } };
const servers = [{ url: 'https://api.pets.example/v1' }];

/** The manifest of a document with one operation. */
function one(operation: JsonObject, path = '/pets', more: JsonObject = {}): ConnectorManifest {
  const paths = { [path]: { post: { operationId: 'act', ...ok, ...operation } } };
  return convert({ ...base, servers, paths, ...more }).manifest;
}

describe('an OpenAPI document', () => {
  it('becomes a manifest that keeps to the schema, from YAML of 3.1 too', () => {
    const text = `
openapi: 3.1.0
info: { title: Pets API, version: 2.5, description: "Everything about **pets**." }
servers: [{ url: https://api.pets.example/v1/ }]
paths:
  /pets/{petId}:
    get:
      operationId: showPetById
      summary: Get a pet
      tags: [pets]
      parameters:
        - { name: petId, in: path, required: true, schema: { type: string } }
        - { name: fields, in: query, explode: false, schema: { type: array, items: { type: string } } }
      responses:
        "200": { description: ok, content: { application/json: { schema: { $ref: "#/components/schemas/Pet" } } } }
components:
  schemas:
    Pet: { type: [object, "null"], properties: { id: { type: string }, parent: { $ref: "#/components/schemas/Pet" } } }
`;
    const { manifest, findings } = convertDocument(text, { sha256: 'b' });
    expect(connectorManifestSchema.parse(manifest)).toEqual(manifest);
    expect(manifest).toMatchObject({
      id: 'pets-api',
      name: 'Pets API',
      network: { baseUrl: 'https://api.pets.example/v1', allowedHosts: ['api.pets.example'] },
      origin: { kind: 'openapi', sha256: 'b' },
    });
    expect(manifest.actions.showPetById).toEqual({
      title: 'Get a pet',
      tags: ['pets'],
      input: {
        type: 'object',
        properties: {
          petId: { type: 'string' },
          fields: { type: 'array', items: { type: 'string' } },
        },
        required: ['petId'],
        additionalProperties: false,
      },
      output: { $ref: '#/$defs/Pet' },
      effects: { reads: true, idempotent: true },
      http: {
        method: 'GET',
        path: '/pets/{petId}',
        params: { fields: { in: 'query', style: 'comma' } },
      },
    });
    expect(manifest.$defs?.Pet?.properties?.parent).toEqual({ $ref: '#/$defs/Pet' });
    expect(findings).toMatchObject({ format: 'OpenAPI 3.1.0', documentVersion: '2.5' });
  });

  it('of version 2 is taken too', () => {
    const { manifest, findings } = convert({
      swagger: '2.0',
      info: { title: 'Old', version: '1' },
      host: 'old.example',
      basePath: '/v2',
      schemes: ['https'],
      securityDefinitions: { key: { type: 'apiKey', in: 'header', name: 'X-Key' } },
      paths: {
        '/pets': {
          post: {
            operationId: 'add',
            parameters: [
              { name: 'body', in: 'body', required: true, schema: { $ref: '#/definitions/Pet' } },
            ],
            ...ok,
          },
        },
      },
      definitions: {
        Pet: { type: 'object', required: ['name'], properties: { name: { type: 'string' } } },
      },
    });
    expect(findings.format).toBe('OpenAPI 2.0');
    expect(manifest.network.baseUrl).toBe('https://old.example/v2');
    expect(manifest.auth).toMatchObject([{ type: 'apiKey', place: 'header', name: 'X-Key' }]);
    expect(manifest.actions.add?.input).toMatchObject({
      properties: { name: { type: 'string' } },
      required: ['name'],
    });
  });

  it.each<[string, JsonObject, string, JsonObject]>([
    [
      'a form body',
      form('application/x-www-form-urlencoded'),
      '/pets',
      { body: { type: 'form' }, path: '/pets' },
    ],
    ['a multipart body', form('multipart/form-data'), '/pets', { body: { type: 'multipart' } }],
    [
      'XML, as text under its own type',
      form('application/xml'),
      '/pets',
      { body: { type: 'text', key: 'body' }, headers: { 'Content-Type': 'application/xml' } },
    ],
    [
      'a key that makes a call repeatable',
      { parameters: [{ name: 'Idempotency-Key', in: 'header', schema: { type: 'string' } }] },
      '/pets',
      { idempotencyHeader: 'Idempotency-Key' },
    ],
    ['a path parameter that is not declared', {}, '/pets/{id}', { path: '/pets/{id}' }],
    [
      'a name that templates use themselves',
      { parameters: [{ name: 'account', in: 'path', required: true, schema: {} }] },
      '/of/{account}',
      { path: '/of/{path_account}' },
    ],
    [
      'a server of its own',
      { servers: [{ url: 'https://uploads.pets.example' }] },
      '/pets',
      { path: 'https://uploads.pets.example/pets' },
    ],
  ])('binds %s', (_title, operation, path, binding) => {
    const manifest = one(operation, path);
    expect(manifest.actions.act?.http).toMatchObject(binding);
    for (const [, name = ''] of path.matchAll(/\{(\w+)\}/g))
      expect(manifest.actions.act?.input.required?.join()).toContain(name);
  });

  it('keeps fields of one name in two places apart', () => {
    const manifest = one({
      parameters: [
        { name: 'id', in: 'query', schema: { type: 'string' } },
        { name: 'id', in: 'header', schema: { type: 'integer' } },
      ],
      requestBody: {
        required: true,
        content: { 'application/json': { schema: { properties: { id: { type: 'boolean' } } } } },
      },
    });
    expect(manifest.actions.act?.http).toMatchObject({
      params: { id: { in: 'query' }, header_id: { in: 'header', name: 'id' } },
      body: { key: 'body' },
    });
  });

  it.each<[string, JsonObject, JsonObject]>([
    ['nullable', { type: 'string', nullable: true }, { type: ['string', 'null'] }],
    [
      'a nullable enum',
      { type: 'string', nullable: true, enum: ['a'] },
      { type: ['string', 'null'], enum: ['a', null] },
    ],
    ['nullable without type', { nullable: true }, { anyOf: [{}, { type: 'null' }] }],
    [
      'an exclusive minimum',
      { type: 'number', minimum: 1, exclusiveMinimum: true },
      { type: 'number', exclusiveMinimum: 1 },
    ],
    ['a type that is none', { type: 'file' }, {}],
    ['a pattern that is none', { type: 'string', pattern: '(' }, { type: 'string' }],
    ['a count that is none', { type: 'string', maxLength: -1 }, { type: 'string' }],
    ['a reference to a file', { $ref: 'file:///etc/passwd' }, {}],
    ['a reference to a host', { $ref: 'http://169.254.169.254/latest' }, {}],
    ['a reference to nothing', { $ref: '#/components/schemas/None' }, {}],
  ])('has its schemas in the sense of 2020-12: %s', (_title, schema, result) => {
    const manifest = one({ parameters: [{ name: 'x', in: 'query', schema }] });
    expect(manifest.actions.act?.input.properties?.x).toEqual(result);
  });

  it('resolves a reference into its paths, and a name that is odd', () => {
    const manifest = one(
      {
        parameters: [
          { name: 'x', in: 'query', schema: { $ref: '#/components/schemas/A~1B%20C' } },
          { name: 'y', in: 'query', schema: { $ref: '#/paths/~1pets/post/x-schema' } },
        ],
        'x-schema': { type: 'integer' },
      },
      '/pets',
      { components: { schemas: { 'A/B C': { type: 'boolean' } } } },
    );
    const { x, y } = manifest.actions.act?.input.properties ?? {};
    const behind = (ref = ''): unknown => manifest.$defs?.[ref.replace('#/$defs/', '')];
    expect([behind(x?.$ref), behind(y?.$ref)]).toEqual([{ type: 'boolean' }, { type: 'integer' }]);
  });

  it.each<[string, JsonObject, JsonObject]>([
    ['a key in the query', { type: 'apiKey', in: 'query', name: 'k' }, { type: 'apiKey' }],
    ['a bearer token', { type: 'http', scheme: 'Bearer' }, { type: 'bearer' }],
    ['a name and password', { type: 'http', scheme: 'basic' }, { type: 'basic' }],
    [
      'an authorization code',
      oauth('authorizationCode', { authorizationUrl: 'https://a', tokenUrl: 'https://t' }),
      {
        type: 'oauth2',
        grant: 'code',
        tokenUrl: 'https://t',
        scopes: [{ name: 'r', title: 'Read' }],
      },
    ],
    [
      'an implicit grant, whose token is entered by hand',
      oauth('implicit', { authorizationUrl: 'https://a' }),
      { type: 'bearer' },
    ],
  ])('has its sign-in made: %s', (_title, scheme, made) => {
    const components = { securitySchemes: { it: scheme } };
    const { manifest } = convert({ ...base, servers, paths: {}, components });
    expect(manifest.auth).toMatchObject([made]);
  });

  it('that wants two keys at once gets one sign-in with both', () => {
    const key = (name: string): JsonObject => ({ type: 'apiKey', in: 'header', name });
    const components = { securitySchemes: { a: key('X-A'), b: key('X-B') } };
    const { manifest } = convert({ ...base, paths: {}, components, security: [{ a: [], b: [] }] });
    expect(manifest.auth[0]).toMatchObject({
      type: 'parameters',
      headers: { 'X-A': '{fields.a}', 'X-B': '{fields.b}' },
    });
  });

  it.each<[string, JsonObject[], string | undefined, JsonObject]>([
    ['none', [], undefined, { baseUrl: '{config.baseUrl}', allowedHosts: ['{config.baseUrl}'] }],
    [
      'a relative one',
      [{ url: '/v2' }],
      'https://x.example/docs/a.json',
      { baseUrl: 'https://x.example/v2' },
    ],
    [
      'a plain one, bound to its origin',
      [{ url: 'http://127.0.0.1:99/a' }],
      undefined,
      { allowedHosts: ['http://127.0.0.1:99'] },
    ],
    [
      'one with variables',
      [{ url: 'https://{region}.x.example', variables: { region: { default: 'eu' } } }],
      undefined,
      { baseUrl: 'https://{config.region}.x.example', allowedHosts: ['{config.region}.x.example'] },
    ],
  ])('says where it is: %s', (_title, given, source, network) => {
    expect(convert({ ...base, servers: given, paths: {} }, source).manifest.network).toMatchObject(
      network,
    );
  });
});

function form(type: string): JsonObject {
  const schema = { type: 'object', properties: { name: { type: 'string' } } };
  return { requestBody: { required: true, content: { [type]: { schema } } } };
}

function oauth(flow: string, more: JsonObject): JsonObject {
  return { type: 'oauth2', flows: { [flow]: { ...more, scopes: { r: 'Read' } } } };
}
