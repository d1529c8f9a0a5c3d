import { applyEdit, wire, type FlowGraph } from '@patchbay/shared/flows';
import { expect, test } from 'vitest';

import { canConnect } from './graph-connect.ts';
import { deleteAndReconnectEdit, deleteEdit } from './graph-delete.ts';
import { groupEdit, ungroupEdit } from './graph-group.ts';
import { freePort, placeEdit } from './graph-place.ts';
import { spliceEdit, wireNear } from './graph-splice.ts';
import { graphOf, step } from './random-graph.ts';

const choice = step('c', 300, 0, {
  kind: 'choice',
  config: { cases: [{ id: 'yes', label: 'Yes', when: 'true' }] },
});
const chain = graphOf(
  [step('a'), step('b', 300), step('d', 600)],
  [wire('a', 'out', 'b'), wire('b', 'out', 'd')],
);

function ends(graph: FlowGraph): string[] {
  return Object.values(graph.edges)
    .map((e) => `${e.from}.${e.port}>${e.to}`)
    .toSorted();
}

test('a node put into a wire stands between its ends', () => {
  const edge = wire('a', 'out', 'b');
  const edit = spliceEdit(chain, edge, step('n', 150));
  expect(edit && ends(applyEdit(chain, edit))).toEqual(['a.out>n', 'b.out>d', 'n.out>b']);
});

test('a trigger or an end of the wire itself is not put into it', () => {
  const edge = wire('a', 'out', 'b');
  expect(spliceEdit(chain, edge, step('t', 0, 0, { kind: 'manual' }))).toBeUndefined();
  expect(spliceEdit(chain, edge, step('a'))).toBeUndefined();
});

test('the wire under a point is found between the cards, not on them', () => {
  expect(wireNear(chain, { x: 260, y: 32 })?.id).toBe('a-out-b');
  expect(wireNear(chain, { x: 100, y: 32 })).toBeUndefined();
  expect(wireNear(chain, { x: 260, y: 200 })).toBeUndefined();
});

test('deleting and reconnecting joins what was before with what comes after', () => {
  expect(ends(applyEdit(chain, deleteAndReconnectEdit(chain, ['b'])))).toEqual(['a.out>d']);
  expect(ends(applyEdit(chain, deleteEdit(chain, ['b'])))).toEqual([]);
});

test('several deleted in a row are bridged as one, by the exit the flow came in through', () => {
  const graph = graphOf(
    [choice, step('x', 600), step('y', 900), step('z', 1200)],
    [wire('c', 'yes', 'x'), wire('x', 'out', 'y'), wire('y', 'out', 'z'), wire('x', 'error', 'z')],
  );
  expect(ends(applyEdit(graph, deleteAndReconnectEdit(graph, ['x', 'y'])))).toEqual(['c.yes>z']);
});

test('a new step is wired to the first exit that is free', () => {
  const graph = graphOf([choice, step('x', 600)], [wire('c', 'yes', 'x')]);
  expect(freePort(graph, choice)).toBe('else');
  const { edit, node } = placeEdit(graph, { kind: 'map' }, { after: 'c' });
  const after = applyEdit(graph, edit);
  expect(ends(after)).toContain(`c.else>${node.id}`);
  expect(after.nodes[node.id]?.position.x).toBeGreaterThan(choice.position.x + 232);
});

test('a new step in a wire makes room for itself', () => {
  const { edit, node } = placeEdit(chain, { kind: 'map' }, { edge: 'a-out-b' });
  const after = applyEdit(chain, edit);
  expect(ends(after)).toEqual([`a.out>${node.id}`, 'b.out>d', `${node.id}.out>b`].toSorted());
  expect(after.nodes.b?.position.x).toBeGreaterThanOrEqual(
    (after.nodes[node.id]?.position.x ?? 0) + 232,
  );
});

test('grouping and ungrouping leaves the graph as it was', () => {
  const grouped = groupEdit(chain, ['a', 'b']);
  if (!grouped) throw new Error('They stand in one level.');
  const after = applyEdit(chain, grouped.edit);
  expect(after.nodes.a?.parent).toBe(grouped.id);
  const back = applyEdit(after, ungroupEdit(after, grouped.id));
  expect(back.nodes.a?.position).toEqual(chain.nodes.a?.position);
  expect(ends(back)).toEqual(ends(chain));
});

test.each([
  ['to itself', { from: 'a', port: 'out', to: 'a' }, false],
  ['back, which makes a circle', { from: 'd', port: 'out', to: 'a' }, false],
  ['twice', { from: 'a', port: 'out', to: 'b' }, false],
  ['by an exit that is not there', { from: 'a', port: 'nope', to: 'd' }, false],
  ['ahead', { from: 'a', port: 'out', to: 'd' }, true],
  ['by the error exit', { from: 'a', port: 'error', to: 'd' }, true],
])('connecting %s', (_, wireEnds, allowed) => {
  expect(canConnect(chain, wireEnds)).toBe(allowed);
});

test('a wire does not cross the border of a loop, but its item exit leads inside', () => {
  const loop = step('l', 0, 0, {
    kind: 'loop',
    config: { concurrency: 1, onItemError: 'stop' },
  });
  const graph = graphOf([loop, step('in', 40, 60, { parent: 'l' }), step('out', 700)]);
  expect(canConnect(graph, { from: 'out', port: 'out', to: 'in' })).toBe(false);
  expect(canConnect(graph, { from: 'l', port: 'item', to: 'in' })).toBe(true);
  expect(canConnect(graph, { from: 'l', port: 'item', to: 'out' })).toBe(false);
});
