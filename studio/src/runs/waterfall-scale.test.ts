import { foldRun } from '@patchbay/shared/runs';
import type { RunEvent, RunView, StepView } from '@patchbay/shared/runs';
import { describe, expect, it } from 'vitest';

import { barOf, scaleOf, type WaterfallBar } from './waterfall-scale.ts';

const done = (seq: number, step: string, [startedAt, at]: [number, number]): RunEvent => ({
  type: 'step.done',
  seq,
  step,
  node: step,
  port: 'out',
  output: { value: 1 },
  startedAt,
  at,
});
const started = (seq: number, at: number): RunEvent => ({
  type: 'run.started',
  seq,
  at,
  worker: 'w',
  takeover: 0,
});
const over = (seq: number, at: number): RunEvent => ({
  type: 'run.done',
  seq,
  at,
  output: { value: 1 },
});
const barsOf = (view: RunView, now: number): WaterfallBar[] =>
  Object.values(view.steps).map((step) => barOf(step, scaleOf(view, now)));

const step: StepView = {
  id: '',
  node: 'a',
  status: 'done',
  attempt: 1,
  startedAt: 0,
  failures: [],
};

describe('the bars of a waterfall', () => {
  it('stand between the start and the end of the run', () => {
    const view = foldRun([
      started(1, 1000),
      done(2, 'a', [1000, 1500]),
      done(3, 'b', [1500, 2000]),
      over(4, 2000),
    ]);
    expect(barsOf(view, 9999)).toEqual([
      { from: 0, to: 0.5, isKept: false },
      { from: 0.5, to: 1, isKept: false },
    ]);
  });

  it('begin with the run itself, not with what it took from the run before', () => {
    const view = foldRun([
      done(1, 'a', [0, 500]),
      started(2, 90_000),
      done(3, 'b', [90_000, 90_100]),
      over(4, 90_100),
    ]);
    expect(barsOf(view, 99_999)).toEqual([
      { from: 0, to: 0, isKept: true },
      { from: 0, to: 1, isKept: false },
    ]);
  });

  it('let what goes on grow to now', () => {
    const view = foldRun([
      started(1, 0),
      { type: 'step.started', seq: 2, at: 50, step: 'y', node: 'y', attempt: 1 },
    ]);
    expect(barsOf(view, 100)).toEqual([{ from: 0.5, to: 1, isKept: false }]);
  });

  it('are drawn of more steps than a call takes arguments', () => {
    const view = foldRun([done(1, 'a', [0, 1])]);
    for (let i = 0; i < 130_000; i++) view.steps[i] = { ...step, id: `${i}`, endedAt: i };
    expect(scaleOf(view, 300_000)).toMatchObject({ start: 0, length: 129_999 });
  });
});
