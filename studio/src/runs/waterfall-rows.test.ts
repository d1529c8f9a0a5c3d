import { drawGraph, emptyGraph, type NodeDrawing } from '@patchbay/shared/flows';
import { foldRun } from '@patchbay/shared/runs';
import type { RunEvent } from '@patchbay/shared/runs';
import { describe, expect, it } from 'vitest';

import { waterfallRows, type Folding } from './waterfall-rows.ts';
import { growTree } from './waterfall-tree.ts';

type Fact = RunEvent extends infer E ? (E extends RunEvent ? Omit<E, 'seq'> : never) : never;

const nodeOf = (step: string): string => step.split('.').at(-1) ?? step;

const done = (step: string, [startedAt, at]: [number, number]): Fact => ({
  type: 'step.done',
  step,
  node: nodeOf(step),
  port: 'out',
  output: { value: 1 },
  startedAt,
  at,
});

const failed = (step: string, [startedAt, at]: [number, number], handled = false): Fact => ({
  type: 'step.failed',
  step,
  node: nodeOf(step),
  attempt: 1,
  problem: { code: 'unavailable', fault: 'remote', retry: 'never', message: 'No.', hint: '' },
  handled,
  startedAt,
  at,
});

const loop: NodeDrawing = { kind: 'loop', config: {}, input: '[]' };
const inLoop: NodeDrawing = { kind: 'map', config: {}, input: '1', parent: 'each' };
const oneStep = drawGraph({ each: loop, x: inLoop }, []);
const twoSteps = drawGraph({ each: loop, x: inLoop, y: inLoop }, []);

const rowsOf = (facts: Fact[], graph = emptyGraph(), folding: Folding = new Map()) =>
  waterfallRows(
    growTree(foldRun(facts.map((fact, i) => ({ ...fact, seq: i + 1 })))),
    graph,
    folding,
  );
const keys = (rows: ReturnType<typeof rowsOf>): string[] => rows.map(({ key }) => key);

/** A loop of `count` passes of two steps, in which the passes of `bad` fail. */
const manyPasses = (count: number, bad: number[] = []): Fact[] => [
  done('each', [0, 900]),
  ...Array.from({ length: count }, (_, i) => [
    done(`each.${i}.x`, [i, i + 1]),
    bad.includes(i) ? failed(`each.${i}.y`, [i + 1, i + 2]) : done(`each.${i}.y`, [i + 1, i + 2]),
  ]).flat(),
];

describe('the lines of a waterfall', () => {
  it('keep the passes of a loop together below it, whatever ran meanwhile', () => {
    const facts = [
      done('each', [0, 90]),
      done('each.1.x', [10, 20]),
      done('aside', [15, 30]),
      done('each.0.x', [20, 30]),
      done('each.0.y', [30, 40]),
      done('each.1.y', [25, 60]),
    ];
    expect(keys(rowsOf(facts, twoSteps))).toEqual([
      'each',
      'each.0',
      'each.0.x',
      'each.0.y',
      'each.1',
      'each.1.x',
      'each.1.y',
      'aside',
    ]);
  });

  it('fold a loop of many passes into one that counts them, until it is opened', () => {
    const facts = manyPasses(3000, [7, 2999]);
    const [each, ...more] = rowsOf(facts, twoSteps);
    expect(each).toMatchObject({ passes: { all: 3000, failed: 2 }, isOpen: false, endedAt: 900 });
    expect(more).toEqual([]);
    const opened = rowsOf(facts, twoSteps, new Map([['each', true]]));
    expect(opened).toHaveLength(3001);
    expect(keys(opened).slice(1, 4), 'what failed comes first').toEqual([
      'each.7',
      'each.2999',
      'each.0',
    ]);
    expect(opened[1]).toMatchObject({ status: 'failed', shows: 'each.7.y', isOpen: false });
    expect(opened[3]).toMatchObject({ title: 'Pass 1', parent: 'each', place: [3, 3000] });
  });

  it('open a pass to its steps, and stay as the person left them', () => {
    const folding = new Map(Object.entries({ each: true, 'each.4': true }));
    expect(keys(rowsOf(manyPasses(20), twoSteps, folding)).slice(5, 9)).toEqual([
      'each.4',
      'each.4.x',
      'each.4.y',
      'each.5',
    ]);
    expect(keys(rowsOf(manyPasses(2), twoSteps, new Map([['each', false]])))).toEqual(['each']);
  });

  it('show the one step of a short body as the pass itself', () => {
    const facts = [done('each', [0, 9]), done('each.0.x', [1, 2]), done('each.1.x', [2, 3])];
    const rows = rowsOf(facts, oneStep);
    expect(rows.map(({ key, pass, isOpen }) => [key, pass, isOpen])).toEqual([
      ['each', undefined, true],
      ['each.0.x', '1', undefined],
      ['each.1.x', '2', undefined],
    ]);
  });

  it('count no pass as failed that went on by an error port', () => {
    const facts = [
      done('each', [0, 9]),
      failed('each.0.x', [1, 2], true),
      done('each.0.y', [2, 3]),
    ];
    const [each, pass] = rowsOf(facts, twoSteps);
    expect([each?.passes?.failed, pass?.status, pass?.endedAt]).toEqual([0, 'done', 3]);
  });

  it('tell the passes apart of a loop that is not in the run', () => {
    const [row] = rowsOf([done('loop.1.x', [0, 50])]);
    expect([row?.pass, row?.depth]).toEqual(['2', 0]);
  });
});
