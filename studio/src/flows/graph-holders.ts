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
