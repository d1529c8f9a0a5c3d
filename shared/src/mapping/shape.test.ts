import * as fc from 'fast-check';
import jsonata from 'jsonata';
import { describe, expect, it } from 'vitest';

import { anyExpression } from './any-expression.ts';
import { buildShape } from './build-shape.ts';
import { parseTree } from './parse-tree.ts';
import { shapeAt, shapeOf } from './read-shape.ts';
import type { Shape } from './shape.ts';

const read = (text: string): Shape | undefined => shapeAt(text, []);

describe('the small shape of an expression', () => {
  it.each<[string, object]>([
    ['"x"', { kind: 'constant', value: 'x' }],
    ['-2', { kind: 'constant', value: -2 }],
    [
      'trigger.`unit price`.net',
      { kind: 'path', from: '', segments: ['trigger', 'unit price', 'net'] },
    ],
    ['$$.vars.x', { kind: 'path', from: '$$', segments: ['vars', 'x'] }],
    ['$', { kind: 'path', from: '$', segments: [] }],
    ['a.tags[]', { kind: 'path', segments: ['a', 'tags'], keepArray: true }],
    [
      'a = 1 ? "one" : b',
      { kind: 'conditional', condition: { text: 'a = 1' }, alternate: { text: 'b', start: 16 } },
    ],
    ['a ?? "none"', { kind: 'fallback', operator: '??', otherwise: { text: '"none"' } }],
    [
      'a & " " & (b & c)',
      { kind: 'concat', parts: [{ text: 'a' }, { text: '" "' }, { text: '(b & c)' }] },
    ],
    ['$lookup(vars.rates, code)', { kind: 'pick', table: { text: 'vars.rates' } }],
    [
      'steps.a.rows[id = $$.trigger.id][0].name',
      { kind: 'lookup', first: true, by: { text: 'id' }, result: ['name'] },
    ],
    ['rows[id = "x"]', { kind: 'lookup', first: false, result: [] }],
    [
      'rows{kind: $sum(price)}',
      { kind: 'groupBy', source: { text: 'rows' }, pairs: [{ key: { text: 'kind' } }] },
    ],
    ['rows^(>price, name)', { kind: 'sort', terms: [{ descending: true }, { descending: false }] }],
    [
      'rows[qty > 0].{ "sku": sku }',
      {
        kind: 'listMap',
        source: { text: 'rows[qty > 0]' },
        body: { text: '{ "sku": sku }', start: 14 },
      },
    ],
    ['rows^(a).{ "b": b }[]', { kind: 'listMap', source: { text: 'rows^(a)' }, keepArray: true }],
    [
      '{ "a": 1, "b": c }',
      { kind: 'object', fields: [{ key: 'a' }, { key: 'b', value: { text: 'c' } }] },
    ],
    ['[1, a]', { kind: 'list', items: [{ text: '1' }, { text: 'a' }] }],
  ])('%s', (text, shape) => {
    expect(read(text)).toMatchObject(shape);
  });

  it.each([
    '1 + 2',
    '$sum(a)',
    '[1..3]',
    'a.%.b',
    'a@$x.b',
    '{ a: 1 }',
    'a{b: c}[0]',
    '$x[0].a',
    'a[0][1][2]',
  ])('%s is opaque and keeps its text', (text) => {
    expect(read(text)).toEqual({ kind: 'opaque', text });
  });

  it.each([
    'a',
    'and',
    'x y',
    'ü',
    'a.b',
    "it's",
    '"',
    '`',
    '',
    '😀',
    '1',
    '__proto__',
    'function',
  ])('reads the name %j from its text', (name) => {
    for (const segments of [[name], ['x', name], [name, 'y']]) {
      const built = buildShape({ kind: 'path', from: '', segments, keepArray: false });
      const found = read(built);
      expect({ built, segments: found?.kind === 'path' && found.segments }).toEqual({
        built,
        segments,
      });
    }
  });

  it('means the same when it is built again', async () => {
    const rows = [
      { a: 2, b: 'x', item: [1, 2] },
      { a: 1, b: 'y', in: { a: 5 } },
    ];
    const document = { a: rows, b: { a: 3, item: rows }, item: 7, and: 'x', é: [[1], [2]] };
    const evaluate = async (text: string): Promise<string> => {
      try {
        const value: unknown = await jsonata(text, { timeout: 500, stack: 100 }).evaluate(document);
        return typeof value === 'function' ? 'function' : (JSON.stringify(value) ?? 'nothing');
      } catch {
        return 'fails';
      }
    };
    const seen = new Set<string>();
    const property = fc.asyncProperty(anyExpression, async (text) => {
      const parsed = parseTree(text);
      fc.pre(parsed.ok);
      if (!parsed.ok) return;
      const shape = shapeOf(text, parsed.root);
      seen.add(shape.kind);
      const built = buildShape(shape);
      const [before, after] = [await evaluate(text), await evaluate(built)];
      expect({ text, built, gives: after }).toEqual({ text, built, gives: before });
    });
    await fc.assert(property, { numRuns: 2000 });
    expect(seen.size).toBeGreaterThan(8);
  }, 30_000);
});
