import { emptyGraph } from '@patchbay/shared/flows';
import { foldRun } from '@patchbay/shared/runs';
import type { RunEvent } from '@patchbay/shared/runs';
import { describe, expect, it } from 'vitest';

import { waterfallRows } from './waterfall-rows.ts';

const done = (seq: number, step: string, [startedAt, at]: [number, number]): RunEvent => ({
  type: 'step.done',
  seq,
  step,
  node: step.split('.').at(-1) ?? step,
  port: 'out',
  output: { value: 1 },
  startedAt,
  at,
});

describe('the waterfall of a run', () => {
  it('places every step between the start and the end of the run', () => {
    const view = foldRun([
      { type: 'run.started', seq: 1, at: 1000, worker: 'w', takeover: 0 },
      done(2, 'a', [1000, 1500]),
      done(3, 'b', [1500, 2000]),
      { type: 'run.done', seq: 4, at: 2000, output: { value: 1 } },
    ]);
    const rows = waterfallRows(emptyGraph(), view, 9999);
    expect(rows.map(({ title, from, to }) => [title, from, to])).toEqual([
      ['a', 0, 0.5],
      ['b', 0.5, 1],
    ]);
  });

  it('begins with the run itself, not with what it took from the run before', () => {
    const view = foldRun([
      done(1, 'a', [0, 500]),
      { type: 'run.started', seq: 2, at: 90_000, worker: 'w', takeover: 0 },
      done(3, 'b', [90_000, 90_100]),
      { type: 'run.done', seq: 4, at: 90_100, output: { value: 1 } },
    ]);
    const rows = waterfallRows(emptyGraph(), view, 99_999);
    expect(rows.map(({ title, from, to, isKept }) => [title, from, to, isKept])).toEqual([
      ['a', 0, 0, true],
      ['b', 0, 1, false],
    ]);
  });

  it('keeps the passes of a loop together below it, whatever ran meanwhile', () => {
    const view = foldRun([
      { type: 'run.started', seq: 1, at: 0, worker: 'w', takeover: 0 },
      done(2, 'loop', [0, 90]),
      done(3, 'loop.1.x', [10, 20]),
      done(4, 'aside', [15, 30]),
      done(5, 'loop.0.x', [20, 30]),
      done(6, 'loop.0.y', [30, 40]),
      done(7, 'loop.1.y', [25, 60]),
    ]);
    expect(waterfallRows(emptyGraph(), view, 100).map(({ step }) => step.id)).toEqual([
      'loop',
      'loop.0.x',
      'loop.0.y',
      'loop.1.x',
      'loop.1.y',
      'aside',
    ]);
  });

  it('tells iterations of a loop apart and lets a running step grow to now', () => {
    const view = foldRun([
      { type: 'run.started', seq: 1, at: 0, worker: 'w', takeover: 0 },
      done(2, 'loop.1.x', [0, 50]),
      { type: 'step.started', seq: 3, at: 50, step: 'y', node: 'y', attempt: 1 },
    ]);
    const [first, second] = waterfallRows(emptyGraph(), view, 100);
    expect([first?.iteration, first?.depth, second?.to]).toEqual([[1], 1, 1]);
  });
});
