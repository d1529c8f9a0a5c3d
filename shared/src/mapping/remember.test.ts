import { expect, test } from 'vitest';

import { remember } from './remember.ts';

function counted(most?: number) {
  const asked: string[] = [];
  const work = remember((text) => {
    asked.push(text);
    return { text };
  }, most);
  return { asked, work };
}

test('a text is worked out once', () => {
  const { asked, work } = counted();
  expect(work('a')).toBe(work('a'));
  expect(asked).toEqual(['a']);
});

test('the oldest text is forgotten when there are too many', () => {
  const { asked, work } = counted(2);
  for (const text of ['a', 'b', 'c', 'c', 'b', 'a']) work(text);
  expect(asked).toEqual(['a', 'b', 'c', 'a']);
});

test('a very long text is not kept', () => {
  const { asked, work } = counted();
  const long = 'x'.repeat(30_000);
  work(long);
  work(long);
  expect(asked).toHaveLength(2);
});
