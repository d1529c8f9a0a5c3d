import { putEdit, type FlowEdit, type FlowGraph, type FlowNode } from '@patchbay/shared/flows';

import { absoluteOf, boundsOf, rectOf, type Point, type Rect } from './node-geometry.ts';

export type Alignment =
  | 'left'
  | 'center'
  | 'right'
  | 'top'
  | 'middle'
  | 'bottom'
  | 'row'
  | 'column';

export const ALIGNMENTS: Record<Alignment, string> = {
  left: 'Align left edges',
  center: 'Align centres across',
  right: 'Align right edges',
  top: 'Align top edges',
  middle: 'Align middles',
  bottom: 'Align bottom edges',
  row: 'Space evenly in a row',
  column: 'Space evenly in a column',
};

/** Lines up nodes by their edges or middles, or spaces them evenly. */
export function alignEdit(graph: FlowGraph, ids: string[], how: Alignment): FlowEdit {
  const nodes = ids.map((id) => graph.nodes[id]).filter((n) => n !== undefined);
  const boxes = nodes.map((node) => rectOf(graph, node));
  const around = boundsOf(boxes);
  if (!around || nodes.length < 2) return { label: ALIGNMENTS[how] };
  const spots =
    how === 'row' || how === 'column' ? spread(boxes, around, how) : line(boxes, around, how);
  const moved = nodes.map((node, i) => placeAt(graph, node, spots[i] ?? absoluteOf(graph, node)));
  return putEdit(ALIGNMENTS[how], moved);
}

function line(boxes: Rect[], around: Rect, how: Exclude<Alignment, 'row' | 'column'>): Point[] {
  const right = around.x + around.width;
  const bottom = around.y + around.height;
  return boxes.map((box) => {
    switch (how) {
      case 'left':
        return { x: around.x, y: box.y };
      case 'center':
        return { x: around.x + (around.width - box.width) / 2, y: box.y };
      case 'right':
        return { x: right - box.width, y: box.y };
      case 'top':
        return { x: box.x, y: around.y };
      case 'middle':
        return { x: box.x, y: around.y + (around.height - box.height) / 2 };
      case 'bottom':
      default:
        return { x: box.x, y: bottom - box.height };
    }
  });
}

/** Equal gaps between neighbours; the first and the last stay where they are. */
function spread(boxes: Rect[], around: Rect, how: 'row' | 'column'): Point[] {
  const axis = how === 'row' ? 'x' : 'y';
  const side = how === 'row' ? 'width' : 'height';
  const order = boxes
    .map((_, i) => i)
    .toSorted((a, b) => (boxes[a]?.[axis] ?? 0) - (boxes[b]?.[axis] ?? 0));
  const filled = boxes.reduce((sum, box) => sum + box[side], 0);
  const gap = (around[side] - filled) / Math.max(1, boxes.length - 1);
  const spots: Point[] = boxes.map(({ x, y }) => ({ x, y }));
  let at = around[axis];
  for (const i of order) {
    const spot = spots[i];
    if (spot) spot[axis] = at;
    at += (boxes[i]?.[side] ?? 0) + gap;
  }
  return spots;
}

function placeAt(graph: FlowGraph, node: FlowNode, spot: Point): FlowNode {
  const now = absoluteOf(graph, node);
  const position = {
    x: node.position.x + Math.round(spot.x - now.x),
    y: node.position.y + Math.round(spot.y - now.y),
  };
  return { ...node, position };
}
