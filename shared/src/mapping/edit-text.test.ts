import { describe, expect, it } from 'vitest';

import {
  changeField,
  fieldAt,
  nodeOfField,
  removeField,
  setField,
  type FieldPath,
} from './edit-text.ts';
import { parseTree } from './parse-tree.ts';

const invoice = `{
  "number": trigger.no, /* theirs */
  "lines": trigger.lines[qty > 0].{
    "sku": sku, // keep
    "price": { "net": price }
  }
}`.replace(' // keep', ' /* keep */');

const textAt = (text: string, path: FieldPath): string | undefined => {
  const node = nodeOfField(text, path);
  return node && text.slice(node.start, node.end);
};

describe('editing a field inside a list that is mapped', () => {
  it.each<[FieldPath, string]>([
    [['lines', 0, 'sku'], 'sku'],
    [['lines', 7, 'price', 'net'], 'price'],
    [['lines', 'sku'], 'sku'],
    [['number'], 'trigger.no'],
  ])('finds %j', (path, value) => {
    expect(textAt(invoice, path)).toBe(value);
  });

  it('changes nothing but the value', () => {
    const after = setField(invoice, ['lines', 0, 'price', 'net'], 'price * 2');
    expect(after).toBe(invoice.replace('"net": price', '"net": price * 2'));
  });

  it('adds a field to every element, with the objects around it', () => {
    const after = setField(invoice, ['lines', 0, 'tax', 'rate'], '0.2');
    expect(after).toContain(',\n    "tax": { "rate": 0.2 }\n  }\n}');
    expect(parseTree(after).ok).toBe(true);
  });

  it('takes a field away with its comma and leaves the comments', () => {
    expect(removeField(invoice, ['lines', 0, 'sku'])).toContain('{\n    /* keep */\n    "price"');
    expect(removeField(invoice, ['lines', 0, 'price'])).toMatch(/"sku": sku\s+\/\* keep \*\/\s+\}/);
  });

  it('wraps a value in place', () => {
    const after = changeField(invoice, ['number'], (value) => `$string(${value})`);
    expect(textAt(after, ['number'])).toBe('$string(trigger.no)');
  });
});

describe('editing the elements of a list', () => {
  const text = '{ "tags": ["a", /* b */ trigger.b, "c"] }';

  it('sets, adds and takes away one', () => {
    expect(setField(text, ['tags', 1], '"B"')).toContain('["a", /* b */ "B", "c"]');
    expect(setField(text, ['tags', 3], '"d"')).toContain('"c", "d"]');
    expect(removeField(text, ['tags', 0])).toContain('[/* b */ trigger.b, "c"]');
    expect(removeField(text, ['tags', 2])).toContain('["a", /* b */ trigger.b]');
    expect(setField('{}', ['tags', 0, 'x'], '1')).toBe('{ "tags": [{ "x": 1 }] }');
  });

  it('leaves alone what is no constructor', () => {
    for (const other of [
      '{ "tags": trigger.tags }',
      '{ "tags": ["a"][0] }',
      '{"tags": [1]{"a": 1}}',
    ])
      expect(setField(other, ['tags', 0], '1')).toBe(other);
  });
});

describe('a text one of whose fields is being typed', () => {
  const text = '{ "a": trigger., "b": { "c": 1 +, "d": [2] }, "e": 5 }';

  it('keeps the places of all fields and says what is wrong', () => {
    expect(parseTree(text)).toMatchObject({ ok: false, problem: { at: { offset: 15 } } });
    const paths: FieldPath[] = [['a'], ['b', 'c'], ['b', 'd', 0], ['e']];
    expect(paths.map((path) => textAt(text, path))).toEqual(['trigger.', '1 +', '2', '5']);
    expect(fieldAt(text, ['b', 'd'])).toMatchObject({ key: 'd' });
  });

  it('can be mended', () => {
    const once = setField(text, ['a'], 'trigger.x');
    expect(parseTree(setField(once, ['b', 'c'], '1')).ok).toBe(true);
  });
});
