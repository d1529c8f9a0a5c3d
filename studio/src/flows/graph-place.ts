import {
  hasInput,
  isTrigger,
  portsOf,
  putEdit,
  wire,
  type FlowEdge,
  type FlowEdit,
  type FlowGraph,
  type FlowNode,
} from '@patchbay/shared/flows';

import { containerAt } from './from-xyflow.ts';
import { growHolders } from './graph-holders.ts';
import { joinEdits } from './graph-merge.ts';
import { spliceEdit } from './graph-splice.ts';
import { newNode, type Recipe } from './new-node.ts';
import { absoluteOf, HEAD, rectOf, sizeOf, snap, type Point } from './node-geometry.ts';

/** Where a new node shall go; all of it is optional. */
export interface Spot {
  /** Place on the canvas. */
  at?: Point;
  /** The node it follows; `port` is its exit, by default the first free one. */
  after?: string;
  port?: string;
  /** The wire it is put into. */
  edge?: string;
}

export interface Placed {
  edit: FlowEdit;
  node: FlowNode;
}

const GAP_X = 80;
const GAP_Y = 40;

/** Makes a node at a spot and wires it to what it follows. */
export function placeEdit(graph: FlowGraph, recipe: Recipe, spot: Spot): Placed {
  const edge = spot.edge === undefined ? undefined : graph.edges[spot.edge];
  if (edge) return placeInWire(graph, recipe, edge);
  const before = spot.after === undefined ? undefined : graph.nodes[spot.after];
  const draft = newNode(graph, recipe, { x: 0, y: 0 });
  const port = before && (spot.port ?? freePort(graph, before));
  const into = before?.kind === 'loop' && port === 'item';
  const node =
    before && !isTrigger(draft)
      ? placedAfter(graph, draft, { before, at: spot.at, into })
      : placedAt(graph, draft, spot.at ?? { x: 0, y: 0 });
  const wires = before && port && hasInput(node) ? [wire(before.id, port, node.id)] : [];
  const label = `Add "${node.title.slice(0, 80)}"`;
  return {
    node,
    edit: joinEdits(label, [putEdit(label, [node], wires), growHolders(graph, [node])]),
  };
}

/** The first exit nothing leaves by yet (of a loop: into its body); else the first. */
export function freePort(graph: FlowGraph, node: FlowNode): string | undefined {
  const used = new Set(
    Object.values(graph.edges)
      .filter((e) => e.from === node.id)
      .map((e) => e.port),
  );
  const wanted = portsOf(node).filter((port) => port.kind !== 'error');
  const free = wanted.find((port) => !used.has(port.id));
  return (free ?? wanted.find((port) => port.kind === 'main'))?.id;
}

function placedAt(graph: FlowGraph, node: FlowNode, at: Point): FlowNode {
  const holder = isTrigger(node) ? undefined : containerAt(graph, at);
  const origin = holder ? absoluteOf(graph, holder) : { x: 0, y: 0 };
  const position = { x: snap(at.x - origin.x), y: snap(at.y - origin.y) };
  return { ...node, parent: holder?.id, position };
}

interface Neighbour {
  before: FlowNode;
  at?: Point;
  /** Into the body of the loop `before`. */
  into: boolean;
}

/** To the right of its neighbour, below whatever stands there already. */
function placedAfter(graph: FlowGraph, node: FlowNode, { before, at, into }: Neighbour): FlowNode {
  const parent = into ? before.id : before.parent;
  const holder = parent === undefined ? undefined : graph.nodes[parent];
  const origin = holder ? absoluteOf(graph, holder) : { x: 0, y: 0 };
  const size = sizeOf(before);
  const beside = into
    ? { x: 64, y: HEAD + 32 }
    : { x: before.position.x + size.width + GAP_X, y: before.position.y };
  const wish = at ? { x: at.x - origin.x, y: at.y - origin.y } : beside;
  const placed = { ...node, parent, position: { x: snap(wish.x), y: snap(wish.y) } };
  return at ? placed : clearOf(graph, placed);
}

function clearOf(graph: FlowGraph, node: FlowNode): FlowNode {
  const others = Object.values(graph.nodes).filter(
    (n) => n.parent === node.parent && n.kind !== 'note',
  );
  const size = sizeOf(node);
  let y = node.position.y;
  for (let tries = 0; tries < 200; tries++) {
    const hit = others.find((n) => {
      const other = sizeOf(n);
      return (
        node.position.x < n.position.x + other.width &&
        n.position.x < node.position.x + size.width &&
        y < n.position.y + other.height + GAP_Y / 2 &&
        n.position.y < y + size.height + GAP_Y / 2
      );
    });
    if (!hit) break;
    y = snap(hit.position.y + sizeOf(hit).height + GAP_Y);
  }
  return { ...node, position: { x: node.position.x, y } };
}

/** Between the ends of a wire; what follows makes room when it stands too close. */
function placeInWire(graph: FlowGraph, recipe: Recipe, edge: FlowEdge): Placed {
  const draft = newNode(graph, recipe, { x: 0, y: 0 });
  const from = graph.nodes[edge.from];
  const to = graph.nodes[edge.to];
  if (!from || !to) return { node: draft, edit: putEdit(`Add "${draft.title}"`, [draft]) };
  const origin =
    to.parent && graph.nodes[to.parent]
      ? absoluteOf(graph, graph.nodes[to.parent] as FlowNode)
      : { x: 0, y: 0 };
  const start = rectOf(graph, from);
  const x = snap(start.x + start.width + GAP_X - origin.x);
  const node = { ...draft, parent: to.parent, position: { x, y: to.position.y } };
  const splice = spliceEdit(graph, edge, node);
  if (!splice) return { node, edit: putEdit(`Add "${node.title}"`, [node]) };
  const shifted = makeRoom(graph, to, x + sizeOf(node).width + GAP_X - to.position.x);
  const edit = joinEdits(splice.label, [putEdit('', shifted), splice]);
  return { node, edit: joinEdits(splice.label, [edit, growHolders(graph, [...shifted, node])]) };
}

/** Moves a node and all that stands right of it in its level. */
function makeRoom(graph: FlowGraph, from: FlowNode, by: number): FlowNode[] {
  if (by <= 0) return [];
  return Object.values(graph.nodes)
    .filter((n) => n.parent === from.parent && n.position.x >= from.position.x)
    .map((n) => ({ ...n, position: { x: snap(n.position.x + by), y: n.position.y } }));
}
