import { Graph, layout } from '@dagrejs/dagre';
import { putEdit, type FlowEdit, type FlowGraph, type FlowNode } from '@patchbay/shared/flows';

import {
  boundsOf,
  HEAD,
  holdersOf,
  PADDING,
  sizeOf,
  snap,
  type Point,
  type Size,
} from './node-geometry.ts';

const GAPS = { rankdir: 'LR', nodesep: 40, ranksep: 72 };

/**
 * Places every node left to right, the bodies of loops and groups first, because they decide how
 * large their container is. Notes stay where they are. Loaded only when it is asked for.
 */
export function layoutEdit(graph: FlowGraph): FlowEdit {
  const work: Work = { graph, placed: new Map(), sizes: new Map() };
  placeLevel(work, undefined, 0);
  return putEdit('Auto layout', [...work.placed.values()]);
}

interface Work {
  graph: FlowGraph;
  placed: Map<string, FlowNode>;
  sizes: Map<string, Size>;
}

const DEEPEST = 50;

function placeLevel(work: Work, holder: string | undefined, depth: number): void {
  const nodes = Object.values(work.graph.nodes).filter(
    (n) => n.parent === holder && n.kind !== 'note',
  );
  if (depth > DEEPEST || nodes.length === 0) return;
  for (const node of nodes) {
    if (node.kind === 'loop' || node.kind === 'group') placeLevel(work, node.id, depth + 1);
  }
  const spots = solve(work, nodes);
  const origin = holder === undefined ? { x: 0, y: 0 } : { x: 56, y: HEAD + 24 };
  for (const node of nodes) {
    const spot = spots.get(node.id) ?? node.position;
    const position = { x: snap(spot.x + origin.x), y: snap(spot.y + origin.y) };
    work.placed.set(node.id, { ...(work.placed.get(node.id) ?? node), position });
  }
  if (holder !== undefined) fit(work, holder, nodes);
}

/** Corners of the nodes of one level, from 0, 0. */
function solve(work: Work, nodes: FlowNode[]): Map<string, Point> {
  const g = new Graph();
  g.setGraph(GAPS);
  g.setDefaultEdgeLabel(() => ({}));
  for (const node of nodes) g.setNode(node.id, { ...(work.sizes.get(node.id) ?? sizeOf(node)) });
  const level = new Set(nodes.map((node) => node.id));
  for (const edge of Object.values(work.graph.edges)) {
    const from = standIn(work.graph, edge.from, level);
    const to = standIn(work.graph, edge.to, level);
    if (edge.port !== 'item' && from && to && from !== to) g.setEdge(from, to);
  }
  layout(g);
  const boxes = nodes.map((node) => {
    const { x, y, width, height } = g.node(node.id) as Point & Size;
    return { id: node.id, x: x - width / 2, y: y - height / 2, width, height };
  });
  const around = boundsOf(boxes) ?? { x: 0, y: 0 };
  return new Map(boxes.map(({ id, x, y }) => [id, { x: x - around.x, y: y - around.y }]));
}

/** The node itself, or what holds it on this level: a wire into a group pulls the group. */
function standIn(graph: FlowGraph, id: string, level: ReadonlySet<string>): string | undefined {
  const node = graph.nodes[id];
  const line = node ? [node, ...holdersOf(graph, node)] : [];
  return line.find((one) => level.has(one.id))?.id;
}

/** Makes a container exactly as large as its laid out body. */
function fit(work: Work, holder: string, inside: FlowNode[]): void {
  const node = work.graph.nodes[holder];
  if (node?.kind !== 'loop' && node?.kind !== 'group') return;
  const around = boundsOf(
    inside.map((n) => ({
      ...(work.placed.get(n.id) ?? n).position,
      ...(work.sizes.get(n.id) ?? sizeOf(n)),
    })),
  );
  if (!around) return;
  const size = {
    width: snap(around.x + around.width + PADDING + 16),
    height: snap(around.y + around.height + PADDING),
  };
  const folded = node.kind === 'group' && node.config.folded;
  if (!folded) work.sizes.set(holder, size);
  work.placed.set(holder, { ...node, size });
}
