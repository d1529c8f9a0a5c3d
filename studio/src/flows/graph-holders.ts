import {
  applyEdit,
  putEdit,
  type FlowEdit,
  type FlowGraph,
  type FlowNode,
} from '@patchbay/shared/flows';

import { boundsOf, HEAD, holdersOf, PADDING, sizeOf, type Size } from './node-geometry.ts';

/**
 * Makes the loops and groups around the changed nodes large enough for what they hold. They only
 * grow: shrinking under the pointer would surprise.
 */
export function growHolders(graph: FlowGraph, changed: FlowNode[]): FlowEdit {
  let now = applyEdit(graph, putEdit('', changed));
  const grown = new Map<string, FlowNode>();
  const holders = new Set(changed.flatMap((node) => holdersOf(now, now.nodes[node.id] ?? node)));
  for (const { id } of holders) {
    const holder = now.nodes[id];
    const bigger = holder && enlarged(now, holder);
    if (!bigger) continue;
    grown.set(id, bigger);
    now = applyEdit(now, putEdit('', [bigger]));
  }
  return putEdit('Make room', [...grown.values()]);
}

function enlarged(graph: FlowGraph, holder: FlowNode): FlowNode | undefined {
  if (holder.kind !== 'loop' && holder.kind !== 'group') return undefined;
  const open =
    holder.kind === 'group' ? { ...holder, config: { ...holder.config, folded: false } } : holder;
  const size = sizeOf(open);
  const need = spaceFor(graph, holder.id);
  if (!need || (need.width <= size.width && need.height <= size.height)) return undefined;
  const next = {
    width: Math.max(size.width, need.width),
    height: Math.max(size.height, need.height),
  };
  return { ...holder, size: next };
}

const LEAST: Size = { width: 160, height: 80 };

/** How small a loop, group or note may become: never smaller than what it holds. */
export function leastSize(graph: FlowGraph, id: string): Size {
  const need = spaceFor(graph, id);
  return {
    width: Math.max(LEAST.width, need?.width ?? 0),
    height: Math.max(LEAST.height, need?.height ?? 0),
  };
}

/** Makes loops, groups and notes larger or smaller by so much; the rest stays as it is. */
export function resizeByEdit(
  graph: FlowGraph,
  ids: string[],
  by: { x: number; y: number },
): FlowEdit {
  const sized = ids.flatMap((id): FlowNode[] => {
    const node = graph.nodes[id];
    if (node?.kind !== 'loop' && node?.kind !== 'group' && node?.kind !== 'note') return [];
    if (node.kind === 'group' && node.config.folded) return [];
    const least = leastSize(graph, id);
    const { width, height } = sizeOf(node);
    const size = {
      width: Math.max(least.width, width + by.x),
      height: Math.max(least.height, height + by.y),
    };
    return [{ ...node, size }];
  });
  return putEdit('Resize', sized);
}

/** The size a container needs for its children; undefined without any. */
export function spaceFor(graph: FlowGraph, holder: string): Size | undefined {
  const inside = Object.values(graph.nodes).filter((n) => n.parent === holder);
  const bounds = boundsOf(inside.map((n) => ({ ...n.position, ...sizeOf(n) })));
  if (!bounds) return undefined;
  return {
    width: Math.max(0, bounds.x) + bounds.width + PADDING,
    height: Math.max(HEAD, bounds.y) + bounds.height + PADDING,
  };
}
