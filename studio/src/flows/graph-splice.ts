import {
  hasInput,
  portsOf,
  putEdit,
  wire,
  type FlowEdge,
  type FlowEdit,
  type FlowGraph,
  type FlowNode,
} from '@patchbay/shared/flows';

import { joinEdits } from './graph-merge.ts';
import { rectOf, type Point } from './node-geometry.ts';

/** The exit the flow goes on by after this node; undefined when it ends there. */
export function firstPort(node: FlowNode): string | undefined {
  return portsOf(node).find((port) => port.kind === 'main')?.id;
}

/** Puts a node into a wire: what came from its start now comes through the node. */
export function spliceEdit(graph: FlowGraph, edge: FlowEdge, node: FlowNode): FlowEdit | undefined {
  const port = firstPort(node);
  const parent = graph.nodes[edge.to]?.parent;
  if (!hasInput(node) || !port || node.id === edge.from || node.id === edge.to) return undefined;
  const label = `Put "${node.title.slice(0, 80)}" into the wire`;
  const wires = [wire(edge.from, edge.port, node.id), wire(node.id, port, edge.to)];
  const cut: FlowEdit = { label, edges: { [edge.id]: null } };
  return joinEdits(label, [cut, putEdit(label, [{ ...node, parent }], wires)]);
}

/** True when no wire touches the node, so dropping it on one may splice it in. */
export function isLoose(graph: FlowGraph, id: string): boolean {
  return !Object.values(graph.edges).some((edge) => edge.from === id || edge.to === id);
}

const REACH = 24;

/** The wire whose straight line passes nearest to a point, if it is near. */
export function wireNear(graph: FlowGraph, point: Point): FlowEdge | undefined {
  let best: { edge: FlowEdge; distance: number } | undefined;
  for (const edge of Object.values(graph.edges)) {
    const from = graph.nodes[edge.from];
    const to = graph.nodes[edge.to];
    if (!from || !to || edge.port === 'item' || edge.port === 'error') continue;
    const a = rectOf(graph, from);
    const b = rectOf(graph, to);
    const start = { x: a.x + a.width, y: a.y + Math.min(a.height / 2, 32) };
    const distance = distanceTo(point, start, { x: b.x, y: b.y + Math.min(b.height / 2, 32) });
    if (distance < REACH && (!best || distance < best.distance)) best = { edge, distance };
  }
  return best?.edge;
}

function distanceTo(point: Point, a: Point, b: Point): number {
  const dx = b.x - a.x;
  const dy = b.y - a.y;
  const length = dx * dx + dy * dy;
  const along = length === 0 ? 0 : ((point.x - a.x) * dx + (point.y - a.y) * dy) / length;
  // The ends belong to the nodes: what lies on a card was not dropped on its wire.
  if (along < 0 || along > 1) return Number.POSITIVE_INFINITY;
  return Math.hypot(point.x - a.x - along * dx, point.y - a.y - along * dy);
}
