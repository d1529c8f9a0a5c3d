import { applyEdit, putEdit, wire } from '@patchbay/shared/flows';
import fc from 'fast-check';
import { expect, test } from 'vitest';

import { containerAt, moveEdit } from './from-xyflow.ts';
import { absoluteOf } from './node-geometry.ts';
import { anyGraph, graphOf, step } from './random-graph.ts';
import { toEdges, toNodes } from './to-xyflow.ts';

const loop = (id: string, x: number, y: number) =>
  step(id, x, y, {
    kind: 'loop',
    config: { concurrency: 1, onItemError: 'stop' },
    size: { width: 400, height: 300 },
  });

test('every node is drawn once, after what it stands in', () => {
  fc.assert(
    fc.property(anyGraph, (graph) => {
      const nodes = toNodes(graph);
      expect(nodes.map((n) => n.id).toSorted()).toEqual(Object.keys(graph.nodes).toSorted());
      nodes.forEach((node, i) => {
        const holder = nodes.findIndex((n) => n.id === node.parentId);
        expect(holder).toBeLessThan(i);
      });
    }),
  );
});

test('wires are drawn only between nodes that are there and seen', () => {
  fc.assert(
    fc.property(anyGraph, (graph) => {
      const seen = new Set(
        toNodes(graph)
          .filter((n) => !n.hidden)
          .map((n) => n.id),
      );
      for (const edge of toEdges(graph)) {
        expect(graph.nodes[edge.source] && graph.nodes[edge.target]).toBeTruthy();
        expect(edge.source === edge.target && !graph.edges[edge.id]).toBe(false);
        expect(seen.has(edge.source)).toBe(true);
      }
    }),
  );
});

test('what did not change keeps its object, what did gets a new one', () => {
  const graph = graphOf([step('a'), step('b', 300)], [wire('a', 'out', 'b')]);
  const before = toNodes(graph).map((n) => ({ ...n, selected: n.id === 'a' }));
  const after = toNodes(applyEdit(graph, putEdit('Move', [step('b', 400)])), before);
  expect(after[0]).toBe(before[0]);
  expect(after[1]).not.toBe(before[1]);
  expect(after[1]?.position.x).toBe(400);
});

test('dropping a node into a loop keeps its place on the canvas', () => {
  const graph = graphOf([loop('l', 100, 100), step('a', -500, -500)]);
  const drawn = toNodes(graph).map((n) =>
    n.id === 'a' ? { ...n, position: { x: 160, y: 180 } } : n,
  );
  const moved = applyEdit(
    graph,
    moveEdit(
      graph,
      drawn.filter((n) => n.id === 'a'),
    ),
  );
  expect(moved.nodes.a?.parent).toBe('l');
  expect(moved.nodes.a?.position).toEqual({ x: 60, y: 80 });
  expect(moved.nodes.a && absoluteOf(moved, moved.nodes.a)).toEqual({ x: 160, y: 180 });
});

test('a loop grows when what is dropped into it needs room, and nothing else moves', () => {
  const graph = graphOf([loop('l', 0, 0), step('a', 0, 0, { parent: 'l' })]);
  const drawn = toNodes(graph).map((n) =>
    n.id === 'a' ? { ...n, position: { x: 260, y: 200 } } : n,
  );
  const moved = applyEdit(
    graph,
    moveEdit(
      graph,
      drawn.filter((n) => n.id === 'a'),
    ),
  );
  expect(moved.nodes.l).toMatchObject({ size: { width: 524, height: 300 } });
});

test('a drag that ends where it began is no edit', () => {
  const graph = graphOf([step('a', 16, 16)]);
  expect(moveEdit(graph, toNodes(graph)).nodes).toEqual({});
});

test('a loop is never dropped into itself or what it holds', () => {
  const graph = graphOf([loop('outer', 0, 0), { ...loop('inner', 40, 60), parent: 'outer' }]);
  expect(containerAt(graph, { x: 60, y: 80 }, new Set(['outer']))).toBeUndefined();
  expect(containerAt(graph, { x: 60, y: 80 })?.id).toBe('inner');
});
