import type { Payload } from '@patchbay/shared/base';
import { exampleGraph } from '@patchbay/shared/flows';
import { foldRun, type RunEvent } from '@patchbay/shared/runs';
import { describe, expect, it } from 'vitest';

import { stepReads } from './step-reads.ts';

const graph = exampleGraph();
const items = [{ id: 'A' }, { id: 'B' }];

const done = (seq: number, step: string, output: Payload): RunEvent => ({
  type: 'step.done',
  seq,
  step,
  node: step.split('.').at(-1) ?? step,
  port: 'out',
  output,
  startedAt: seq,
  at: seq,
});

const view = foldRun([
  { type: 'run.started', seq: 1, at: 0, worker: 'w', takeover: 0 },
  done(2, 'orders', { blob: 'b1', size: 900_000 }),
  {
    type: 'step.started',
    seq: 3,
    at: 3,
    step: 'each_order',
    node: 'each_order',
    attempt: 1,
    input: { value: items },
  },
  done(4, 'each_order.1.price', { value: { total: 7 } }),
  done(5, 'each_order', { value: { items: [{ total: 7 }], errors: [] } }),
  done(6, 'summary', { value: { total: 7 } }),
  done(7, 'is_big', { value: { case: 'else' } }),
]);

function readsOf(id: string) {
  const step = view.steps[id];
  if (!step) throw new Error(`There is no step ${id}.`);
  return stepReads({ graph, view, step, input: { value: { body: 1 } } });
}

describe('what a step read', () => {
  it('is the outputs its expression names, and no others', () => {
    const output = { items: [{ total: 7 }], errors: [] };
    expect(readsOf('summary')?.document).toEqual({ steps: { each_order: output } });
  });

  it('is the item of its own pass through the loop', () => {
    expect(readsOf('each_order.1.price')?.document).toEqual({ item: { id: 'B' } });
  });

  it('is what the run was started with when it names the trigger', () => {
    expect(readsOf('orders')?.document).toEqual({ trigger: { body: 1 } });
  });

  it('names what is too large to be in the journal itself', () => {
    expect(readsOf('each_order')?.large).toEqual(['steps.orders']);
  });

  it('comes with the condition of every case of a choice', () => {
    expect(readsOf('is_big')?.expressions).toEqual([
      { label: 'Over 1,000', text: 'steps.summary.total > 1000' },
    ]);
  });
});
