import { newLocalId, parseJson } from '@patchbay/shared/base';
import {
  edgeSchema,
  flowFileSchema,
  isDecoration,
  nodeSchema,
  putEdit,
  wire,
  type FlowEdge,
  type FlowEdit,
  type FlowGraph,
  type FlowNode,
} from '@patchbay/shared/flows';
import { z } from 'zod';

import { freshKey, keysIn, withKeys } from './graph-keys.ts';
import { absoluteOf, holdersOf, snap, type Point } from './node-geometry.ts';

/** What lies in the clipboard: nodes with the wires between them, readable in any editor. */
const clipSchema = z.object({
  format: z.literal('patchbay-nodes/1'),
  nodes: z.array(nodeSchema),
  edges: z.array(edgeSchema),
});
export type Clip = z.infer<typeof clipSchema>;

/** The named nodes, what is inside them, and the wires between them. */
export function clipOf(graph: FlowGraph, ids: readonly string[]): Clip {
  const chosen = new Set(ids);
  const nodes = Object.values(graph.nodes).filter(
    (node) => chosen.has(node.id) || holdersOf(graph, node).some((h) => chosen.has(h.id)),
  );
  const inside = new Set(nodes.map((node) => node.id));
  const edges = Object.values(graph.edges).filter((e) => inside.has(e.from) && inside.has(e.to));
  const free = nodes.map((node) =>
    node.parent !== undefined && !inside.has(node.parent)
      ? { ...node, parent: undefined, position: absoluteOf(graph, node) }
      : node,
  );
  return { format: 'patchbay-nodes/1', nodes: free, edges };
}

export function clipText(graph: FlowGraph, ids: readonly string[]): string {
  return JSON.stringify(clipOf(graph, ids), null, 2);
}

/** Reads copied nodes, or a whole exported flow; undefined when the text is neither. */
export function readClip(text: string): Clip | undefined {
  if (!text.trimStart().startsWith('{')) return undefined;
  const parsed = parseJson(text);
  if (!parsed.ok) return undefined;
  const clip = clipSchema.safeParse(parsed.value);
  if (clip.success) return clip.data;
  const file = flowFileSchema.safeParse(parsed.value);
  if (!file.success) return undefined;
  const { nodes, edges } = file.data.graph;
  return { format: 'patchbay-nodes/1', nodes: Object.values(nodes), edges: Object.values(edges) };
}

export interface Pasted {
  edit: FlowEdit;
  /** Ids of the outermost new nodes, to be selected. */
  ids: string[];
}

/** Puts a clip into the graph with its own ids and keys; `at` is its top left corner. */
export function pasteEdit(graph: FlowGraph, clip: Clip, at: Point): Pasted {
  const ids = new Map(clip.nodes.map((node) => [node.id, newLocalId()]));
  const keys = freshKeys(graph, clip.nodes);
  const shift = shiftTo(clip.nodes, at);
  const nodes = clip.nodes.map((node) => {
    const parent = node.parent === undefined ? undefined : ids.get(node.parent);
    return {
      ...withKeys(node, keys),
      id: ids.get(node.id) ?? newLocalId(),
      key: keys.get(node.key) ?? node.key,
      parent,
      position: parent ? node.position : shift(node.position),
    };
  });
  const edges = clip.edges.flatMap((edge) => rewire(edge, ids));
  const label =
    nodes.length === 1 ? `Paste "${nodes[0]?.title.slice(0, 80)}"` : `Paste ${nodes.length} nodes`;
  return {
    edit: putEdit(label, nodes, edges),
    ids: nodes.filter((node) => node.parent === undefined).map((node) => node.id),
  };
}

function freshKeys(graph: FlowGraph, nodes: FlowNode[]): Map<string, string> {
  const taken = new Set(keysIn(graph));
  const keys = new Map<string, string>();
  for (const node of nodes) {
    if (isDecoration(node) || keys.has(node.key)) continue;
    const key = freshKey(node.key, taken);
    taken.add(key);
    keys.set(node.key, key);
  }
  return keys;
}

function shiftTo(nodes: FlowNode[], at: Point): (position: Point) => Point {
  const roots = nodes.filter((node) => node.parent === undefined);
  const left = Math.min(...roots.map((node) => node.position.x));
  const top = Math.min(...roots.map((node) => node.position.y));
  return ({ x, y }) => ({ x: snap(x - left + at.x), y: snap(y - top + at.y) });
}

function rewire(edge: FlowEdge, ids: ReadonlyMap<string, string>): FlowEdge[] {
  const from = ids.get(edge.from);
  const to = ids.get(edge.to);
  return from && to ? [wire(from, edge.port, to)] : [];
}
