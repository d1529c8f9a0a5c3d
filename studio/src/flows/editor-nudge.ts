import type { FlowGraph } from '@patchbay/shared/flows';

import { toast } from '#ui';

import { graphOf, selectionOf, showNode } from './editor-commands.ts';
import { commit, type Editor } from './editor-session.ts';
import { borderAtom, sayAtom } from './editor.atoms.ts';
import { borderAt, leaveEdit, nudgeEdit } from './graph-nudge.ts';
import type { Point } from './node-geometry.ts';

/**
 * Moves what is selected by a step. At the border of its loop or group it stops and says so; the
 * same key pressed once more takes it out. A key that is held down never does.
 */
export function nudge(editor: Editor, by: Point, isHeld: boolean): void {
  const { store } = editor;
  const { nodes } = selectionOf(editor);
  const graph = graphOf(editor);
  if (nodes.length === 0) return;
  const holder = borderAt(graph, nodes, by);
  const key = `${nodes.join()} ${by.x} ${by.y}`;
  const before = store.get(borderAtom);
  const isAgain = before?.graph === graph && before.key === key;
  if (!holder) {
    commit(editor, nudgeEdit(graph, nodes, by), `nudge ${nodes.join()}`);
    return sayWhere(editor, graph, nodes);
  }
  if (isAgain && !isHeld) {
    commit(editor, leaveEdit(graph, nodes, by));
    return sayWhere(editor, graph, nodes);
  }
  if (isAgain) return;
  store.set(borderAtom, { graph, key });
  const what = nodes.length === 1 ? nameOf(graph, nodes[0]) : 'the selected steps';
  toast(`At the ${sideOf(by)} of ${nameOf(graph, holder.id)}`, {
    hint: `Press once more to take ${what} out of it.`,
  });
}

/** Says what went into or out of a loop or group, and where it stands now. */
function sayWhere(editor: Editor, before: FlowGraph, ids: string[]): void {
  const graph = graphOf(editor);
  const gone = ids.filter((id) => graph.nodes[id]?.parent !== before.nodes[id]?.parent);
  const [first] = gone;
  const from = before.nodes[first ?? '']?.parent;
  const to = graph.nodes[first ?? '']?.parent;
  const what = gone.length === 1 ? nameOf(graph, first) : `${gone.length} steps`;
  const parts = [
    from && `out of ${nameOf(graph, from)}`,
    to ? `into ${nameOf(graph, to)}` : 'onto the canvas',
  ];
  if (first) showNode(editor, first);
  editor.store.set(sayAtom, first ? `Moved ${what} ${parts.filter(Boolean).join(', ')}.` : '');
}

function nameOf(graph: FlowGraph, id: string | undefined): string {
  return `“${graph.nodes[id ?? '']?.title.slice(0, 80)}”`;
}

function sideOf({ x, y }: Point): string {
  if (x !== 0) return x < 0 ? 'left edge' : 'right edge';
  return y < 0 ? 'top' : 'bottom';
}
