import { expect, test } from 'vitest';

import { readNumber } from './read-number.ts';

test.each([
  ['12', {}, { value: 12 }],
  ['0.5', { min: 0.1 }, { value: 0.5 }],
  ['', {}, { wrong: 'Type a number.' }],
  ['1e', {}, { wrong: 'Type a number.' }],
  ['0', { min: 1 }, { wrong: 'At least 1.' }],
  ['2000', { max: 1000 }, { wrong: 'At most 1,000.' }],
  ['1.5', { whole: true }, { wrong: 'Type a whole number.' }],
])('%j within %j is %j', (text, bounds, found) => {
  expect(readNumber(text, bounds)).toEqual(found);
});
