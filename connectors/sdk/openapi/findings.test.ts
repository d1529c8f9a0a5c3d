import type { JsonObject } from '@patchbay/shared/base';
import { describe, expect, it } from 'vitest';

import { convertDocument, type Converted } from './convert-document.ts';

const base = { openapi: '3.0.3', info: { title: 'Pets', version: '1' } };
const convert = (document: JsonObject): Converted =>
  convertDocument(JSON.stringify(document), { sha256: 'a' });

describe('a converted document', () => {
  it('proposes how its lists go on', () => {
    const list = (names: string[], properties: JsonObject, headers = {}): JsonObject => ({
      get: {
        operationId: names.join('-'),
        parameters: names.map((name) => ({
          name,
          in: 'query',
          schema: { type: 'integer', maximum: 50 },
        })),
        responses: {
          200: {
            headers,
            content: { 'application/json': { schema: { type: 'object', properties } } },
          },
        },
      },
    });
    const items = { type: 'array', items: {} };
    const { findings } = convert({
      ...base,
      paths: {
        '/a': list(['page', 'per_page'], { items }),
        '/b': list(['cursor'], {
          data: items,
          meta: { type: 'object', properties: { next_cursor: {} } },
        }),
        '/c': list(['offset', 'limit'], { rows: items }),
        '/d': list(['x'], { items }, { Link: {} }),
        '/e': list(['y'], { items }),
      },
    });
    expect(findings.pagination).toEqual({
      'page-per_page': {
        items: 'items',
        by: 'page',
        param: 'page',
        size: { param: 'per_page', most: 50 },
      },
      cursor: { items: 'data', by: 'cursor', param: 'cursor', next: 'meta.next_cursor' },
      'offset-limit': {
        items: 'rows',
        by: 'offset',
        param: 'offset',
        size: { param: 'limit', most: 50 },
      },
      x: { items: 'items', by: 'link' },
    });
  });

  it('says what it leaves open', () => {
    const { findings } = convert({ ...base, paths: { '/a': { get: {} } } });
    expect(findings.gaps.map(({ code }) => code).toSorted()).toEqual([
      'no_auth',
      'no_base_url',
      'no_operation_id',
      'no_response',
      'no_test',
    ]);
  });
});
