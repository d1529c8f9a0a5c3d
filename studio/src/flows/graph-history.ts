import {
  applyEdit,
  invertEdit,
  touchedBy,
  type FlowEdit,
  type FlowGraph,
} from '@patchbay/shared/flows';

import { isEmptyEdit, overlayEdit, withoutKeys } from './graph-merge.ts';

/** One thing done, with its way back. */
export interface Deed {
  edit: FlowEdit;
  inverse: FlowEdit;
  /** Deeds with the same key that follow each other at once are one: typing in a field. */
  key?: string;
  at: number;
}

/** The document with what can be taken back and done again. */
export interface History {
  graph: FlowGraph;
  past: Deed[];
  future: Deed[];
}

const MOST_DEEDS = 500;
const ONE_GO_MS = 1500;

export function startHistory(graph: FlowGraph): History {
  return { graph, past: [], future: [] };
}

interface When {
  key?: string;
  at?: number;
}

/** The history after a new deed; an edit that names nothing changes nothing. */
export function commitTo(history: History, edit: FlowEdit, when: When = {}): History {
  const { key, at = Date.now() } = when;
  if (isEmptyEdit(edit)) return history;
  const deed: Deed = { edit, inverse: invertEdit(history.graph, edit), key, at };
  const last = history.past.at(-1);
  const together = last?.key !== undefined && last.key === key && at - last.at < ONE_GO_MS;
  const past = together
    ? [...history.past.slice(0, -1), joinDeeds(last, deed)]
    : [...history.past, deed].slice(-MOST_DEEDS);
  return { graph: applyEdit(history.graph, edit), past, future: [] };
}

function joinDeeds(first: Deed, second: Deed): Deed {
  return {
    ...second,
    edit: overlayEdit(first.edit, second.edit),
    inverse: overlayEdit(second.inverse, first.inverse),
  };
}

export interface Moved {
  history: History;
  /** What was applied; absent when there was nothing to take back or do again. */
  edit?: FlowEdit;
}

export function undoIn(history: History): Moved {
  const deed = history.past.at(-1);
  if (!deed) return { history };
  const edit = { ...deed.inverse, label: `Undo ${deed.edit.label}`.slice(0, 200) };
  const { past, future } = history;
  return {
    edit,
    history: {
      graph: applyEdit(history.graph, edit),
      past: past.slice(0, -1),
      future: [...future, deed],
    },
  };
}

export function redoIn(history: History): Moved {
  const deed = history.future.at(-1);
  if (!deed) return { history };
  const { past, future } = history;
  return {
    edit: deed.edit,
    history: {
      graph: applyEdit(history.graph, deed.edit),
      past: [...past, { ...deed, key: undefined }],
      future: future.slice(0, -1),
    },
  };
}

/**
 * Takes in what others saved, with our unsaved edits on top. What they touched leaves our undo
 * list: taking back must never take back somebody else's work.
 */
export function receiveIn(history: History, theirs: FlowEdit[], ours: FlowEdit[]): History {
  const touched = new Set(theirs.flatMap(touchedBy));
  const strip = (deeds: Deed[]): Deed[] =>
    deeds
      .map((deed) => ({
        ...deed,
        edit: withoutKeys(deed.edit, touched),
        inverse: withoutKeys(deed.inverse, touched),
      }))
      .filter((deed) => !isEmptyEdit(deed.edit));
  return {
    graph: [...theirs, ...ours].reduce(applyEdit, history.graph),
    past: strip(history.past),
    future: strip(history.future),
  };
}
