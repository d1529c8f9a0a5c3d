import { wire } from '@patchbay/shared/flows';
import { foldRun, type RunEvent } from '@patchbay/shared/runs';
import { expect, test } from 'vitest';

import { graphOf, step } from './random-graph.ts';
import { nodeRuns, startedBy, wireCounts } from './run-overlay.ts';

const graph = graphOf(
  [step('start', 0, 0, { kind: 'manual' }), step('a'), step('b')],
  [wire('start', 'out', 'a'), wire('a', 'out', 'b')],
);
const facts = [
  { type: 'run.started', worker: 'w', takeover: 0 },
  { type: 'step.done', step: 'l.0.a', node: 'a', port: 'out', output: { value: 1 }, startedAt: 1 },
  { type: 'step.done', step: 'l.1.a', node: 'a', port: 'out', output: { value: 2 }, startedAt: 1 },
  { type: 'step.started', step: 'b', node: 'b', attempt: 1 },
].map((fact, i) => ({ ...fact, seq: i + 1, at: i + 1 }) as RunEvent);
const view = foldRun(facts);

test('a node that ran for many items says how many are done', () => {
  expect(nodeRuns(view).get('a')).toMatchObject({ status: 'done', done: 2, total: 2 });
  expect(nodeRuns(view).get('b')).toMatchObject({ status: 'running', done: 0, total: 1 });
});

test('wires say how often they were gone through, the trigger’s included', () => {
  const start = startedBy(graph, view);
  expect(start).toBe('start');
  expect(wireCounts(graph, view, start)).toEqual(
    new Map([
      ['start-out-a', 1],
      ['a-out-b', 2],
    ]),
  );
});
