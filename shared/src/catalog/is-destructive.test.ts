import { expect, it } from 'vitest';

import { isDestructive } from './is-destructive.ts';

const sql = [{ field: 'sql', words: ['delete', 'replace into', '$out'] }];
const free = { effects: { reads: false, destructiveWhen: sql } };

it('is so whatever its input when the action says so', () => {
  expect(isDestructive({ effects: { reads: false, destructive: true } }, null)).toBe(true);
  expect(isDestructive({ effects: { reads: true } }, { sql: 'delete from t' })).toBe(false);
});

it.each([
  ['delete from customers', true],
  ['with gone as (\n  DELETE from t returning *) select * from gone', true],
  ['replace \n into t values (1)', true],
  ['$out', true],
  ['select deleted, replace(name, 1, 2) from t', false],
  ['select 1', false],
])('is so for words of the input: %s', (text, expected) => {
  expect(isDestructive(free, { sql: text })).toBe(expected);
});

it('looks into what is not text', () => {
  expect(isDestructive(free, { sql: [{ $out: 'totals' }] })).toBe(true);
  expect(isDestructive(free, { sql: [{ $group: {} }] })).toBe(false);
});

it('looks at no field but those named, and at nothing inherited', () => {
  expect(isDestructive(free, { note: 'delete' })).toBe(false);
  const proto = {
    effects: { reads: false, destructiveWhen: [{ field: '__proto__', words: ['object'] }] },
  };
  expect(isDestructive(proto, {})).toBe(false);
});
