import { putEdit, type FlowEdit, type FlowGraph, type FlowNode } from '@patchbay/shared/flows';

import { moveEdit } from './from-xyflow.ts';
import { growHolders } from './graph-holders.ts';
import { joinEdits } from './graph-merge.ts';
import {
  boundsOf,
  GRID,
  HEAD,
  holdersOf,
  PADDING,
  sizeOf,
  snap,
  type Point,
} from './node-geometry.ts';

/**
 * Moves nodes by a step of an arrow key, as if they were dragged: within a loop or group, and into
 * one. What would go over the border of the one around it is left where it is: see `beyondBorder`.
 */
export function nudgeEdit(graph: FlowGraph, ids: string[], by: Point): FlowEdit {
  return moveEdit(
    graph,
    movedOf(graph, ids).map(({ id, position: { x, y } }) => ({
      id,
      position: { x: snap(x + by.x), y: snap(y + by.y) },
    })),
  );
}

/** The loop or group over whose border a step by an arrow key would lead. */
export function borderAt(graph: FlowGraph, ids: string[], by: Point): FlowNode | undefined {
  return levelsOf(graph, ids).find(({ holder, nodes }) => isOver(holder, nodes, by))?.holder;
}

/**
 * Takes what stands at the border out of its loop or group: together, to the first place behind the
 * border in that direction.
 */
export function leaveEdit(graph: FlowGraph, ids: string[], by: Point): FlowEdit {
  const out = levelsOf(graph, ids).flatMap(({ holder, nodes }) =>
    isOver(holder, nodes, by) ? outside(holder, nodes, by) : [],
  );
  const from = graph.nodes[graph.nodes[out[0]?.id ?? '']?.parent ?? ''];
  const what = out.length === 1 ? `"${out[0]?.title.slice(0, 80)}"` : `${out.length} nodes`;
  const label = `Take ${what} out of "${from?.title.slice(0, 80)}"`;
  return joinEdits(label, [putEdit(label, out), growHolders(graph, out)]);
}

interface Level {
  holder: FlowNode;
  nodes: FlowNode[];
}

/** What moves, by the loop or group it stands in. */
function levelsOf(graph: FlowGraph, ids: string[]): Level[] {
  const inside = Map.groupBy(movedOf(graph, ids), ({ parent }) => parent);
  return [...inside].flatMap(([parent, nodes]) => {
    const holder = graph.nodes[parent ?? ''];
    return holder ? [{ holder, nodes }] : [];
  });
}

/** What stands in something that moves is carried along. */
function movedOf(graph: FlowGraph, ids: string[]): FlowNode[] {
  const chosen = new Set(ids);
  return ids
    .map((id) => graph.nodes[id])
    .filter((node) => node !== undefined)
    .filter((node) => !holdersOf(graph, node).some((holder) => chosen.has(holder.id)));
}

function isOver(holder: FlowNode, nodes: FlowNode[], by: Point): boolean {
  const box = boundsOf(nodes.map((node) => ({ ...node.position, ...sizeOf(node) })));
  if (!box) return false;
  const { width, height } = sizeOf(holder);
  return (
    (by.x < 0 && box.x + by.x < 0) ||
    (by.x > 0 && box.x + box.width + by.x > width - PADDING) ||
    (by.y < 0 && box.y + by.y < HEAD) ||
    (by.y > 0 && box.y + box.height + by.y > height - PADDING)
  );
}

/** The nodes beyond the border in that direction, as they stand to one another. */
function outside(holder: FlowNode, nodes: FlowNode[], by: Point): FlowNode[] {
  const box = boundsOf(nodes.map((node) => ({ ...node.position, ...sizeOf(node) })));
  if (!box) return [];
  const { width, height } = sizeOf(holder);
  const to = {
    x: by.x < 0 ? -box.width - GRID : by.x > 0 ? width + GRID : box.x,
    y: by.y < 0 ? -box.height - GRID : by.y > 0 ? height + GRID : box.y,
  };
  return nodes.map((node) => ({
    ...node,
    parent: holder.parent,
    position: {
      x: snap(holder.position.x + node.position.x + to.x - box.x),
      y: snap(holder.position.y + node.position.y + to.y - box.y),
    },
  }));
}
