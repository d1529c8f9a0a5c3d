import {
  hasInput,
  portsOf,
  type FlowGraph,
  type FlowNode,
  type Port,
} from '@patchbay/shared/flows';

export interface Size {
  width: number;
  height: number;
}
export interface Point {
  x: number;
  y: number;
}
export interface Rect extends Point, Size {}

/** Where a wire meets a node, relative to the node's top left corner. */
export interface Handle extends Point {
  id: string;
  type: 'source' | 'target';
  side: 'left' | 'right' | 'bottom';
}

export const GRID = 16;
export const CARD: Size = { width: 232, height: 64 };
/** Height of the strip at the top of a loop or group. */
export const HEAD = 44;
/** Height of one labelled exit below the card's head. */
export const PORT_ROW = 24;
/** Space a container keeps around what is inside. */
export const PADDING = 32;
export const DEFAULT_SIZES = {
  loop: { width: 560, height: 240 },
  group: { width: 560, height: 260 },
  note: { width: 240, height: 128 },
};

/** How large a node is drawn. */
export function sizeOf(node: FlowNode): Size {
  if (node.kind === 'group' && node.config.folded) return CARD;
  if (node.kind === 'loop' || node.kind === 'group' || node.kind === 'note') {
    return node.size ?? DEFAULT_SIZES[node.kind];
  }
  const rows = labelledPorts(node).length;
  return { width: CARD.width, height: CARD.height + (rows > 0 ? rows * PORT_ROW + 8 : 0) };
}

/** Exits that stand in a row of their own because there are several. */
export function labelledPorts(node: FlowNode): Port[] {
  return node.kind === 'choice' ? portsOf(node).filter((port) => port.kind === 'main') : [];
}

/** Every place where wires meet the node: `in`, and one per port. */
export function handlesOf(node: FlowNode): Handle[] {
  if (node.kind === 'group') return node.config.folded ? foldedHandles() : [];
  const size = sizeOf(node);
  const middle = node.kind === 'loop' ? HEAD / 2 : CARD.height / 2;
  const entry: Handle[] = hasInput(node)
    ? [{ id: 'in', type: 'target', side: 'left', x: 0, y: middle }]
    : [];
  return [...entry, ...portsOf(node).map((port, i) => handleOf({ node, port, size, row: i }))];
}

/** Wires of what is folded away end at the group itself. */
function foldedHandles(): Handle[] {
  const y = CARD.height / 2;
  return [
    { id: 'in', type: 'target', side: 'left', x: 0, y },
    { id: 'out', type: 'source', side: 'right', x: CARD.width, y },
  ];
}

interface PortPlace {
  node: FlowNode;
  port: Port;
  size: Size;
  row: number;
}

function handleOf({ node, port, size, row }: PortPlace): Handle {
  const base = { id: port.id, type: 'source' as const };
  if (port.kind === 'error') return { ...base, side: 'bottom', x: size.width - 36, y: size.height };
  if (port.kind === 'item')
    return { ...base, side: 'right', x: 12, y: HEAD + (size.height - HEAD) / 2 };
  const y = node.kind === 'loop' ? HEAD / 2 : CARD.height / 2;
  if (node.kind !== 'choice') return { ...base, side: 'right', x: size.width, y };
  return { ...base, side: 'right', x: size.width, y: CARD.height + row * PORT_ROW + PORT_ROW / 2 };
}

/** The node's corner on the canvas, looking through its parents. Ends on a circle of parents. */
export function absoluteOf(graph: FlowGraph, node: FlowNode): Point {
  let { x, y } = node.position;
  for (const holder of holdersOf(graph, node)) {
    x += holder.position.x;
    y += holder.position.y;
  }
  return { x, y };
}

/** The loops and groups around a node, innermost first; on a circle of parents: none. */
export function holdersOf(graph: FlowGraph, node: FlowNode): FlowNode[] {
  const holders: FlowNode[] = [];
  let parent = node.parent;
  while (parent !== undefined && holders.length < 50) {
    const holder: FlowNode | undefined = graph.nodes[parent];
    if (!holder) break;
    if (holder.id === node.id || holders.includes(holder)) return [];
    holders.push(holder);
    parent = holder.parent;
  }
  return holders;
}

/** The outermost folded group around a node: what is drawn in its place. */
export function foldedAbove(graph: FlowGraph, node: FlowNode): FlowNode | undefined {
  return holdersOf(graph, node).findLast((h) => h.kind === 'group' && h.config.folded);
}

/** What one sees of a node: itself, or the folded group that hides it. */
export function seenAs(graph: FlowGraph, node: FlowNode): FlowNode {
  return foldedAbove(graph, node) ?? node;
}

export function rectOf(graph: FlowGraph, node: FlowNode): Rect {
  return { ...absoluteOf(graph, node), ...sizeOf(node) };
}

/** The smallest rectangle around all; undefined around nothing. */
export function boundsOf(rects: Rect[]): Rect | undefined {
  if (rects.length === 0) return undefined;
  const x = Math.min(...rects.map((r) => r.x));
  const y = Math.min(...rects.map((r) => r.y));
  const right = Math.max(...rects.map((r) => r.x + r.width));
  const bottom = Math.max(...rects.map((r) => r.y + r.height));
  return { x, y, width: right - x, height: bottom - y };
}

export function snap(value: number): number {
  return Math.round(value / GRID) * GRID;
}
