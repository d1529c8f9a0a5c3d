import { wire, type FlowGraph } from '@patchbay/shared/flows';
import {
  applyEdgeChanges,
  applyNodeChanges,
  SelectionMode,
  type Connection,
  type EdgeChange,
  type FinalConnectionState,
  type NodeChange,
} from '@xyflow/react';
import { useAtomValue, useStore } from 'jotai';
import { useMemo, useState } from 'react';

import { dragOver, dropNodes, dropRecipe, RECIPE_TYPE } from './canvas-drag.ts';
import { CanvasGhost } from './canvas-ghost.tsx';
import { CanvasView, MANY } from './canvas-view.tsx';
import { edgesAtom, graphAtom, nodesAtom, readOnlyAtom, selectedAtom } from './canvas.atoms.ts';
import { connect, graphOf, leadElsewhere, select } from './editor-commands.ts';
import { useEditor, type Editor } from './editor-session.ts';
import {
  inspectorWaitsAtom,
  menuSpotAtom,
  paletteAtom,
  pointerAtom,
  viewAtom,
} from './editor.atoms.ts';
import { canConnect } from './graph-connect.ts';
import { firstNode } from './graph-walk.ts';
import { absoluteOf, type Point } from './node-geometry.ts';
import type { CanvasEdge, CanvasNode } from './to-xyflow.ts';

/** The canvas one edits on: gestures come in here and leave as edits. */
export function CanvasBoard({ children }: { children?: React.ReactNode }) {
  const editor = useEditor();
  const store = useStore();
  const isReadOnly = useAtomValue(readOnlyAtom);
  const gestures = useMemo(() => gesturesOf(editor), [editor]);
  const [start] = useState(() => firstView(store.get(graphAtom)));
  return (
    <CanvasView
      {...gestures}
      {...start}
      panOnScroll
      panOnDrag={[0, 1]}
      selectionMode={SelectionMode.Partial}
      connectionRadius={28}
      nodesDraggable={!isReadOnly}
      nodesConnectable={!isReadOnly}
      edgesReconnectable={!isReadOnly}
      onInit={(view) => store.set(viewAtom, view)}
    >
      <CanvasGhost />
      {children}
    </CanvasView>
  );
}

const READABLE = 0.6;

/** A small flow is shown whole; of a large one its beginning, where one can read. */
function firstView(graph: FlowGraph) {
  const first = firstNode(graph);
  if (!first || Object.keys(graph.nodes).length <= MANY)
    return { fitView: true, fitViewOptions: { padding: 0.15, maxZoom: 1 } };
  const { x, y } = absoluteOf(graph, first);
  const middle = globalThis.innerHeight / 2 - 80;
  return { defaultViewport: { x: 80 - x * READABLE, y: middle - y * READABLE, zoom: READABLE } };
}

