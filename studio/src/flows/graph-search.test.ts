import { expect, test } from 'vitest';

import { searchGraph } from './graph-search.ts';
import { graphOf, step } from './random-graph.ts';

const choice = step('c', 0, 0, {
  title: 'Large?',
  kind: 'choice',
  config: { cases: [{ id: 'x', label: 'Over a thousand', when: 'trigger.total > 1000' }] },
});
const noted = step('n', 0, 0, { settings: { notes: 'Ask Grace before changing this' } });
const graph = { ...graphOf([choice, noted]), vars: { rate: { eur: 1.08 } } };

test.each([
  ['LARGE', 'c', 'Title', 'Large?'],
  ['thousand', 'c', 'Setting', 'Over a thousand'],
  ['total >', 'c', 'Expression', 'trigger.total > 1000'],
  ['grace', 'n', 'Notes', 'Ask Grace before changing this'],
  ['1.08', undefined, 'Variable', '{"eur":1.08}'],
])('%j is found at %s under %s', (words, node, where, excerpt) => {
  expect(searchGraph(graph, words)).toEqual([{ node, title: expect.anything(), where, excerpt }]);
});

test('words that nothing holds are not found', () => {
  expect(searchGraph(graph, 'xyzzy')).toEqual([]);
  expect(searchGraph(graph, '  ')).toEqual([]);
});
