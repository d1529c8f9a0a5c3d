import { checkGraph, drawGraph, type NodeDrawing } from '@patchbay/shared/flows';
import { describe, expect, it } from 'vitest';

import { done, failed, Stage } from './stage.ts';

const START = { start: { kind: 'manual' } } as const;
const map: NodeDrawing = { kind: 'map', input: '1' };
const choice: NodeDrawing = {
  kind: 'choice',
  config: {
    cases: [
      { id: 'yes', label: '', when: 'true' },
      { id: 'no', label: '', when: 'true' },
    ],
  },
};
const join = (mode: 'all' | 'any'): NodeDrawing => ({ kind: 'join', config: { mode } });

describe('the ways through a flow', () => {
  const cases: {
    name: string;
    nodes: Record<string, NodeDrawing>;
    wires: string[];
    parts?: ConstructorParameters<typeof Stage>[1];
    performs: string[];
    ends: object;
  }[] = [
    {
      name: 'a chain runs in order and gives the output of its last step',
      nodes: { a: map, b: map },
      wires: ['start>a', 'a>b'],
      performs: ['a', 'b'],
      ends: { kind: 'done', output: 'b' },
    },
    {
      name: 'a choice takes one way, and the steps behind the others are skipped',
      nodes: { pick: choice, a: map, a2: map, b: map, c: map },
      wires: ['start>pick', 'pick:yes>a', 'a>a2', 'pick:no>b', 'pick:else>c'],
      parts: { pick: () => done(1, 'no') },
      performs: ['pick', 'b'],
      ends: { kind: 'done', output: 'b' },
    },
    {
      name: 'ways that meet again after a choice go on once',
      nodes: { pick: choice, a: map, b: map, b2: map, end: map },
      wires: ['start>pick', 'pick:yes>a', 'pick:no>b', 'b>b2', 'a>end', 'b2>end', 'pick:else>end'],
      parts: { pick: () => done(1, 'yes') },
      performs: ['pick', 'a', 'end'],
      ends: { kind: 'done', output: 'end' },
    },
    {
      name: 'a step that several ways lead to waits for all that were taken',
      nodes: { a: map, b: map, c: map, end: map },
      wires: ['start>a', 'start>b', 'b>c', 'a>end', 'c>end'],
      performs: ['a', 'b', 'c', 'end'],
      ends: { kind: 'done', output: 'end' },
    },
    {
      name: 'a join of all gives the outputs by their steps',
      nodes: { a: map, b: map, both: join('all') },
      wires: ['start>a', 'start>b', 'a>both', 'b>both'],
      performs: ['a', 'b'],
      ends: { kind: 'done', output: { a: 'a', b: 'b' } },
    },
    {
      name: 'a join of all leaves out what a choice skipped',
      nodes: { pick: choice, a: map, b: map, both: join('all') },
      wires: ['start>pick', 'pick:yes>a', 'pick:no>b', 'a>both', 'b>both'],
      parts: { pick: () => done(1, 'yes') },
      performs: ['pick', 'a'],
      ends: { kind: 'done', output: { a: 'a' } },
    },
    {
      name: 'a join of any goes on with the first, once',
      nodes: { a: map, b: map, b2: map, first: join('any'), end: map },
      wires: ['start>a', 'start>b', 'b>b2', 'a>first', 'b2>first', 'first>end'],
      performs: ['a', 'b', 'end', 'b2'],
      ends: { kind: 'done', output: 'end' },
    },
    {
      name: 'a join of any goes on although one way failed, and the run still says so',
      nodes: { a: map, b: map, first: join('any'), end: map },
      wires: ['start>a', 'start>b', 'a>first', 'b>first', 'first>end'],
      parts: { a: () => failed() },
      performs: ['a', 'b', 'end'],
      ends: { kind: 'failed', step: 'a' },
    },
    {
      name: 'several ends give their outputs by their steps',
      nodes: { a: map, b: map },
      wires: ['start>a', 'start>b'],
      performs: ['a', 'b'],
      ends: { kind: 'done', output: { a: 'a', b: 'b' } },
    },
    {
      name: 'a failed step keeps what follows from running, and lets other branches finish',
      nodes: { a: map, a2: map, b: map, b2: map, both: join('all') },
      wires: ['start>a', 'a>a2', 'start>b', 'b>b2', 'a2>both', 'b2>both'],
      parts: { a: () => failed({ message: 'No.' }) },
      performs: ['a', 'b', 'b2'],
      ends: { kind: 'failed', step: 'a', problem: { message: 'No.' } },
    },
    {
      name: 'an error port that is wired takes the failure, and the flow goes on there',
      nodes: { a: map, a2: map, sorry: map },
      wires: ['start>a', 'a>a2', 'a:error>sorry'],
      parts: {
        a: () => failed({ message: 'No.' }),
        sorry: ({ scope }) => done(scope.output('a') ?? null),
      },
      performs: ['a', 'sorry'],
      ends: { kind: 'done', output: { error: { message: 'No.' } } },
    },
    {
      name: 'an error port that is wired stays dark when nothing fails',
      nodes: { a: map, a2: map, sorry: map },
      wires: ['start>a', 'a>a2', 'a:error>sorry'],
      performs: ['a', 'a2'],
      ends: { kind: 'done', output: 'a2' },
    },
    {
      name: 'what handles an error may fail too',
      nodes: { a: map, sorry: map },
      wires: ['start>a', 'a:error>sorry'],
      parts: { a: () => failed(), sorry: () => failed({ message: 'Worse.' }) },
      performs: ['a', 'sorry'],
      ends: { kind: 'failed', step: 'sorry', problem: { message: 'Worse.' } },
    },
    {
      name: 'nodes may be called like what every object has',
      nodes: {
        constructor: map,
        toString: { ...map, key: 'tostring' },
        valueOf: { ...map, key: 'valueof' },
      },
      wires: ['start>constructor', 'constructor>toString', 'toString>valueOf'],
      parts: { constructor: 1, toString: 2, valueOf: 3 },
      performs: ['constructor', 'toString', 'valueOf'],
      ends: { kind: 'done', output: 3 },
    },
  ];

  it.each(cases)('$name', async ({ nodes, wires, parts, performs, ends }) => {
    const graph = drawGraph({ ...START, ...nodes }, wires);
    expect(checkGraph(graph)).toEqual([]);
    const stage = new Stage(graph, parts);
    expect(await stage.run()).toMatchObject(ends);
    expect(stage.performed).toEqual(performs);
    const last = stage.journal.at(-1)?.type;
    expect(last).toBe('kind' in ends && ends.kind === 'done' ? 'run.done' : 'run.failed');
  });

  it('only the trigger that started the run leads anywhere', async () => {
    const nodes = { ...START, other: { kind: 'webhook' }, a: map, b: map } as const;
    const stage = new Stage(drawGraph(nodes, ['start>a', 'other>b']));
    expect(await stage.run({ n: 1 })).toEqual({ kind: 'done', output: 'a' });
    expect(stage.performed).toEqual(['a']);
  });

  it('parallel branches are under way at the same time', async () => {
    const nodes = { ...START, a: map, b: map, c: map };
    const stage = new Stage(drawGraph(nodes, ['start>a', 'start>b', 'start>c']));
    await stage.run();
    expect(stage.most).toBe(3);
  });

  const ids = Array.from({ length: 4990 }, (_, i) => `n${i}`);
  const long = drawGraph(
    { ...START, pick: choice, ...Object.fromEntries(ids.map((id) => [id, map])) },
    ['start>pick', 'pick:yes>n0', ...ids.slice(1).map((id, i) => `n${i}>${id}`)],
  );

  it.each([
    ['runs', () => done(1, 'yes'), 4991, { kind: 'done', output: 'n4989' }],
    ['is skipped', () => done(1, 'else'), 1, { kind: 'done', output: null }],
    ['is blocked', () => failed(), 1, { kind: 'failed', step: 'pick' }],
  ])('a chain of 4,990 steps %s', { timeout: 60_000 }, async (_name, pick, performs, end) => {
    const stage = new Stage(long, { pick });
    expect(await stage.run()).toMatchObject(end);
    expect(stage.performed).toHaveLength(performs);
  });
});
