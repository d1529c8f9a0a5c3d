import type { JsonObject, Payload } from '@patchbay/shared/base';
import { emptyGraph, type Flow, type FlowGraph } from '@patchbay/shared/flows';
import type { RunView } from '@patchbay/shared/runs';
import type { ReactFlowInstance } from '@xyflow/react';
import { atom } from 'jotai';

import { startHistory, type History } from './graph-history.ts';
import type { Spot } from './graph-place.ts';
import type { Point } from './node-geometry.ts';
import type { SaveState } from './save-queue.ts';
import type { CanvasEdge, CanvasNode } from './to-xyflow.ts';

/** The document with its undo list. Changed by `commit`, `undo` and `redo` alone. */
export const historyAtom = atom<History>(startHistory(emptyGraph()));
export const undoLabelAtom = atom((get) => get(historyAtom).past.at(-1)?.edit.label);
export const redoLabelAtom = atom((get) => get(historyAtom).future.at(-1)?.edit.label);

/** The flow without its graph: name, live version, whether the draft differs. */
export const flowAtom = atom<Omit<Flow, 'graph'> | undefined>(undefined);
export const saveAtom = atom<SaveState>({ kind: 'saved' });
/** Who else changed something just now: "Ana: Move 3 nodes". */
export const newsAtom = atom<string | undefined>(undefined);

/** The palette: closed, or open for a spot. */
export const paletteAtom = atom<Spot | undefined>(undefined);
export type InspectorTab = 'configure' | 'input' | 'test' | 'settings';
export const inspectorTabAtom = atom<InspectorTab>('configure');
export const inspectorOpenAtom = atom(true);
/** While a menu is open for a node, an inspector that comes would move the node away below it. */
export const inspectorWaitsAtom = atom(false);

export type EditorDialog =
  | 'publish'
  | 'start'
  | 'keys'
  | 'conflict'
  | 'vars'
  | 'settings'
  | undefined;
export const dialogAtom = atom<EditorDialog>(undefined);
export const searchOpenAtom = atom(false);
/** The node whose title is being typed. */
export const renamingAtom = atom<string | undefined>(undefined);
/** Connecting by keyboard: which exit of which node, to which node, and instead of which wire. */
export const connectAtom = atom<
  { from: string; port: string; to?: string; instead?: string } | undefined
>(undefined);
/** The node one walked to last: where arrows go on from when several are selected. */
export const cursorAtom = atom<string | undefined>(undefined);
/** The border that the selection was just moved against, until anything changes. */
export const borderAtom = atom<{ graph: FlowGraph; key: string } | undefined>(undefined);
/** What a screen reader says next. */
export const sayAtom = atom('');
/** Where the pointer was last, on the canvas: pasting goes there. */
export const pointerAtom = atom<Point | undefined>(undefined);

/** Where on the canvas the menu was opened: adding and pasting from it go there. */
export const menuSpotAtom = atom<Point | undefined>(undefined);

/** The run shown on the canvas and in the drawer. */
export const runIdAtom = atom<string | undefined>(undefined);
/** The graph that run ran, which the draft may have left behind. */
export const runGraphAtom = atom<FlowGraph | undefined>(undefined);
/** What that run was started with. */
export const runInputAtom = atom<Payload | undefined>(undefined);
export const runViewAtom = atom<RunView | undefined>(undefined);
/** The document `{ trigger, steps, … }` of the shown run: samples for forms and tests. */
export const sampleAtom = atom<JsonObject>({});
export const runLineAtom = atom<'live' | 'lost' | 'ended' | undefined>(undefined);
export const drawerOpenAtom = atom(false);
export const drawerStepAtom = atom<string | undefined>(undefined);
/** The canvas as something to zoom and scroll; set once it is drawn. */
export const viewAtom = atom<ReactFlowInstance<CanvasNode, CanvasEdge> | undefined>(undefined);
