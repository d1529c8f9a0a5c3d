import type { FlowEdge, FlowGraph } from './graph.ts';
import { isDecoration, isTrigger, type FlowNode } from './node.ts';

/**
 * One level of a graph: the nodes that run together (the root, or the body of one loop) with the
 * wires between them. Loops nest, levels do not: a loop is one node of the level it stands in.
 */
export interface Level {
  /** The loop whose body this is; absent at the root. */
  loop?: string;
  nodes: FlowNode[];
  incoming: Map<string, FlowEdge[]>;
  outgoing: Map<string, FlowEdge[]>;
}

const ROOT = '';

/** The loop a node runs in, looking through groups; undefined at the root. Ends on a parent cycle. */
export function loopOf(graph: FlowGraph, node: FlowNode): string | undefined {
  let parent = node.parent;
  for (let guard = 0; parent !== undefined && guard < 100; guard++) {
    const holder: FlowNode | undefined = graph.nodes[parent];
    if (!holder || holder.kind === 'loop') return holder?.id;
    parent = holder.parent;
  }
  return undefined;
}

/** All levels by loop id; the root has the key ''. */
export function levelsOf(graph: FlowGraph): Map<string, Level> {
  const levels = new Map<string, Level>([[ROOT, newLevel()]]);
  const home = new Map<string, string>();
  for (const node of Object.values(graph.nodes)) {
    if (node.kind === 'loop' && !levels.has(node.id)) levels.set(node.id, newLevel(node.id));
  }
  for (const node of Object.values(graph.nodes)) {
    if (isDecoration(node)) continue;
    const key = loopOf(graph, node) ?? ROOT;
    home.set(node.id, key);
    levels.get(key)?.nodes.push(node);
  }
  for (const edge of Object.values(graph.edges)) placeEdge(levels, home, edge);
  return levels;
}

function newLevel(loop?: string): Level {
  return { loop, nodes: [], incoming: new Map(), outgoing: new Map() };
}

/** A wire from a loop's `item` port belongs to the body but starts nothing: the body starts by itself. */
function placeEdge(levels: Map<string, Level>, home: Map<string, string>, edge: FlowEdge): void {
  const level = home.get(edge.from);
  if (level === undefined || level !== home.get(edge.to)) return;
  push(levels.get(level)?.outgoing, edge.from, edge);
  push(levels.get(level)?.incoming, edge.to, edge);
}

function push(map: Map<string, FlowEdge[]> | undefined, key: string, edge: FlowEdge): void {
  const list = map?.get(key);
  if (list) list.push(edge);
  else map?.set(key, [edge]);
}

/**
 * The nodes of a level from sources to sinks. `cycle` holds the ids that are left when wires form
 * a circle; empty for a sound graph.
 */
export function topology(level: Level): { order: FlowNode[]; cycle: string[] } {
  const open = new Map(level.nodes.map((n) => [n.id, level.incoming.get(n.id)?.length ?? 0]));
  const byId = new Map(level.nodes.map((n) => [n.id, n]));
  const ready = level.nodes.filter((n) => open.get(n.id) === 0);
  const order: FlowNode[] = [];
  for (let node = ready.shift(); node; node = ready.shift()) {
    order.push(node);
    for (const edge of level.outgoing.get(node.id) ?? []) {
      const left = (open.get(edge.to) ?? 0) - 1;
      open.set(edge.to, left);
      const target = byId.get(edge.to);
      if (left === 0 && target) ready.push(target);
    }
  }
  const done = new Set(order.map((n) => n.id));
  return { order, cycle: level.nodes.filter((n) => !done.has(n.id)).map((n) => n.id) };
}

/** The triggers of a graph, in the order of their keys. */
export function triggersOf(graph: FlowGraph): FlowNode[] {
  return Object.values(graph.nodes)
    .filter(isTrigger)
    .toSorted((a, b) => (a.key < b.key ? -1 : 1));
}
