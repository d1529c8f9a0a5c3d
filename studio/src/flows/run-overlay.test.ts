import { wire } from '@patchbay/shared/flows';
import { foldRun, type RunEvent } from '@patchbay/shared/runs';
import { expect, test } from 'vitest';

import { graphOf, step } from './random-graph.ts';
import {
  nodeRuns,
  startedBy,
  statusNow,
  wireCounts,
  worstOf,
  type NodeRun,
} from './run-overlay.ts';

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

test('a run whose open steps all wait is said to wait', () => {
  const waiting = (id: string): RunEvent =>
    ({
      type: 'step.waiting',
      step: id,
      node: 'w',
      attempt: 1,
      until: 9,
      seq: 2,
      at: 2,
    }) as RunEvent;
  const begun = { type: 'run.started', worker: 'w', takeover: 0, seq: 1, at: 1 } as RunEvent;
  const loop = {
    type: 'step.started',
    step: 'l',
    node: 'l',
    attempt: 1,
    seq: 1,
    at: 1,
  } as RunEvent;
  expect(statusNow(foldRun([begun, loop]))).toBe('running');
  expect(statusNow(foldRun([begun, loop, waiting('l.0.w')]))).toBe('waiting');
  expect(statusNow(foldRun([begun, waiting('w')]))).toBe('waiting');
  expect(statusNow(view)).toBe('running');
});

test('a folded group stands for what failed in it, else for what is at work', () => {
  const run = (status: NodeRun['status']): NodeRun => ({ status, done: 0, failed: 0, total: 1 });
  const done = { node: 'a', run: run('done') };
  const busy = { node: 'b', run: run('running') };
  const failed = { node: 'c', run: run('failed') };
  expect(worstOf([done, failed, busy])).toEqual({ node: 'c', status: 'failed' });
  expect(worstOf([done, busy])).toEqual({ node: 'b', status: 'running' });
  expect(worstOf([{ node: 'd', run: undefined }])).toBeUndefined();
});
