import { expect, test } from 'vitest';

import { readCount, retentionWords } from './retention.ts';

test('an empty field means no limit', () => {
  expect(readCount(' ', 10)).toEqual({});
});

test('what is no whole number within the limit gets words', () => {
  for (const text of ['0', '11', '1.5', 'many']) expect(readCount(text, 10).error).toBeDefined();
  expect(readCount('10', 10)).toEqual({ value: 10 });
});

test('both rules are told in one sentence', () => {
  expect(retentionWords({})).toBe('All runs of this flow are kept for good.');
  expect(retentionWords({ days: 1, count: 500 })).toBe(
    'Ended runs older than 1 day or beyond the newest 500 are deleted with their data.',
  );
});
