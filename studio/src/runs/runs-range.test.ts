import { expect, test } from 'vitest';

import { rangeOf } from './runs-range.ts';

const rows = ['a', 'b', 'c', 'd'].map((id) => ({ id }));

test('a range of rows goes from the row before to this one, down or up', () => {
  expect(rangeOf(rows, 'b', 'd')).toEqual(['b', 'c', 'd']);
  expect(rangeOf(rows, 'c', 'a')).toEqual(['a', 'b', 'c']);
});

test('a range is the row alone where the row before is not in the list', () => {
  expect(rangeOf(rows, undefined, 'c')).toEqual(['c']);
  expect(rangeOf(rows, 'gone', 'c')).toEqual(['c']);
});
