import { describe, expect, it } from 'vitest';

import {
  behind,
  cutGraph,
  drawGraph,
  type FlowGraph,
  type FlowNode,
  type NodeDrawing,
} from '#flows';

import { staleSteps } from './stale.ts';
import { emptyRunView, type StepView } from './view.ts';

const NODES: Record<string, NodeDrawing> = {
  start: { kind: 'manual' },
  a: { kind: 'map', input: '1' },
  each: { kind: 'loop', input: '[1,2]' },
  inner: { kind: 'map', input: 'item', parent: 'each' },
  after_inner: { kind: 'map', input: 'steps.inner', parent: 'each' },
  b: { kind: 'map', input: 'vars.x' },
  other: { kind: 'map', input: '9' },
};
const WIRES = ['start>a', 'a>each', 'inner>after_inner', 'each>b', 'start>other'];
const graph = drawGraph(NODES, WIRES, { x: 1 });

const step = (node: string): StepView => ({
  id: node,
  node,
  status: 'done',
  attempt: 1,
  startedAt: 0,
  failures: [],
});
const view = {
  ...emptyRunView(),
  steps: Object.fromEntries(Object.keys(NODES).map((id) => [id, step(id)])),
};
const change = (id: string, more: Record<string, unknown>): FlowGraph =>
  drawGraph({ ...NODES, [id]: { ...NODES[id], ...more } as NodeDrawing }, WIRES, { x: 1 });
const stale = (now: FlowGraph, pins = {}): string[] =>
  Object.keys(staleSteps({ graph, view, pins: {} }, { graph: now, pins })).toSorted();

describe('what depends on a step', () => {
  it.each([
    ['a', ['a', 'after_inner', 'b', 'each', 'inner']],
    ['inner', ['after_inner', 'b', 'each', 'inner']],
    ['after_inner', ['after_inner', 'b', 'each']],
    ['other', ['other']],
  ])('is found along wires and through loops for %s', (id, expected) => {
    expect([...behind(graph, [id])].toSorted()).toEqual(expected);
  });
});

describe('the part of a graph that leads to a step', () => {
  it.each([
    ['b', ['a', 'after_inner', 'b', 'each', 'inner', 'start']],
    ['inner', ['a', 'each', 'inner', 'start']],
    ['each', ['a', 'after_inner', 'each', 'inner', 'start']],
    ['a', ['a', 'start']],
  ])('ends at %s', (id, expected) => {
    expect(Object.keys(cutGraph(graph, id).nodes).toSorted()).toEqual(expected);
  });
});

describe('a result of an earlier run', () => {
  it('holds for the same graph, wherever its nodes stand and whatever they are titled', () => {
    expect(stale(change('a', { title: 'Other', position: { x: 9, y: 9 } }))).toEqual([]);
  });

  it('holds whatever the order of keys', () => {
    const { config, ...rest } = graph.nodes.each as FlowNode;
    const turned = Object.fromEntries(Object.entries(config).toReversed());
    const each = { ...rest, config: turned } as FlowNode;
    expect(stale({ ...graph, nodes: { ...graph.nodes, each } })).toEqual([]);
  });

  it('is stale where a step was changed and behind it, with the reason', () => {
    const now = change('inner', { input: 'item + 1' });
    expect(stale(now)).toEqual(['after_inner', 'b', 'each', 'inner']);
    const reasons = staleSteps({ graph, view, pins: {} }, { graph: now, pins: {} });
    expect(reasons.inner).toBe('It was changed since the run.');
    expect(reasons.b).toBe('“inner” before it: it was changed since the run.');
  });

  it('is stale where a wire, a variable or a pinned output was changed', () => {
    const { x: _, ...rest } = graph.vars;
    expect(stale({ ...graph, vars: { ...rest, x: 2 } })).toEqual(['b']);
    expect(stale(drawGraph(NODES, [...WIRES, 'start>b'], { x: 1 }))).toEqual(['b']);
    expect(stale(graph, { a: { output: 5 } })).toContain('each');
  });
});
