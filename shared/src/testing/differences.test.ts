import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import type { Json } from '#base';

import { differences, differenceWords } from './differences.ts';

const json = fc.jsonValue() as fc.Arbitrary<Json>;

describe('differences', () => {
  it.each<[string, Json, Json, string[]]>([
    ['a changed value', { a: { b: 1 } }, { a: { b: 2 } }, ['a.b: expected 1, got 2']],
    ['a missing field', { a: 1, b: 2 }, { a: 1 }, ['b is missing; expected 2']],
    ['a field too many', { a: 1 }, { a: 1, b: 2 }, ['b was not expected; it is 2']],
    ['an item', [1, 2], [1, 3], ['[1]: expected 2, got 3']],
    ['another type', { a: '1' }, { a: 1 }, ['a: expected "1", got 1']],
    ['a field with a strange name', { 'a b': 1 }, {}, ['`a b` is missing; expected 1']],
    ['the whole', 1, 'x', ['The value: expected 1, got "x"']],
  ])('names %s', (_what, expected, actual, words) => {
    expect(differences(expected, actual).map(differenceWords)).toEqual(words);
  });

  it('leaves what was not asked for alone in a subset', () => {
    expect(differences({ a: [{ b: 1 }] }, { a: [{ b: 1, c: 2 }, 3], d: 4 }, true)).toEqual([]);
    expect(differences({ a: [1, 2] }, { a: [1] }, true)).toHaveLength(1);
  });

  it('finds none between equal values, and some between different ones', () => {
    fc.assert(
      fc.property(json, json, (a, b) => {
        expect(differences(a, structuredClone(a))).toEqual([]);
        const same = JSON.stringify(sorted(a)) === JSON.stringify(sorted(b));
        expect(differences(a, b).length === 0).toBe(same);
      }),
    );
  });

  it('stays readable for very many', () => {
    const list = Array.from({ length: 5000 }, (_, i) => i);
    expect(differences(list, []).length).toBe(200);
  });
});

function sorted(value: Json): Json {
  if (Array.isArray(value)) return ['[]', ...value.map(sorted)];
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value).map(([name, of]) => [name, sorted(of)] as const);
  return ['{}', ...entries.toSorted(([a], [b]) => (a < b ? -1 : 1))] as unknown as Json;
}
