import { newLocalId } from '@patchbay/shared/base';
import { applyEdit, editFlow, type Flow, type FlowEdit } from '@patchbay/shared/flows';
import { createStore } from 'jotai';
import { createContext, useContext } from 'react';

import { call } from '#lib';

import { readOnlyAtom, showGraph, type Store } from './canvas.atoms.ts';
import {
  flowAtom,
  historyAtom,
  newsAtom,
  redoLabelAtom,
  saveAtom,
  sayAtom,
  undoLabelAtom,
} from './editor.atoms.ts';
import {
  commitTo,
  receiveIn,
  redoIn,
  startHistory,
  undoIn,
  type History,
} from './graph-history.ts';
import { browserStorage, EditKeeper } from './save-keep.ts';
import { SaveQueue } from './save-queue.ts';

/** One open editor: its state, and how its edits get saved. */
export interface Editor {
  flowId: string;
  store: Store;
  queue: SaveQueue;
  keeper: EditKeeper;
}

/**
 * Opens a flow for editing, with what an earlier window could not send on top; or to be looked at,
 * with nothing that was ever to be sent.
 */
export function openEditor(flow: Flow, isReadOnly = false): Editor {
  const { graph, ...summary } = flow;
  const store = createStore();
  store.set(readOnlyAtom, isReadOnly);
  const keeper = new EditKeeper(browserStorage(), flow.id, windowId());
  const kept = isReadOnly ? undefined : keeper.take();
  const queue = new SaveQueue({
    revision: kept?.revision ?? flow.revision,
    pending: kept?.edits,
    send: ({ revision, edits }) => send(flow.id, revision, edits),
    keep: (request) => keeper.keep(request),
    onState: (state) => store.set(saveAtom, state),
    onTheirs: (theirs, ours) => {
      const edits = theirs.map((item) => item.edit);
      setHistory(store, receiveIn(store.get(historyAtom), edits, ours));
      store.set(newsAtom, theirs.map(({ by, edit }) => `${by}: ${edit.label}`).at(-1));
    },
  });
  if (kept) keeper.keep(kept);
  store.set(flowAtom, summary);
  setHistory(store, startHistory((kept?.edits ?? []).reduce(applyEdit, graph)));
  return { flowId: flow.id, store, queue, keeper };
}

function send(id: string, revision: number, edits: FlowEdit[]) {
  return call(editFlow, { params: { id }, body: { revision, edits } });
}

/** The same over a reload, another one in every window. */
function windowId(): string {
  const known = sessionStorage.getItem('patchbay.window');
  const id = known ?? newLocalId(10);
  sessionStorage.setItem('patchbay.window', id);
  return id;
}

function setHistory(store: Store, history: History): void {
  store.set(historyAtom, history);
  showGraph(store, history.graph);
}

/**
 * The one way the document changes, unless it is only looked at. Edits with the same `key` in a row
 * are one undo step.
 */
export function commit(editor: Editor, edit: FlowEdit, key?: string): void {
  const { store, queue } = editor;
  if (store.get(readOnlyAtom)) return;
  setHistory(store, commitTo(store.get(historyAtom), edit, { key }));
  queue.add(edit);
}

export function undo(editor: Editor): void {
  const label = editor.store.get(undoLabelAtom);
  editor.store.set(sayAtom, label ? `Taken back: ${label}` : 'Nothing to undo');
  apply(editor, undoIn);
}

export function redo(editor: Editor): void {
  const label = editor.store.get(redoLabelAtom);
  editor.store.set(sayAtom, label ? `Done again: ${label}` : 'Nothing to redo');
  apply(editor, redoIn);
}

function apply({ store, queue }: Editor, move: typeof undoIn): void {
  if (store.get(readOnlyAtom)) return;
  const { history, edit } = move(store.get(historyAtom));
  if (!edit) return;
  setHistory(store, history);
  queue.add(edit);
}

export const EditorContext = createContext<Editor | undefined>(undefined);
export const EditorProvider = EditorContext.Provider;

export function useEditor(): Editor {
  const editor = useContext(EditorContext);
  if (!editor) throw new Error('This part belongs inside the flow editor.');
  return editor;
}
