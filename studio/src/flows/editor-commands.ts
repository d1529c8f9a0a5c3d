import {
  putEdit,
  wire,
  type FlowEdge,
  type FlowEdit,
  type FlowGraph,
} from '@patchbay/shared/flows';

import { toast } from '#ui';

import { glide } from './canvas-motion.ts';
import { edgesAtom, nodesAtom, selectedAtom, type Store } from './canvas.atoms.ts';
import { announce } from './editor-say.ts';
import { commit, type Editor } from './editor-session.ts';
import {
  cursorAtom,
  historyAtom,
  inspectorTabAtom,
  paletteAtom,
  pointerAtom,
  renamingAtom,
  viewAtom,
} from './editor.atoms.ts';
import { alignEdit, type Alignment } from './graph-align.ts';
import { clipOf, clipText, pasteEdit, readClip } from './graph-clipboard.ts';
import { deleteAndReconnectEdit, deleteEdit } from './graph-delete.ts';
import { foldEdit, groupEdit, ungroupEdit } from './graph-group.ts';
import { resizeByEdit } from './graph-holders.ts';
import { joinEdits } from './graph-merge.ts';
import { placeEdit, type Spot } from './graph-place.ts';
import type { Recipe } from './new-node.ts';
import { boundsOf, CARD, rectOf, seenAs, type Point } from './node-geometry.ts';

export function graphOf(editor: Editor): FlowGraph {
  return editor.store.get(historyAtom).graph;
}

export function selectionOf(editor: Editor): { nodes: string[]; edges: string[] } {
  return editor.store.get(selectedAtom);
}

/** Selects exactly these nodes and wires. */
export function select(store: Store, nodes: string[], edges: string[] = []): void {
  const chosen = new Set(nodes);
  const wires = new Set(edges);
  store.set(nodesAtom, (all) =>
    all.map((n) => (n.selected === chosen.has(n.id) ? n : { ...n, selected: chosen.has(n.id) })),
  );
  store.set(edgesAtom, (all) =>
    all.map((e) =>
      (e.selected ?? false) === wires.has(e.id) ? e : { ...e, selected: wires.has(e.id) },
    ),
  );
  store.set(selectedAtom, { nodes, edges });
}

/** Selects a node, says it, and brings it into sight when it is not. */
export function goTo(editor: Editor, id: string): void {
  if (!graphOf(editor).nodes[id]) return;
  select(editor.store, [id]);
  editor.store.set(cursorAtom, id);
  announce(editor, id);
  showNode(editor, id);
}

/** Scrolls to a node unless one sees it; what is larger than the canvas counts by its beginning. */
export function showNode(editor: Editor, id: string): void {
  const node = graphOf(editor).nodes[id];
  const view = editor.store.get(viewAtom);
  const box = document.querySelector('.react-flow')?.getBoundingClientRect();
  if (!node || !view || !box) return;
  // Of what a folded group hides one sees the group.
  const rect = rectOf(graphOf(editor), seenAs(graphOf(editor), node));
  const width = Math.min(rect.width, CARD.width);
  const height = Math.min(rect.height, CARD.height);
  const start = view.flowToScreenPosition({ x: rect.x, y: rect.y });
  const end = view.flowToScreenPosition({ x: rect.x + width, y: rect.y + height });
  const inSight =
    start.x >= box.left && start.y >= box.top && end.x <= box.right && end.y <= box.bottom;
  if (inSight) return;
  const zoom = Math.max(view.getZoom(), 0.6);
  void view.setCenter(rect.x + width / 2, rect.y + height / 2, { zoom, ...glide(150) });
}

export function deleteSelection(editor: Editor, reconnect = false): void {
  const { nodes, edges } = selectionOf(editor);
  if (nodes.length + edges.length === 0) return;
  const graph = graphOf(editor);
  commit(
    editor,
    reconnect ? deleteAndReconnectEdit(graph, nodes) : deleteEdit(graph, nodes, edges),
  );
  select(editor.store, []);
}

/** Kinds that are nothing without their input. */
const INPUT_FIRST = new Set<string>(['map', 'respond', 'fail', 'wait']);

/** Adds a node where the palette was opened, selects it, and shows it. */
export function addNode(editor: Editor, recipe: Recipe, spot: Spot): void {
  const { edit, node } = placeEdit(graphOf(editor), recipe, placeFor(editor, spot));
  commit(editor, edit);
  editor.store.set(paletteAtom, undefined);
  editor.store.set(inspectorTabAtom, INPUT_FIRST.has(node.kind) ? 'input' : 'configure');
  goTo(editor, node.id);
}

/** Without a place of its own: the middle of what one sees. */
function placeFor(editor: Editor, spot: Spot): Spot {
  if (spot.at || spot.after || spot.edge) return spot;
  return { ...spot, at: middleOfSight(editor) };
}

/** Where nothing stands yet. */
function belowAll(editor: Editor): Point {
  const graph = graphOf(editor);
  const around = boundsOf(Object.values(graph.nodes).map((node) => rectOf(graph, node)));
  return around ? { x: around.x, y: around.y + around.height + 64 } : middleOfSight(editor);
}

