import { expect, test } from 'vitest';

import type { JsonSchema } from '#catalog';

import { checkRequired } from './check-required.ts';
import { drawGraph } from './draw-graph.ts';
import type { NodeOf } from './node.ts';

const schema: JsonSchema = {
  type: 'object',
  required: ['url', 'method', 'body'],
  properties: {
    url: { type: 'string', title: 'Address' },
    method: { type: 'string', default: 'GET' },
    body: {},
  },
};

const found = (input: string): string[] => {
  const { nodes } = drawGraph({ a: { kind: 'map', input } }, []);
  return checkRequired(nodes.a as NodeOf<'map'>, schema).map(({ message }) => message);
};

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
