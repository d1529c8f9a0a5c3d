import { portsOf } from '@patchbay/shared/flows';

import { count } from '#lib';

import { edgesAtom } from './canvas.atoms.ts';
import { goTo, graphOf, select, selectionOf, showNode } from './editor-commands.ts';
import { announceWire } from './editor-say.ts';
import type { Editor } from './editor-session.ts';
import { cursorAtom, menuSpotAtom, sayAtom } from './editor.atoms.ts';
import { walk, type Direction } from './graph-walk.ts';
import type { CanvasEdge } from './to-xyflow.ts';

/** Walks by an arrow key; when it extends, what was selected stays so. */
export function walkTo(editor: Editor, way: Direction, more = false): void {
  const wire = soleWire(editor);
  if (wire) return alongWire(editor, wire, way);
  const from = cursorOf(editor);
  const next = walk(graphOf(editor), from, way);
  if (next === undefined) return;
  if (more && from !== undefined) extendTo(editor, from, next);
  else goTo(editor, next);
}

/** Back over what is selected lets go of where one was, as in a text. */
function extendTo(editor: Editor, from: string, next: string): void {
  const { nodes } = selectionOf(editor);
  const isBack = nodes.includes(next);
  const rest = nodes.filter((id) => id !== next && !(isBack && id === from));
  select(editor.store, [...rest, next]);
  editor.store.set(cursorAtom, next);
  showNode(editor, next);
  const title = graphOf(editor).nodes[next]?.title.slice(0, 200);
  editor.store.set(sayAtom, `${title}. ${count(rest.length + 1, 'node')} selected.`);
}

/** Of several selected nodes the one that was walked to last. */
function cursorOf(editor: Editor): string | undefined {
  const { nodes } = selectionOf(editor);
  const cursor = editor.store.get(cursorAtom);
  return cursor !== undefined && nodes.includes(cursor) ? cursor : nodes[0];
}

function soleWire(editor: Editor): CanvasEdge | undefined {
  const { nodes, edges } = selectionOf(editor);
  if (nodes.length > 0) return undefined;
  return editor.store.get(edgesAtom).find((edge) => edge.id === edges[0]);
}

function alongWire(editor: Editor, wire: CanvasEdge, way: Direction): void {
  if (way === 'left' || way === 'right')
    return goTo(editor, way === 'left' ? wire.source : wire.target);
  walkWires(editor, way === 'down' ? 1 : -1);
}

/** Selects the next wire at the step one stands on: those that leave it, then those that come. */
export function walkWires(editor: Editor, by = 1): void {
  const { store } = editor;
  const wire = soleWire(editor);
  const cursor = wire ? standsAt(wire, store.get(cursorAtom)) : cursorOf(editor);
  if (cursor === undefined) return store.set(sayAtom, 'Select a step first.');
  const own = wiresAt(editor, cursor);
  const next = own[(own.findIndex(({ id }) => id === wire?.id) + by + own.length) % own.length];
  if (!next) return store.set(sayAtom, 'No wire meets this step.');
  store.set(cursorAtom, cursor);
  select(store, [], [next.id]);
  announceWire(editor, next.id);
}

function standsAt({ source, target }: CanvasEdge, cursor: string | undefined): string {
  return cursor === target ? target : source;
}

function wiresAt(editor: Editor, id: string): CanvasEdge[] {
  const node = graphOf(editor).nodes[id];
  const order = node ? portsOf(node).map((port) => port.id) : [];
  const rank = (edge: CanvasEdge): number =>
    edge.source === id ? order.indexOf(edge.data?.port ?? '') : order.length;
  return editor.store
    .get(edgesAtom)
    .filter((edge) => edge.source === id || edge.target === id)
    .toSorted((a, b) => rank(a) - rank(b));
}

/** Opens the menu of what is selected, as a right click on it would. */
export function openMenu(editor: Editor): void {
  const { nodes, edges } = selectionOf(editor);
  const id = nodes[0] ?? edges[0];
  const canvas = document.querySelector<HTMLElement>('[data-region=canvas]');
  const drawn = id === undefined ? null : canvas?.querySelector(`[data-id=${CSS.escape(id)}]`);
  const at = (drawn ?? canvas)?.getBoundingClientRect();
  if (!at) return;
  editor.store.set(menuSpotAtom, undefined);
  const place = drawn
    ? { clientX: at.left + Math.min(at.width / 2, 116), clientY: at.top + Math.min(at.height, 48) }
    : { clientX: at.left + at.width / 2, clientY: at.top + at.height / 2 };
  canvas?.dispatchEvent(
    new MouseEvent('contextmenu', { bubbles: true, cancelable: true, ...place }),
  );
}
