import { expect, test } from 'vitest';

import { jsonProblem } from './monaco-json.ts';

test('a JSON text that parses has no problem', () => {
  expect(jsonProblem('{ "a": [1, 2] }')).toBeUndefined();
});

test('a stray character is marked at its place', () => {
  expect(jsonProblem('{}x')?.at?.offset).toBe(2);
});

test('a text that ends too early is marked at its end', () => {
  expect(jsonProblem('{ "a": ')?.at?.offset).toBe(6);
});
