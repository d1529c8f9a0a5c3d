/**
 * flows: the list of flows, the editor, and the canvas that shows a graph or a run of it. Every
 * part is loaded when it is first drawn.
 */
import { lazyPart } from '#lib';

export const FlowsPage = lazyPart(async () => (await import('./flows-page.tsx')).FlowsPage);
/** The editor of one flow: `{ flowId }`. */
export const FlowEditorPage = lazyPart(async () => {
  const [page] = await Promise.all([import('./editor-page.tsx'), import('./canvas.css')]);
  return page.FlowEditorPage;
});
/** A graph that is only looked at: `{ graph, view, selected, onSelect }`. */
export const RunCanvas = lazyPart(async () => {
  const [part] = await Promise.all([import('./run-canvas.tsx'), import('./canvas.css')]);
  return part.RunCanvas;
});
/** Asks before a live flow is taken off: `{ flow, onClose }`. */
export const TakeOffFlow = lazyPart(
  async () => (await import('./take-off-flow.tsx')).TakeOffFlow,
  '',
);
