import type { JsonObject } from '@patchbay/shared/base';
import { closeSchema, compareManifests } from '@patchbay/shared/catalog';
import { describe, expect, it } from 'vitest';

import { checkSchema } from '#sdk';

import { convertDocument } from './convert-document.ts';

describe('text that is no OpenAPI', () => {
  it.each([
    ['', 'no OpenAPI document'],
    ['[]', 'no OpenAPI document'],
    ['{', 'not JSON'],
    ['<!doctype html><html></html>', 'HTML'],
    ['{ "hello": 1 }', 'neither "openapi" nor "swagger"'],
    ['{ "openapi": "4.0.0" }', 'OpenAPI 4.0.0 is not known'],
    ['{ "swagger": "1.2" }', 'OpenAPI 1.2 is not known'],
    ['a: [', 'neither JSON nor YAML'],
    ['{ "openapi": "3.0.0", "paths": [] }', 'no object'],
    ['['.repeat(600), 'neither JSON nor YAML'],
    [`a: &a [x]\n${'b: [*a, *a, *a]\n'.repeat(60)}`, 'neither JSON nor YAML'],
  ])('is refused in words: %.40s', (text, words) => {
    expect(() => convertDocument(text, { sha256: 'a' })).toThrow(words);
  });

  it('is refused for its size before it is read', () => {
    const large = `{ "openapi": "3.0.0", "x": "${'x'.repeat(61 * 1024 * 1024)}" }`;
    expect(() => convertDocument(large, { sha256: 'a' })).toThrow('larger than 60 MB');
  });

  it('may point to files and into networks: nothing is fetched, and it is told', () => {
    const refs = ['file:///etc/passwd', 'http://169.254.169.254/latest', 'other.yaml#/Pet'];
    const content = ($ref: string): JsonObject => ({ 'application/json': { schema: { $ref } } });
    const paths = Object.fromEntries(
      refs.map((ref, at) => [`/${at}`, { post: { requestBody: { content: content(ref) } } }]),
    );
    const text = JSON.stringify({ openapi: '3.0.3', paths });
    const { findings } = convertDocument(text, { sha256: 'a' });
    const gap = findings.gaps.find(({ code }) => code === 'external_ref');
    expect(gap?.examples).toEqual(refs);
  });

  it('may go round in circles, everywhere that a reference can stand', () => {
    const at = (name: string, of = 'schemas'): JsonObject => ({
      $ref: `#/components/${of}/${name}`,
    });
    const content = (schema: JsonObject): JsonObject => ({ 'application/json': { schema } });
    const document = {
      openapi: '3.0.3',
      paths: {
        '/tree': {
          post: {
            operationId: 'tree',
            parameters: [at('Loop', 'parameters'), { name: 'a', in: 'query', schema: at('A') }],
            requestBody: { content: content(at('Tree')) },
            responses: { 200: at('Loop', 'responses') },
          },
        },
        '/body': { post: { operationId: 'body', requestBody: at('Loop', 'requestBodies') } },
        '/list': {
          get: {
            operationId: 'list',
            parameters: [{ name: 'page', in: 'query', schema: at('Self') }],
            responses: { 200: { content: content(at('Tree')) } },
          },
        },
      },
      components: {
        parameters: { Loop: at('Loop', 'parameters') },
        responses: { Loop: at('Loop', 'responses') },
        requestBodies: { Loop: at('Other', 'requestBodies'), Other: at('Loop', 'requestBodies') },
        schemas: {
          Self: at('Self'),
          A: { allOf: [at('B')] },
          B: { anyOf: [at('A'), { type: 'string' }] },
          Tree: { properties: { items: { type: 'array', items: at('Tree') }, up: at('Tree') } },
        },
      },
    };
    const { manifest } = convertDocument(JSON.stringify(document), { sha256: 'a' });
    expect(Object.keys(manifest.actions)).toEqual(['tree', 'body', 'list']);
    for (const { input, output = {} } of Object.values(manifest.actions))
      for (const schema of [input, output])
        expect(JSON.stringify(closeSchema(schema, manifest.$defs)).length).toBeLessThan(2000);
    const { tree } = manifest.actions;
    const check = (value: unknown) => () =>
      checkSchema(tree!.input, value, () => closeSchema(tree!.input, manifest.$defs));
    expect(check({ items: [{ items: [] }] })).not.toThrow();
    expect(check({ items: [{ items: 7 }] })).toThrow('items.0.items');
    expect(check({ a: 'x' })).toThrow('goes round in circles');
    expect(compareManifests(manifest, manifest)).toEqual([]);
  });

  it('may be odd in every part without more than a gap', () => {
    const odd: JsonObject[] = [
      { paths: { '/a': null, '/b': 1, '/c': { get: null, post: 'x', parameters: 'x' } } },
      { paths: { '/a': { get: { parameters: [null, 1, {}], responses: null, tags: 'x' } } } },
      { paths: { '/a': { post: { requestBody: { content: { 'application/json': null } } } } } },
      { paths: {}, components: { securitySchemes: { a: { type: 'oauth2', flows: 1 } } } },
      { paths: {}, servers: 'x', security: [null] },
      { paths: { '/__proto__': { get: { operationId: '__proto__' } } } },
    ];
    for (const part of odd)
      expect(() =>
        convertDocument(JSON.stringify({ openapi: '3.0.3', ...part }), { sha256: 'a' }),
      ).not.toThrow();
  });
});
