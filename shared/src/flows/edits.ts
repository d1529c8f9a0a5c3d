import { newLocalId } from '#base';
import { renameStepIn } from '#mapping';

import type { FlowEdit } from './edit.ts';
import { mapExpressions } from './expressions.ts';
import type { FlowEdge, FlowGraph } from './graph.ts';
import type { FlowNode } from './node.ts';

/** The edit that puts nodes and wires in, new or changed. */
export function putEdit(label: string, nodes: FlowNode[], edges: FlowEdge[] = []): FlowEdit {
  return {
    label,
    nodes: Object.fromEntries(nodes.map((n) => [n.id, n])),
    edges: Object.fromEntries(edges.map((e) => [e.id, e])),
  };
}

/** A wire; its id is its ends, so that the same wire drawn twice is one. */
export function wire(from: string, port: string, to: string): FlowEdge {
  const plain = `${from}-${port}-${to}`;
  return { id: plain.length <= 40 ? plain : newLocalId(16), from, port, to };
}

/** Removes nodes, what is inside them, and every wire that touches them. */
export function removeEdit(graph: FlowGraph, ids: string[], label = 'Delete'): FlowEdit {
  const gone = new Set(ids);
  for (let grew = true; grew;) {
    const before = gone.size;
    for (const n of Object.values(graph.nodes)) if (n.parent && gone.has(n.parent)) gone.add(n.id);
    grew = gone.size > before;
  }
  const edges = Object.values(graph.edges).filter((e) => gone.has(e.from) || gone.has(e.to));
  return {
    label,
    nodes: Object.fromEntries([...gone].map((id) => [id, null])),
    edges: Object.fromEntries(edges.map((e) => [e.id, null])),
  };
}

/** Gives a node a new key and rewrites every expression of the flow that names it. */
export function renameKeyEdit(graph: FlowGraph, id: string, key: string): FlowEdit {
  const node = graph.nodes[id];
  if (!node) return { label: 'Rename' };
  const followers = Object.values(graph.nodes)
    .map((n) => [n, mapExpressions(n, (text) => renameStepIn(text, node.key, key))] as const)
    .filter(([before, after]) => before !== after);
  const nodes = Object.fromEntries(followers.map(([, after]) => [after.id, after]));
  return {
    label: `Rename step to ${key}`,
    nodes: { ...nodes, [id]: { ...(nodes[id] ?? node), key } },
  };
}
