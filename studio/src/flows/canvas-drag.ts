import { applyEdit, type FlowGraph } from '@patchbay/shared/flows';
import type { DragEvent } from 'react';

import { dropHolderAtom, dropWireAtom } from './canvas.atoms.ts';
import { addNode, graphOf } from './editor-commands.ts';
import { commit, type Editor } from './editor-session.ts';
import { viewAtom } from './editor.atoms.ts';
import { containerAt, moveEdit } from './from-xyflow.ts';
import { joinEdits } from './graph-merge.ts';
import { isLoose, spliceEdit, wireNear } from './graph-splice.ts';
import type { Recipe } from './new-node.ts';
import { absoluteOf, sizeOf, type Point } from './node-geometry.ts';
import type { CanvasNode } from './to-xyflow.ts';

/** What a dragged palette entry carries. */
export const RECIPE_TYPE = 'application/x-patchbay-step';

/** While dragging: marks the wire or container the nodes would go into. */
export function dragOver(editor: Editor, dragged: CanvasNode[]): void {
  const first = dragged[0];
  const graph = graphOf(editor);
  const middle = first && middleOf(graph, first);
  const ids = new Set(dragged.map((node) => node.id));
  const holder = middle && containerAt(graph, middle, ids);
  const known = first && graph.nodes[first.id];
  const splices = dragged.length === 1 && first && isLoose(graph, first.id);
  const edge = splices && middle ? wireNear(graph, middle) : undefined;
  editor.store.set(dropWireAtom, edge?.id);
  editor.store.set(dropHolderAtom, holder?.id === known?.parent ? undefined : holder?.id);
}

/** Where the middle of a dragged node is on the canvas. */
function middleOf(graph: FlowGraph, drawn: CanvasNode): Point | undefined {
  const node = graph.nodes[drawn.id];
  if (!node) return undefined;
  const at = absoluteOf(graph, { ...node, position: drawn.position });
  const size = sizeOf(node);
  return { x: at.x + size.width / 2, y: at.y + size.height / 2 };
}

/** The end of a drag: one edit for the move, the new container, and the wire dropped on. */
export function dropNodes(editor: Editor, dragged: CanvasNode[]): void {
  const { store } = editor;
  const graph = graphOf(editor);
  const move = moveEdit(graph, dragged);
  const edge = graph.edges[store.get(dropWireAtom) ?? ''];
  store.set(dropWireAtom, undefined);
  store.set(dropHolderAtom, undefined);
  const moved = dragged.length === 1 ? move.nodes?.[dragged[0]?.id ?? ''] : undefined;
  const splice = edge && moved ? spliceEdit(applyEdit(graph, move), edge, moved) : undefined;
  commit(editor, splice ? joinEdits(splice.label, [move, splice]) : move);
}

/** A palette entry let go on the canvas; on a wire it goes into it. */
export function dropRecipe(editor: Editor, event: DragEvent): void {
  const text = event.dataTransfer.getData(RECIPE_TYPE);
  const point = editor.store
    .get(viewAtom)
    ?.screenToFlowPosition({ x: event.clientX, y: event.clientY });
  if (!text || !point) return;
  event.preventDefault();
  const edge = wireNear(graphOf(editor), point);
  const at = { x: point.x - 116, y: point.y - 32 };
  addNode(editor, JSON.parse(text) as Recipe, edge ? { edge: edge.id } : { at });
}
