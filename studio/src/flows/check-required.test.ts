import type { JsonSchema } from '@patchbay/shared/catalog';
import { expect, test } from 'vitest';

import { checkRequired } from './check-required.ts';
import { graphOf, step } from './random-graph.ts';

const schema: JsonSchema = {
  type: 'object',
  required: ['url', 'method', 'body'],
  properties: {
    url: { type: 'string', title: 'Address' },
    method: { type: 'string', default: 'GET' },
    body: {},
  },
};

const found = (input: string): string[] =>
  checkRequired(graphOf([step('a', 0, 0, { input })]), () => schema).map(({ message }) => message);

test.each([
  ['{}', ['"a" has no Address, body.']],
  ['', ['"a" has no Address, body.']],
  ['{ "url": "x" }', ['"a" has no body.']],
  ['{ "url": "x", "body": null }', []],
  ['{ steps.b.name: 1 }', []],
  ['$merge([steps.b, { "url": "x" }])', []],
])('of %j it says %j', (input, said) => {
  expect(found(input)).toEqual(said);
});

test('a step whose shape is not known is not judged', () => {
  expect(checkRequired(graphOf([step('a')]), () => undefined)).toEqual([]);
});