function middleOfSight(editor: Editor): Point {
  const box = document.querySelector('.react-flow')?.getBoundingClientRect();
  const view = editor.store.get(viewAtom);
  if (!box || !view) return { x: 0, y: 0 };
  const middle = { x: box.left + box.width / 2 - 116, y: box.top + box.height / 2 - 32 };
  return view.screenToFlowPosition(middle);
}

/** Opens the palette behind the selected node, or in its place when nothing is selected. */
export function openPalette(editor: Editor, spot?: Spot): void {
  const { nodes, edges } = selectionOf(editor);
  const here: Spot = edges[0] ? { edge: edges[0] } : nodes.length === 1 ? { after: nodes[0] } : {};
  editor.store.set(paletteAtom, spot ?? here);
}

export function copyTextOf(editor: Editor): string | undefined {
  const { nodes } = selectionOf(editor);
  return nodes.length > 0 ? clipText(graphOf(editor), nodes) : undefined;
}

/** Pastes nodes from a text; false when the text holds none. */
export function pasteText(editor: Editor, text: string, spot?: Point): boolean {
  const clip = readClip(text);
  if (!clip || clip.nodes.length === 0) return false;
  const at = spot ?? editor.store.get(pointerAtom) ?? belowAll(editor);
  const { edit, ids } = pasteEdit(graphOf(editor), clip, at);
  commit(editor, edit);
  if (ids[0]) goTo(editor, ids[0]);
  select(editor.store, ids);
  return true;
}

export function duplicateSelection(editor: Editor): void {
  const graph = graphOf(editor);
  const { nodes } = selectionOf(editor);
  const around = boundsOf(
    nodes.flatMap((id) => graph.nodes[id] ?? []).map((n) => rectOf(graph, n)),
  );
  if (!around) return;
  // Below all of them, so that no copy lies on what was copied.
  const at = { x: around.x + 32, y: around.y + around.height + 32 };
  const { edit, ids } = pasteEdit(graph, clipOf(graph, nodes), at);
  commit(editor, { ...edit, label: edit.label.replace('Paste', 'Duplicate') });
  select(editor.store, ids);
}

export function selectAll(editor: Editor): void {
  select(editor.store, Object.keys(graphOf(editor).nodes), Object.keys(graphOf(editor).edges));
}

export function align(editor: Editor, how: Alignment): void {
  commit(editor, alignEdit(graphOf(editor), selectionOf(editor).nodes, how));
}

/** The layout library is loaded the first time it is needed. */
export async function autoLayout(editor: Editor): Promise<void> {
  const { layoutEdit } = await import('./graph-layout.ts');
  commit(editor, layoutEdit(graphOf(editor)));
  requestAnimationFrame(() => fit(editor));
}

export function fit(editor: Editor): void {
  void editor.store.get(viewAtom)?.fitView({ padding: 0.15, maxZoom: 1, ...glide(150) });
}

/** Groups the selection, or opens a selected group up again. */
export function groupSelection(editor: Editor): void {
  const graph = graphOf(editor);
  const { nodes } = selectionOf(editor);
  const only = nodes.length === 1 ? graph.nodes[nodes[0] ?? ''] : undefined;
  if (only?.kind === 'group') return commit(editor, ungroupEdit(graph, only.id));
  const grouped = groupEdit(graph, nodes);
  if (!grouped) return toast('Select steps of one level to group them.', { tone: 'fail' });
  commit(editor, grouped.edit);
  select(editor.store, [grouped.id]);
}

export function foldSelection(editor: Editor): void {
  const id = selectionOf(editor).nodes.find((one) => graphOf(editor).nodes[one]?.kind === 'group');
  if (id) commit(editor, foldEdit(graphOf(editor), id));
}

export function rename(editor: Editor): void {
  editor.store.set(renamingAtom, selectionOf(editor).nodes[0]);
}

/** Makes the selected loops, groups and notes larger or smaller. */
export function resize(editor: Editor, by: Point): void {
  const { nodes } = selectionOf(editor);
  commit(editor, resizeByEdit(graphOf(editor), nodes, by), `resize ${nodes.join()}`);
}

/** Leads a wire from or to somewhere else. */
export function leadElsewhere(editor: Editor, old: string, to: FlowEdge): void {
  const label = 'Lead the wire elsewhere';
  const cut = deleteEdit(graphOf(editor), [], [old]);
  commit(editor, joinEdits(label, [cut, putEdit(label, [], [to])]));
}

/** Draws a wire, unless it is there already. */
export function connect(editor: Editor, from: { node: string; port: string }, to: string): void {
  const edge = wire(from.node, from.port, to);
  const graph = graphOf(editor);
  if (graph.edges[edge.id]) return;
  const edit: FlowEdit = putEdit(`Connect to "${graph.nodes[to]?.title.slice(0, 80)}"`, [], [edge]);
  commit(editor, edit);
}
