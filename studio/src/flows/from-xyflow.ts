import { putEdit, type FlowEdit, type FlowGraph, type FlowNode } from '@patchbay/shared/flows';

import { growHolders } from './graph-holders.ts';
import { joinEdits } from './graph-merge.ts';
import { absoluteOf, holdersOf, rectOf, sizeOf, type Point, type Rect } from './node-geometry.ts';
import type { CanvasNode } from './to-xyflow.ts';

/** What dragging left behind, as an edit: new places, and the loop or group each was dropped into. */
export function moveEdit(
  graph: FlowGraph,
  dragged: Pick<CanvasNode, 'id' | 'position'>[],
): FlowEdit {
  const ids = new Set(dragged.map((node) => node.id));
  const moved = dragged.flatMap((drawn) => {
    const node = graph.nodes[drawn.id];
    if (!node || samePlace(node.position, drawn.position)) return [];
    const carried = holdersOf(graph, node).some((holder) => ids.has(holder.id));
    const placed = { ...node, position: { ...drawn.position } };
    return [carried ? placed : dropInto(graph, placed, ids)];
  });
  const label =
    moved.length === 1 ? `Move "${moved[0]?.title.slice(0, 80)}"` : `Move ${moved.length} nodes`;
  return joinEdits(label, [putEdit(label, moved), growHolders(graph, moved)]);
}

function samePlace(a: Point, b: Point): boolean {
  return a.x === b.x && a.y === b.y;
}

/** The node as a child of the container its middle lies in; its place on the canvas stays. */
function dropInto(graph: FlowGraph, node: FlowNode, dragged: ReadonlySet<string>): FlowNode {
  const at = absoluteOf(graph, node);
  const size = sizeOf(node);
  const holder = containerAt(
    graph,
    { x: at.x + size.width / 2, y: at.y + size.height / 2 },
    dragged,
  );
  if (holder?.id === node.parent) return node;
  const origin = holder ? absoluteOf(graph, holder) : { x: 0, y: 0 };
  const position = { x: at.x - origin.x, y: at.y - origin.y };
  return { ...node, position, parent: holder?.id };
}

/** The innermost open loop or group at a point that is not itself being dragged. */
export function containerAt(
  graph: FlowGraph,
  point: Point,
  not: ReadonlySet<string> = new Set(),
): FlowNode | undefined {
  const inside = Object.values(graph.nodes)
    .filter((n) => n.kind === 'loop' || (n.kind === 'group' && !n.config.folded))
    .filter((n) => !not.has(n.id) && !holdersOf(graph, n).some((h) => not.has(h.id)))
    .filter((n) => contains(rectOf(graph, n), point));
  return inside.toSorted((a, b) => holdersOf(graph, b).length - holdersOf(graph, a).length)[0];
}

function contains(rect: Rect, point: Point): boolean {
  return (
    point.x >= rect.x &&
    point.y >= rect.y &&
    point.x <= rect.x + rect.width &&
    point.y <= rect.y + rect.height
  );
}

/** What a resize left behind: the box's new size and corner. */
export function resizeEdit(graph: FlowGraph, id: string, to: Rect): FlowEdit {
  const node = graph.nodes[id];
  if (
    !node ||
    !('size' in node || node.kind === 'loop' || node.kind === 'group' || node.kind === 'note')
  )
    return { label: 'Resize' };
  const size = { width: Math.round(to.width), height: Math.round(to.height) };
  const position = { x: to.x, y: to.y };
  return putEdit(`Resize "${node.title.slice(0, 80)}"`, [{ ...node, size, position }]);
}