function gesturesOf(editor: Editor) {
  const { store } = editor;
  return {
    onNodesChange: (changes: NodeChange<CanvasNode>[]) =>
      store.set(nodesAtom, (nodes) => applyNodeChanges(keepable(changes), nodes)),
    onEdgesChange: (changes: EdgeChange<CanvasEdge>[]) =>
      store.set(edgesAtom, (edges) => applyEdgeChanges(keepable(changes), edges)),
    onSelectionChange: ({ nodes, edges }: { nodes: CanvasNode[]; edges: CanvasEdge[] }) =>
      store.set(selectedAtom, { nodes: nodes.map((n) => n.id), edges: edges.map((e) => e.id) }),
    onNodeDrag: (_: unknown, _node: CanvasNode, nodes: CanvasNode[]) => dragOver(editor, nodes),
    onNodeDragStop: (_: unknown, _node: CanvasNode, nodes: CanvasNode[]) =>
      dropNodes(editor, nodes),
    onSelectionDrag: (_: unknown, nodes: CanvasNode[]) => dragOver(editor, nodes),
    onSelectionDragStop: (_: unknown, nodes: CanvasNode[]) => dropNodes(editor, nodes),
    onConnect: ({ source, sourceHandle, target }: Connection) =>
      connect(editor, { node: source, port: sourceHandle ?? 'out' }, target),
    onReconnect: (old: CanvasEdge, to: Connection) => reconnect(editor, old, to),
    isValidConnection: (ends: Connection | CanvasEdge) => isValid(editor, ends),
    onConnectEnd: (event: MouseEvent | TouchEvent, state: FinalConnectionState) =>
      dropWire(editor, event, state),
    ...menusOf(editor),
    onPaneClick: () => store.set(paletteAtom, undefined),
    onPaneMouseMove: (event: React.MouseEvent) =>
      store.set(pointerAtom, spotAt(editor, event.clientX, event.clientY)),
    onPaneMouseLeave: () => store.set(pointerAtom, undefined),
    onDragOver: (event: React.DragEvent) => {
      if (event.dataTransfer.types.includes(RECIPE_TYPE)) event.preventDefault();
    },
    onDrop: (event: React.DragEvent) => dropRecipe(editor, event),
  };
}

/** A right click is for what lies under it, so that is selected first. */
function menusOf(editor: Editor) {
  const { store } = editor;
  return {
    onNodeContextMenu: (_: unknown, { id, selected }: CanvasNode) => {
      if (selected) return;
      store.set(inspectorWaitsAtom, store.get(selectedAtom).nodes.length !== 1);
      select(store, [id]);
    },
    onEdgeContextMenu: (_: unknown, { id }: CanvasEdge) => select(store, [], [id]),
    onPaneContextMenu: ({ clientX, clientY }: MouseEvent | React.MouseEvent) => {
      select(store, []);
      store.set(menuSpotAtom, spotAt(editor, clientX, clientY));
    },
  };
}

function spotAt({ store }: Editor, x: number, y: number): Point | undefined {
  return store.get(viewAtom)?.screenToFlowPosition({ x, y });
}

/** Only edits remove things; React Flow may move, select and measure. */
function keepable<C extends { type: string }>(changes: C[]): C[] {
  return changes.filter((change) => change.type !== 'remove' && change.type !== 'add');
}

function isValid(
  editor: Editor,
  { source, sourceHandle, target }: Connection | CanvasEdge,
): boolean {
  return canConnect(graphOf(editor), { from: source, port: sourceHandle ?? 'out', to: target });
}

function reconnect(editor: Editor, old: CanvasEdge, to: Connection): void {
  leadElsewhere(editor, old.id, wire(to.source, to.sourceHandle ?? 'out', to.target));
}

/** A wire let go over a card connects to it; over nothing it opens the palette there. */
function dropWire(
  editor: Editor,
  event: MouseEvent | TouchEvent,
  state: FinalConnectionState,
): void {
  const { fromHandle, fromNode } = state;
  if (state.isValid || fromHandle?.type !== 'source' || !fromNode) return;
  const point = 'changedTouches' in event ? event.changedTouches[0] : event;
  if (!point) return;
  const port = fromHandle.id ?? 'out';
  const under = document.elementFromPoint(point.clientX, point.clientY);
  const target = under?.closest<HTMLElement>('.react-flow__node')?.dataset.id;
  const ends = { from: fromNode.id, port, to: target ?? '' };
  if (target && canConnect(graphOf(editor), ends))
    return connect(editor, { node: fromNode.id, port }, target);
  const inOwnLoop = target === fromNode.id && port === 'item';
  const at = spotAt(editor, point.clientX, point.clientY - 32);
  const free =
    target === undefined ||
    inOwnLoop ||
    graphOf(editor).nodes[target]?.kind === 'loop' ||
    graphOf(editor).nodes[target]?.kind === 'group';
  if (free) editor.store.set(paletteAtom, { at, after: fromNode.id, port });
}
