import { portsOf, type FlowEdge, type FlowGraph, type FlowNode } from '@patchbay/shared/flows';

import { absoluteOf, foldedAbove, handlesOf, rectOf, seenAs, type Point } from './node-geometry.ts';

export type Direction = 'left' | 'right' | 'up' | 'down';

/**
 * The node an arrow key leads to. Left and right follow wires (the uppermost first) and enter or
 * leave loops; up and down, and places without a wire, go to what is nearest in that direction.
 */
export function walk(
  whole: FlowGraph,
  from: string | undefined,
  way: Direction,
): string | undefined {
  const graph = seenGraph(whole);
  const start = from === undefined ? undefined : whole.nodes[from];
  const node = start && seenAs(whole, start);
  if (!node) return firstNode(graph)?.id;
  const wired =
    way === 'right' ? ahead(graph, node) : way === 'left' ? behind(graph, node) : undefined;
  return wired ?? nearest(graph, node, way);
}

/** The graph as it is drawn: a folded group stands for what it hides, and takes its wires. */
function seenGraph(graph: FlowGraph): FlowGraph {
  const nodes = Object.values(graph.nodes);
  if (!nodes.some((node) => node.kind === 'group' && node.config.folded)) return graph;
  const end = (id: string): string => {
    const node = graph.nodes[id];
    return node ? seenAs(graph, node).id : id;
  };
  const edges = Object.entries(graph.edges).map(
    ([id, edge]) => [id, { ...edge, from: end(edge.from), to: end(edge.to) }] as const,
  );
  return {
    ...graph,
    nodes: Object.fromEntries(
      nodes.filter((node) => !foldedAbove(graph, node)).map((node) => [node.id, node]),
    ),
    edges: Object.fromEntries(edges.filter(([, edge]) => edge.from !== edge.to)),
  };
}

/** Where walking begins: the leftmost, uppermost node. */
export function firstNode(graph: FlowGraph): FlowNode | undefined {
  return Object.values(graph.nodes).toSorted(
    (a, b) => absoluteOf(graph, a).x - absoluteOf(graph, b).x || a.position.y - b.position.y,
  )[0];
}

function ahead(graph: FlowGraph, node: FlowNode): string | undefined {
  const order = portsOf(node).map((port) => port.id);
  const edges = Object.values(graph.edges).filter((e) => e.from === node.id);
  return (
    uppermost(
      graph,
      sortBy(edges, (e) => order.indexOf(e.port)),
      (e) => e.to,
    ) ?? inside(graph, node)
  );
}

function sortBy(edges: FlowEdge[], rank: (edge: FlowEdge) => number): FlowEdge[] {
  const best = Math.min(...edges.map(rank));
  return edges.filter((edge) => rank(edge) === best);
}

function uppermost(
  graph: FlowGraph,
  edges: FlowEdge[],
  end: (e: FlowEdge) => string,
): string | undefined {
  return edges
    .map((edge) => graph.nodes[end(edge)])
    .filter((node) => node !== undefined)
    .toSorted((a, b) => absoluteOf(graph, a).y - absoluteOf(graph, b).y)[0]?.id;
}

/** A loop with nothing behind it leads into its body. */
function inside(graph: FlowGraph, node: FlowNode): string | undefined {
  return Object.values(graph.nodes)
    .filter((n) => n.parent === node.id)
    .toSorted((a, b) => a.position.x - b.position.x)[0]?.id;
}

function behind(graph: FlowGraph, node: FlowNode): string | undefined {
  const edges = Object.values(graph.edges).filter((e) => e.to === node.id);
  return uppermost(graph, edges, (e) => e.from) ?? node.parent;
}

/** Distance counts more across the direction than along it, as one looks. */
function nearest(graph: FlowGraph, node: FlowNode, way: Direction): string | undefined {
  const here = middle(graph, node);
  const flat = way === 'left' || way === 'right';
  const sign = way === 'right' || way === 'down' ? 1 : -1;
  let best: { id: string; score: number } | undefined;
  for (const other of Object.values(graph.nodes)) {
    if (other.id === node.id || other.id === node.parent) continue;
    const there = middle(graph, other);
    const along = sign * (flat ? there.x - here.x : there.y - here.y);
    const across = Math.abs(flat ? there.y - here.y : there.x - here.x);
    if (along <= 8 || across > along * 3) continue;
    const score = along + across * 2;
    if (!best || score < best.score) best = { id: other.id, score };
  }
  return best?.id;
}

function middle(graph: FlowGraph, node: FlowNode): Point {
  const rect = rectOf(graph, node);
  const y = handlesOf(node)[0]?.y ?? rect.height / 2;
  return { x: rect.x + Math.min(rect.width / 2, 116), y: rect.y + y };
}
