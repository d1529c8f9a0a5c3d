import { expect, test } from 'vitest';

import { failWords, mapWords, respondWords } from './input-words.ts';

test.each([
  ['{ "orders": $count(a), "total": 1 }', 'Makes orders, total'],
  ['/* What arrived */ $exists(trigger.body) ? trigger.body : []', 'What arrived'],
  ['{}', 'Makes nothing yet'],
  ['{ steps.a.name: 1 }', 'Makes …'],
  ['steps.a.total  +\n 1', 'steps.a.total + 1'],
  ['{ "half', '{ "half'],
  ['', 'nothing'],
])('a map of %j says %j', (text, words) => {
  expect(mapWords(text)).toBe(words);
});

test.each([
  ['{ "status": 201, "body": { "id": 1, "total": 2 } }', 'Answers 201 with id, total'],
  ['{ "body": steps.a }', 'Answers 200 with steps.a'],
  ['{}', 'Answers 200'],
  ['steps.answer', 'steps.answer'],
])('a respond step of %j says %j', (text, words) => {
  expect(respondWords(text)).toBe(words);
});

test.each([
  ['{ "message": "Nothing in stock" }', 'Nothing in stock'],
  ['{ "message": "No " & steps.a.sku }', '"No " & steps.a.sku'],
  ['steps.problem', 'steps.problem'],
])('a fail step of %j says %j', (text, words) => {
  expect(failWords(text)).toBe(words);
});
