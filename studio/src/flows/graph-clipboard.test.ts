import { applyEdit, checkGraph, wire } from '@patchbay/shared/flows';
import { expect, test } from 'vitest';

import { clipText, pasteEdit, readClip } from './graph-clipboard.ts';
import { graphOf, step } from './random-graph.ts';

const manual = step('start', 0, 0, { kind: 'manual' });

function paste(graph: ReturnType<typeof graphOf>, ids: string[]) {
  const clip = readClip(clipText(graph, ids));
  if (!clip) throw new Error('The text is no clip.');
  const { edit } = pasteEdit(graph, clip, { x: 500, y: 500 });
  return applyEdit(graph, edit);
}

test('pasted nodes get ids and keys nobody has, and their expressions follow', () => {
  const graph = graphOf(
    [manual, step('a'), step('b', 300, 0, { input: '{ "x": steps.a.total, "y": steps.start }' })],
    [wire('start', 'out', 'a'), wire('a', 'out', 'b')],
  );
  const after = paste(graph, ['a', 'b']);
  const fresh = Object.values(after.nodes).filter((n) => !graph.nodes[n.id]);
  expect(fresh.map((n) => n.key).toSorted()).toEqual(['a_2', 'b_2']);
  const copy = fresh.find((n) => n.key === 'b_2');
  expect(copy).toMatchObject({ input: '{ "x": steps.a_2.total, "y": steps.start }' });
  const wires = Object.values(after.edges).filter((e) => !graph.edges[e.id]);
  expect(wires).toHaveLength(1);
  expect(checkGraph(after).filter((p) => p.at?.field === 'key')).toEqual([]);
});

test('a key that becomes a key which itself is renamed is not renamed twice', () => {
  const graph = graphOf([step('a'), step('a_2', 100, 0, { input: 'steps.a' })]);
  const after = paste(graph, ['a', 'a_2']);
  const fresh = Object.values(after.nodes).filter((n) => !graph.nodes[n.id]);
  const keys = fresh.map((n) => n.key).toSorted();
  expect(new Set([...keys, 'a', 'a_2']).size).toBe(4);
  const reader = fresh.find((n) => 'input' in n && n.input.startsWith('steps.'));
  const read = reader && 'input' in reader ? reader.input.replace('steps.', '') : '';
  expect(fresh.some((n) => n.key === read && n !== reader)).toBe(true);
});

test('a copied loop takes its body along', () => {
  const loop = step('l', 0, 0, {
    kind: 'loop',
    config: { concurrency: 1, onItemError: 'stop' },
  });
  const graph = graphOf([loop, step('in', 20, 60, { parent: 'l' })]);
  const after = paste(graph, ['l']);
  const body = Object.values(after.nodes).find((n) => n.key === 'in_2');
  expect(after.nodes[body?.parent ?? '']?.key).toBe('l_2');
  expect(body?.position).toEqual({ x: 20, y: 60 });
});

test.each([
  ['plain words', 'hello'],
  ['broken JSON', '{ "format": "patchbay-nodes/1"'],
  ['another shape', '{ "format": "other" }'],
  ['nodes of no kind', '{ "format": "patchbay-nodes/1", "nodes": [{ "kind": "x" }], "edges": [] }'],
])('%s are no clip', (_, text) => {
  expect(readClip(text)).toBeUndefined();
});

test('an exported flow can be pasted too', () => {
  const file = { format: 'patchbay-flow/1', name: 'A', graph: graphOf([manual]) };
  expect(readClip(JSON.stringify(file))?.nodes).toHaveLength(1);
});
