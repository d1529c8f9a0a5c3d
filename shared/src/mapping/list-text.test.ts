import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { fieldAt, removeField, setField, swapFields } from './edit-text.ts';
import { readList } from './object-text.ts';
import { parseTree } from './parse-tree.ts';

const itemsOf = (text: string): string[] | undefined =>
  readList(text)?.fields.map(({ valueStart, valueEnd }) => text.slice(valueStart, valueEnd));

describe('the items of a list constructor', () => {
  it.each([
    ['[]', []],
    ['[1]', ['1']],
    ['/* a */ [1, a.b , "x,y"] /* b */', ['1', 'a.b', '"x,y"']],
    ['[[1..3], { "a": [1] }, $f(1, 2)]', ['[1..3]', '{ "a": [1] }', '$f(1, 2)']],
    ['[a ? b : c, /x,y/i]', ['a ? b : c', '/x,y/i']],
  ])('of %s', (text, items) => {
    expect(itemsOf(text)).toEqual(items);
  });

  it.each(['[1..3]', '[0, 1..3]', '[1][0]', '[1, 2] ~> $sum', '{ "a": 1 }', 'a', '[1', '[1,]'])(
    'are not known of %s',
    (text) => {
      expect(itemsOf(text)).toBeUndefined();
    },
  );

  it('are found by their place, also in objects and below lists', () => {
    const text = '{ "lines": [{ "n": 1 }, { "n": a.b }] }';
    const field = fieldAt(text, ['lines', '1', 'n']);
    expect(text.slice(field?.valueStart, field?.valueEnd)).toBe('a.b');
  });
});

describe('an edit of a list', () => {
  const text = '{ "to": [ /* first */ "a", b.c, "d" ] }';
  it.each([
    ['changes one item', setField(text, ['to', '1'], 'x'), '[ /* first */ "a", x, "d" ]'],
    ['adds one', setField(text, ['to', '3'], '4'), '[ /* first */ "a", b.c, "d", 4 ]'],
    ['takes the middle one', removeField(text, ['to', '1']), '[ /* first */ "a", "d" ]'],
    ['takes the last one', removeField(text, ['to', '2']), '[ /* first */ "a", b.c ]'],
    ['swaps two', swapFields(text, ['to', '1'], ['to', '0']), '[ /* first */ b.c, "a", "d" ]'],
    ['begins one', setField('{ "to": [] }', ['to', '0'], '1'), '[ 1 ]'],
  ])('%s', (_, edited, list) => {
    expect(edited).toBe(`{ "to": ${list} }`);
  });

  const item = fc.constantFrom('1', '"a, b"', 'a.b', '[1, c]', '{ "x": y }', '/* z */ q', 'a ? b');
  it('leaves the other items as they were', () => {
    fc.assert(
      fc.property(fc.array(item, { minLength: 1, maxLength: 6 }), fc.nat(), (items, n) => {
        const whole = `[${items.join(', ')}]`;
        const bare = itemsOf(whole) ?? [];
        const at = n % items.length;
        const edited = setField(whole, [String(at)], 'new');
        expect(itemsOf(edited)).toEqual(bare.with(at, 'new'));
        expect(itemsOf(removeField(whole, [String(at)]))).toEqual(bare.toSpliced(at, 1));
        expect(parseTree(edited).ok).toBe(true);
      }),
    );
  });
});
