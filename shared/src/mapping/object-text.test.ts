import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { fieldAt, removeField, setField } from './edit-text.ts';
import { literalOf, readObject } from './object-text.ts';
import { parseTree } from './parse-tree.ts';
import { isSelfContained, trimExpression } from './self-contained.ts';

const values = fc.constantFrom(
  '1',
  '"a, b: {c}"',
  "'it''s' & \"}\"".replace("''", '\\u0027'),
  'null',
  '[1, 2, {"x": 3}]',
  'steps.get.body',
  'a ? b : c',
  'a ?: "x"',
  'a ?? "y"',
  '$match(trigger.body, /[a-z/]+\\/(x|,)/i)',
  'a / b / c',
  '(a) / 2',
  'x[0] / y',
  'a.* / 2',
  'items.{"k": v, "w": [1]}',
  'function($x, $y){ $x / $y }',
  '($a := 1; $b := "}"; $a)',
  '`odd } name`.x',
  'a and b or c in [d]',
  'in / 2',
  '$sum(items.(price * quantity))',
  'items^(>price)[0]',
  '**.x / 3',
  '% 2'.replace('% ', '7 % '),
  '{ "nested": { "deep": 1 } }',
);
const space = fc.constantFrom('', ' ', '\n  ', ' /* , } : */ ', '\t', '/* "open */');
const key = fc.oneof(
  fc.string({ maxLength: 6 }).map((text) => JSON.stringify(text)),
  fc.constantFrom("'single'", '"a:b"', 'a & "x"', 'a ? "y" : "z"'),
);

const entry = fc.tuple(space, key, space, space, values, space);
const objectText = fc
  .tuple(space, fc.uniqueArray(entry, { selector: ([, k]) => k, maxLength: 6 }), space)
  .map(
    ([before, entries, after]) =>
      `${before}{${entries.map(([a, k, b, c, v, d]) => `${a}${k}${b}:${c}${v}${d}`).join(',')} }${after}`,
  );

/** The text of every field but one, in order. */
function others(text: string, name: string): string[] {
  const fields = readObject(text)?.fields ?? [];
  return fields
    .filter((field) => field.key !== name)
    .map(({ keyStart, valueEnd }) => text.slice(keyStart, valueEnd));
}

describe('the text of an object constructor', () => {
  it('is read as jsonata reads it: the same fields in the same order', () => {
    fc.assert(
      fc.property(objectText, (text) => {
        const parsed = parseTree(text);
        fc.pre(parsed.ok);
        const object = readObject(text);
        expect(object).toBeDefined();
        for (const { valueStart, valueEnd } of object?.fields ?? []) {
          expect(parseTree(text.slice(valueStart, valueEnd)).ok).toBe(true);
        }
        const pairs = parsed.ok && parsed.root.kind === 'object' ? parsed.root.pairs : [];
        expect(object?.fields).toHaveLength(pairs.length);
      }),
      { numRuns: 400 },
    );
  });

  it('keeps every other field byte for byte when one is set, and still parses', () => {
    fc.assert(
      fc.property(objectText, fc.string({ maxLength: 6 }), values, (text, name, value) => {
        fc.pre(parseTree(text).ok);
        const after = setField(text, [name], value);
        const field = fieldAt(after, [name]);
        expect(field && after.slice(field.valueStart, field.valueEnd)).toBe(value);
        expect(others(after, name)).toEqual(others(text, name));
        expect(parseTree(after).ok).toBe(true);
      }),
      { numRuns: 400 },
    );
  });

  it('takes back a field it added, and removes any without touching the others', () => {
    fc.assert(
      fc.property(objectText, fc.nat(5), (text, at) => {
        fc.pre(parseTree(text).ok);
        const name = readObject(text)?.fields[at]?.key;
        fc.pre(name !== undefined);
        const after = removeField(text, [name]);
        expect(others(after, name)).toEqual(others(text, name));
        expect(parseTree(after).ok).toBe(true);
      }),
      { numRuns: 400 },
    );
  });

  it('never throws on any text and changes nothing it does not understand', () => {
    fc.assert(
      fc.property(fc.string(), fc.string(), (text, value) => {
        readObject(text);
        fc.pre(readObject(text) === undefined);
        expect(setField(text, ['a'], value)).toBe(text);
        removeField(text, ['a']);
      }),
      { numRuns: 400 },
    );
  });

  it('sets a nested field and makes the objects around it when they are missing', () => {
    const text = '{\n  "url": "x", /* why */\n  "auth": { "kind": "none" }\n}';
    const once = setField(text, ['auth', 'kind'], '"basic"');
    expect(once).toBe(text.replace('"none"', '"basic"'));
    const twice = setField(once, ['headers', 'accept'], 'vars.type');
    expect(twice).toContain(',\n  "headers": { "accept": vars.type }\n}');
    expect(setField('{}', ['a'], '1')).toBe('{ "a": 1 }');
  });

  it('leaves a text that is no object constructor as it is', () => {
    for (const text of [
      'steps.a',
      '{"a":1}.b',
      '[{"a":1}]',
      '{"a":1',
      '{"a"}',
      '',
      '{ "a": 1 } + 1',
    ])
      expect([readObject(text), setField(text, ['b'], '1')]).toEqual([undefined, text]);
  });

  it('refuses a value that would spill into the fields behind it', () => {
    const bad = ['1, "b": 2', '"open', '(1', '1)', '', '  ', '/* only */', '1 /* open', '}'];
    expect(bad.map(isSelfContained)).toEqual(bad.map(() => false));
    expect(setField('{"a": 1}', ['a'], '"open')).toBe('{"a": 1}');
  });

  it('takes space and comments off the ends of a value, not out of it', () => {
    expect(trimExpression(' a /* in */ + b /* end */ ')).toBe('a /* in */ + b');
    expect(trimExpression(' "open ')).toBe('"open');
  });

  it('knows a literal from a computation', () => {
    expect(literalOf('[1, {"a": null}]')).toEqual({ value: [1, { a: null }] });
    expect(literalOf("'single'")).toEqual({ value: 'single' });
    expect([literalOf('steps.a'), literalOf('1 + 1')]).toEqual([undefined, undefined]);
  });
});
