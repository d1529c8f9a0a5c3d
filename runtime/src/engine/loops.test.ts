import type { Json } from '@patchbay/shared/base';
import { drawGraph, type NodeDrawing } from '@patchbay/shared/flows';
import { describe, expect, it } from 'vitest';

import { done, failed, Stage, type Part } from './stage.ts';

const START = { start: { kind: 'manual' } } as const;
const loop = (config: object, parent?: string): NodeDrawing => ({
  kind: 'loop',
  config,
  parent,
  input: '[]',
});
const body = (parent: string): NodeDrawing => ({ kind: 'map', parent, input: '1' });
const oneLoop = (config: object, parts: Record<string, Part>): Stage =>
  new Stage(drawGraph({ ...START, each: loop(config), step: body('each') }, ['start>each']), parts);
const range = (count: number): Json[] => Array.from({ length: count }, (_, i) => i);
const itemOf: Part = ({ scope }) => done([scope.item ?? null, scope.index ?? null]);

describe('a loop', () => {
  it.each([1, 3, 7])('keeps its limit of %i, and the order of the items', async (concurrency) => {
    const stage = oneLoop({ concurrency }, { each: range(20), step: itemOf });
    const items = range(20).map((i) => [i, i]);
    expect(await stage.run()).toEqual({ kind: 'done', output: { items, errors: [] } });
    expect(stage.most).toBe(concurrency);
  });

  it('of nothing gives nothing', async () => {
    const stage = oneLoop({}, { each: [] });
    expect(await stage.run()).toEqual({ kind: 'done', output: { items: [], errors: [] } });
  });

  const odd: Part = ({ scope }) =>
    Number(scope.item) % 2 === 1
      ? failed({ message: `No ${Number(scope.item)}.` })
      : done(scope.item ?? null);

  it('that stops begins nothing more after a failure, and names the item', async () => {
    const stage = oneLoop({ concurrency: 1, onItemError: 'stop' }, { each: range(10), step: odd });
    expect(await stage.run()).toMatchObject({
      kind: 'failed',
      step: 'each.1.step',
      problem: { message: 'Item 2 failed: No 1.' },
    });
    expect(stage.performed).toEqual(['each', 'each.0.step', 'each.1.step']);
  });

  it('that collects goes on, and says which items failed', async () => {
    const stage = oneLoop(
      { concurrency: 2, onItemError: 'collect' },
      { each: range(5), step: odd },
    );
    expect(await stage.run()).toMatchObject({
      kind: 'done',
      output: {
        items: [0, 2, 4],
        errors: [
          { index: 1, problem: { message: 'No 1.' } },
          { index: 3, problem: { message: 'No 3.' } },
        ],
      },
    });
  });

  it('that stops goes on by its error port when that is wired', async () => {
    const nodes = { ...START, each: loop({}), step: body('each'), sorry: body('') };
    delete nodes.sorry.parent;
    const stage = new Stage(drawGraph(nodes, ['start>each', 'each:error>sorry']), {
      each: range(3),
      step: odd,
    });
    expect(await stage.run()).toEqual({ kind: 'done', output: 'sorry' });
  });

  it('inside a loop runs for each item of each item, and sees what is around it', async () => {
    const nodes = {
      ...START,
      before: { kind: 'map', input: '1' },
      outer: loop({ concurrency: 2 }),
      head: body('outer'),
      inner: loop({ concurrency: 3 }, 'outer'),
      step: body('inner'),
    } as const;
    const wires = ['start>before', 'before>outer', 'head>inner'];
    const stage = new Stage(drawGraph(nodes, wires), {
      before: 'b',
      outer: ['x', 'y'],
      head: ({ scope }) => done(['head of', scope.item ?? null]),
      inner: [1, 2],
      step: ({ scope }) =>
        done([scope.output('before') ?? null, scope.output('head') ?? null, scope.item ?? null]),
    });
    const pass = (item: string): object => ({
      items: [1, 2].map((n) => ['b', ['head of', item], n]),
      errors: [],
    });
    expect(await stage.run()).toEqual({
      kind: 'done',
      output: { items: [pass('x'), pass('y')], errors: [] },
    });
    expect(stage.performed.filter((step) => step.endsWith('step')).toSorted()).toEqual([
      'outer.0.inner.0.step',
      'outer.0.inner.1.step',
      'outer.1.inner.0.step',
      'outer.1.inner.1.step',
    ]);
  });

  it('of 10,000 items needs no stack', { timeout: 30_000 }, async () => {
    const stage = oneLoop(
      { concurrency: 100 },
      { each: range(10_000), step: ({ scope }) => done(scope.index ?? 0) },
    );
    const end = await stage.run();
    expect(end).toEqual({ kind: 'done', output: { items: range(10_000), errors: [] } });
    expect(stage.most).toBe(100);
  });

  it(
    'of 10,000 items that is resumed repeats none that was done',
    { timeout: 30_000 },
    async () => {
      const stage = oneLoop({ concurrency: 100 }, { each: range(10_000), step: itemOf });
      await stage.run();
      stage.journal.splice(5000);
      const known = stage.journal.filter((event) => event.type === 'step.done').length;
      stage.performed.length = 0;
      expect((await stage.run()).kind).toBe('done');
      expect(stage.performed.filter((step) => step !== 'each')).toHaveLength(10_000 - known);
    },
  );
});
