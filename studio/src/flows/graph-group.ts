import { newLocalId } from '@patchbay/shared/base';
import {
  putEdit,
  removeEdit,
  type FlowEdit,
  type FlowGraph,
  type FlowNode,
} from '@patchbay/shared/flows';

import { freshKey, keysIn } from './graph-keys.ts';
import { joinEdits } from './graph-merge.ts';
import { absoluteOf, boundsOf, HEAD, PADDING, sizeOf, type Point } from './node-geometry.ts';

export interface Grouped {
  edit: FlowEdit;
  id: string;
}

/** Draws a group around nodes of one level; undefined when they stand in different ones. */
export function groupEdit(graph: FlowGraph, ids: string[]): Grouped | undefined {
  const nodes = outermost(graph, ids);
  const parent = nodes[0]?.parent;
  const around = boundsOf(nodes.map((n) => ({ ...n.position, ...sizeOf(n) })));
  if (!around || nodes.some((n) => n.parent !== parent)) return undefined;
  const corner = { x: around.x - PADDING, y: around.y - PADDING - HEAD };
  const group: FlowNode = {
    id: newLocalId(),
    key: freshKey('group', keysIn(graph)),
    title: 'Group',
    kind: 'group',
    position: corner,
    parent,
    settings: {},
    size: { width: around.width + 2 * PADDING, height: around.height + 2 * PADDING + HEAD },
    config: { folded: false },
  };
  const inside = nodes.map((n) => ({
    ...n,
    parent: group.id,
    position: minus(n.position, corner),
  }));
  return { id: group.id, edit: putEdit(`Group ${nodes.length} nodes`, [group, ...inside]) };
}

/** The named nodes without those that stand inside another named one. */
export function outermost(graph: FlowGraph, ids: string[]): FlowNode[] {
  const chosen = new Set(ids);
  return ids
    .map((id) => graph.nodes[id])
    .filter((n) => n !== undefined)
    .filter((n) => n.parent === undefined || !chosen.has(n.parent));
}

function minus(a: Point, b: Point): Point {
  return { x: a.x - b.x, y: a.y - b.y };
}

/** Takes a group away and leaves what was in it where it is. */
export function ungroupEdit(graph: FlowGraph, id: string): FlowEdit {
  const group = graph.nodes[id];
  if (group?.kind !== 'group') return { label: 'Ungroup' };
  const outer = group.parent === undefined ? undefined : graph.nodes[group.parent];
  const origin = outer ? absoluteOf(graph, outer) : { x: 0, y: 0 };
  const freed = Object.values(graph.nodes)
    .filter((n) => n.parent === id)
    .map((n) => ({ ...n, parent: group.parent, position: minus(absoluteOf(graph, n), origin) }));
  const without = removeEdit({ ...graph, nodes: { [id]: group } }, [id]);
  return joinEdits('Ungroup', [{ ...without, edges: {} }, putEdit('Ungroup', freed)]);
}

/** Folds or unfolds a group. */
export function foldEdit(graph: FlowGraph, id: string): FlowEdit {
  const group = graph.nodes[id];
  if (group?.kind !== 'group') return { label: 'Fold' };
  const folded = !group.config.folded;
  return putEdit(folded ? 'Fold group' : 'Unfold group', [
    { ...group, config: { ...group.config, folded } },
  ]);
}
