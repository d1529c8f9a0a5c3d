import type { FlowEdge, FlowGraph, FlowNode } from '@patchbay/shared/flows';
import { Position, type Edge, type Node } from '@xyflow/react';

import { foldedAbove, handlesOf, holdersOf, sizeOf } from './node-geometry.ts';
import { KINDS } from './node-kinds.ts';

export type CanvasNodeType = 'card' | 'loop' | 'group' | 'note';
/** What React Flow holds of a node: where it is. What it is, its component reads by id. */
export type CanvasNode = Node<Record<string, never>, CanvasNodeType>;
export type CanvasEdge = Edge<{ port: string }, 'wire'>;

const NO_DATA: Record<string, never> = {};
const SIDES = { left: Position.Left, right: Position.Right, bottom: Position.Bottom };
const SIZED = new Set<string>(['loop', 'group', 'note']);

/**
 * The graph as React Flow's nodes, holders before what they hold. A node that looks as before
 * keeps its object, so that only what changed is drawn again; selection is carried over.
 */
export function toNodes(graph: FlowGraph, before: CanvasNode[] = []): CanvasNode[] {
  const known = new Map(before.map((node) => [node.id, node]));
  return parentsFirst(graph).map((node) => {
    const old = known.get(node.id);
    const next = toNode(graph, node, old);
    return old && looksSame(old, next) ? old : next;
  });
}

function parentsFirst(graph: FlowGraph): FlowNode[] {
  const depth = new Map(
    Object.values(graph.nodes).map((node) => [node, holdersOf(graph, node).length]),
  );
  return [...depth.keys()].toSorted((a, b) => (depth.get(a) ?? 0) - (depth.get(b) ?? 0));
}

function toNode(graph: FlowGraph, node: FlowNode, old: CanvasNode | undefined): CanvasNode {
  const size = sizeOf(node);
  const type = SIZED.has(node.kind) ? (node.kind as CanvasNodeType) : 'card';
  return {
    id: node.id,
    type,
    data: NO_DATA,
    position: node.position,
    ...size,
    measured: size,
    parentId: holdersOf(graph, node)[0]?.id,
    hidden: foldedAbove(graph, node) !== undefined,
    selected: old?.selected ?? false,
    zIndex: type === 'note' || type === 'group' ? -1 : 0,
    ariaLabel: `${node.title.slice(0, 200)}, ${KINDS[node.kind].title}`,
    ariaRole: 'group',
    handles: handlesOf(node).map((h) => ({
      id: h.id,
      type: h.type,
      position: SIDES[h.side],
      x: h.x - 4,
      y: h.y - 4,
      width: 8,
      height: 8,
    })),
  };
}

function looksSame(a: CanvasNode, b: CanvasNode): boolean {
  return (
    a.type === b.type &&
    a.position.x === b.position.x &&
    a.position.y === b.position.y &&
    a.width === b.width &&
    a.height === b.height &&
    a.parentId === b.parentId &&
    a.hidden === b.hidden &&
    a.ariaLabel === b.ariaLabel &&
    a.handles?.map((h) => h.id).join() === b.handles?.map((h) => h.id).join()
  );
}

/** The graph's wires as React Flow's edges; wires into a folded group end at the group. */
export function toEdges(graph: FlowGraph, before: CanvasEdge[] = []): CanvasEdge[] {
  const known = new Map(before.map((edge) => [edge.id, edge]));
  return Object.values(graph.edges).flatMap((edge) => {
    const next = toEdge(graph, edge);
    if (!next) return [];
    const old = known.get(edge.id);
    return [old && sameEnds(old, next) ? old : { ...next, selected: old?.selected }];
  });
}

function toEdge(graph: FlowGraph, edge: FlowEdge): CanvasEdge | undefined {
  const from = graph.nodes[edge.from];
  const to = graph.nodes[edge.to];
  // A wire to nowhere can't be drawn; the list of problems names it.
  if (!from || !to) return undefined;
  const source = foldedAbove(graph, from);
  const target = foldedAbove(graph, to);
  if (source && source === target) return undefined;
  return {
    id: edge.id,
    type: 'wire',
    source: source?.id ?? edge.from,
    target: target?.id ?? edge.to,
    sourceHandle: source ? 'out' : edge.port,
    targetHandle: 'in',
    data: { port: edge.port },
    ariaLabel: `Wire from ${from.title.slice(0, 100)} to ${to.title.slice(0, 100)}`,
  };
}

function sameEnds(a: CanvasEdge, b: CanvasEdge): boolean {
  return (
    a.source === b.source &&
    a.target === b.target &&
    a.sourceHandle === b.sourceHandle &&
    a.ariaLabel === b.ariaLabel
  );
}
