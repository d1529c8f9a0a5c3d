import { applyEdit, type FlowGraph } from '@patchbay/shared/flows';
import { expect, test } from 'vitest';

import { borderAt, leaveEdit, nudgeEdit } from './graph-nudge.ts';
import { absoluteOf, GRID, rectOf, type Point, type Rect } from './node-geometry.ts';
import { graphOf, step } from './random-graph.ts';

const loop = { kind: 'loop', config: { concurrency: 1, onItemError: 'stop' } } as const;
const inLoop = (id: string, x: number, y: number) => step(id, x, y, { parent: 'l' });
const graph = graphOf([step('l', 320, 160, loop), inLoop('a', 32, 64), inLoop('b', 288, 64)]);

const rectIn = (where: FlowGraph, id: string): Rect => {
  const node = where.nodes[id];
  if (!node) throw new Error(`No node ${id}.`);
  return rectOf(where, node);
};

const WAYS: [string, Point, (node: Rect, holder: Rect) => boolean][] = [
  ['left', { x: -GRID, y: 0 }, (node, holder) => node.x + node.width < holder.x],
  ['right', { x: GRID, y: 0 }, (node, holder) => node.x > holder.x + holder.width],
  ['up', { x: 0, y: -GRID }, (node, holder) => node.y + node.height < holder.y],
  ['down', { x: 0, y: GRID }, (node, holder) => node.y > holder.y + holder.height],
];

/** Moves until the border is met; gives the graph before the step that would lead over it. */
function toBorder(by: Point, ids: string[]): FlowGraph {
  let now = graph;
  for (let steps = 0; steps < 100 && !borderAt(now, ids, by); steps++)
    now = applyEdit(now, nudgeEdit(now, ids, by));
  return now;
}

test.each(WAYS)(
  'a step moved %s meets the border of its loop, and then leaves it',
  (_, by, isOut) => {
    const met = toBorder(by, ['a']);
    expect(borderAt(met, ['a'], by)?.id).toBe('l');
    expect(rectIn(met, 'l'), 'the loop does not run away').toEqual(rectIn(graph, 'l'));
    expect(met.nodes.a?.parent).toBe('l');
    const left = applyEdit(met, leaveEdit(met, ['a'], by));
    expect(left.nodes.a?.parent).toBeUndefined();
    expect(isOut(rectIn(left, 'a'), rectIn(left, 'l'))).toBe(true);
  },
);

test('several steps leave together and keep their places to one another', () => {
  const by = { x: GRID, y: 0 };
  const met = toBorder(by, ['a', 'b']);
  const { nodes } = applyEdit(met, leaveEdit(met, ['a', 'b'], by));
  expect([nodes.a?.parent, nodes.b?.parent]).toEqual([undefined, undefined]);
  expect((nodes.b?.position.x ?? 0) - (nodes.a?.position.x ?? 0)).toBe(256);
});

test('what leaves a loop within a loop stays in the outer one', () => {
  const inner = step('i', 32, 64, { ...loop, parent: 'o' });
  const nested = graphOf([step('o', 0, 0, loop), inner, step('x', 300, 64, { parent: 'i' })]);
  const by = { x: GRID, y: 0 };
  const left = applyEdit(nested, leaveEdit(nested, ['x'], by));
  expect(left.nodes.x?.parent).toBe('o');
  const [outer, moved] = [rectIn(left, 'o'), rectIn(left, 'x')];
  expect(outer.x + outer.width, 'which makes room').toBeGreaterThan(moved.x + moved.width);
});

test('a step outside meets no border, and goes into what it is moved over', () => {
  const by = { x: GRID, y: 0 };
  const beside = graphOf([step('l', 320, 160, loop), step('n', 190, 240)]);
  expect(borderAt(beside, ['n'], by)).toBeUndefined();
  const into = applyEdit(beside, nudgeEdit(beside, ['n'], by));
  expect(into.nodes.n?.parent).toBe('l');
  expect(absoluteOf(into, into.nodes.n ?? step('n')).x).toBe(208);
});
