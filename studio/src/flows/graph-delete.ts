import {
  removeEdit,
  wire,
  type FlowEdge,
  type FlowEdit,
  type FlowGraph,
} from '@patchbay/shared/flows';

import { joinEdits } from './graph-merge.ts';
import { firstPort } from './graph-splice.ts';

function labelFor(graph: FlowGraph, ids: readonly string[]): string {
  const only = ids.length === 1 ? graph.nodes[ids[0] ?? ''] : undefined;
  return only ? `Delete "${only.title.slice(0, 80)}"` : `Delete ${ids.length} nodes`;
}

/** Removes nodes (with what is inside and their wires) and wires. */
export function deleteEdit(graph: FlowGraph, nodes: string[], edges: string[] = []): FlowEdit {
  const known = nodes.filter((id) => graph.nodes[id]);
  const wires = Object.fromEntries(edges.filter((id) => graph.edges[id]).map((id) => [id, null]));
  const label =
    known.length > 0
      ? labelFor(graph, known)
      : edges.length === 1
        ? 'Delete a wire'
        : 'Delete wires';
  return joinEdits(label, [{ label, edges: wires }, removeEdit(graph, known, label)]);
}

/**
 * Removes nodes and joins what led to them with what they led on to by their first exit. Only
 * within one loop: a wire must not cross a border.
 */
export function deleteAndReconnectEdit(graph: FlowGraph, ids: string[]): FlowEdit {
  const gone = new Set(ids);
  const edges = Object.values(graph.edges);
  const bridges: FlowEdge[] = [];
  for (const edge of edges) {
    if (!gone.has(edge.to) || gone.has(edge.from)) continue;
    const parent = graph.nodes[edge.to]?.parent;
    for (const target of targetsPast(graph, edge.to, gone)) {
      if (graph.nodes[target]?.parent === parent) bridges.push(wire(edge.from, edge.port, target));
    }
  }
  const label = `${labelFor(graph, ids)} and reconnect`;
  const put = { label, edges: Object.fromEntries(bridges.map((edge) => [edge.id, edge])) };
  return joinEdits(label, [removeEdit(graph, ids, label), put]);
}

/** The nodes that stay, reached by first exits through nodes that go. */
function targetsPast(graph: FlowGraph, start: string, gone: ReadonlySet<string>): Set<string> {
  const seen = new Set<string>();
  const found = new Set<string>();
  const open = [start];
  for (let id = open.pop(); id !== undefined; id = open.pop()) {
    const node = graph.nodes[id];
    if (!node || seen.has(id)) continue;
    seen.add(id);
    for (const edge of Object.values(graph.edges)) {
      if (edge.from !== id || edge.port !== firstPort(node)) continue;
      if (gone.has(edge.to)) open.push(edge.to);
      else found.add(edge.to);
    }
  }
  return found;
}
