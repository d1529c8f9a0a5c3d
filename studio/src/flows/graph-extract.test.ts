import { applyEdit, checkGraph, wire } from '@patchbay/shared/flows';
import { expect, test } from 'vitest';

import { extractFlow } from './graph-extract.ts';
import { graphOf, step } from './random-graph.ts';

const manual = step('start', 0, 0, { kind: 'manual' });
const graph = graphOf(
  [
    manual,
    step('a', 300, 0, { input: 'trigger.order' }),
    step('b', 600, 0, { input: '{ "n": steps.a.n, "who": trigger.name, "trigger": 1 }' }),
    step('c', 900, 0, { input: 'steps.b.n + 1' }),
    step('d', 1200, 0, { input: 'steps.c' }),
  ],
  [wire('start', 'out', 'a'), wire('a', 'out', 'b'), wire('b', 'out', 'c'), wire('c', 'out', 'd')],
);

test('a selection becomes a sound flow, and the flow it left stays sound', () => {
  const made = extractFlow(graph, ['b', 'c'], 'Count');
  if (!made.ok) throw new Error(made.why);
  expect(checkGraph(made.value.graph)).toEqual([]);
  const left = applyEdit(graph, made.value.replace('flow1'));
  expect(checkGraph(left)).toEqual([]);
  const call = Object.values(left.nodes).find((n) => n.kind === 'call');
  expect(call).toMatchObject({ input: '{ "trigger": trigger, "steps": { "a": steps.a } }' });
  expect(left.nodes.d).toMatchObject({ input: 'steps.count.c' });
  expect(made.value.graph.nodes.b).toMatchObject({
    input: '{ "n": trigger.steps.a.n, "who": trigger.trigger.name, "trigger": 1 }',
  });
});

test.each([
  ['a trigger', ['start', 'a']],
  ['nothing', []],
])('%s does not move into a called flow', (_, ids) => {
  expect(extractFlow(graph, ids, 'X').ok).toBe(false);
});
