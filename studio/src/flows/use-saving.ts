import { listEdits } from '@patchbay/shared/flows';
import { useStore } from 'jotai';
import { useCallback, useEffect } from 'react';

import { call, queryClient, refresh, useBeforeLeaving, useSessionLost } from '#lib';

import type { Editor } from './editor-session.ts';
import { flowAtom, saveAtom } from './editor.atoms.ts';

const LISTEN_MS = 4000;
const BEAT_MS = 15_000;

/** Keeps saving going: hears what others saved, tries again when the line is back, asks on leaving. */
export function useSaving(editor: Editor): void {
  const store = useStore();
  const isSessionLost = useSessionLost();
  useBeforeLeaving(useCallback(() => editor.queue.flush(), [editor]));
  useEffect(() => {
    if (!isSessionLost && editor.queue.current.kind === 'signed-out') editor.queue.retry();
  }, [editor, isSessionLost]);
  useEffect(() => {
    const { queue, keeper } = editor;
    const back = (): void => queue.retry();
    const leave = (event: BeforeUnloadEvent): void => {
      if (queue.pending.length > 0 && !keeper.persisted) event.preventDefault();
    };
    // What is still open may be saved by the next window at once; on the way back it is ours again.
    const hide = (): void => keeper.beat(0);
    const beat = setInterval(() => keeper.beat(), BEAT_MS);
    const listen = setInterval(() => void hearOthers(editor), LISTEN_MS);
    const saved = store.sub(saveAtom, () => noteSaved(editor));
    globalThis.addEventListener('online', back);
    globalThis.addEventListener('beforeunload', leave);
    globalThis.addEventListener('pagehide', hide);
    return () => {
      clearInterval(beat);
      clearInterval(listen);
      saved();
      globalThis.removeEventListener('online', back);
      globalThis.removeEventListener('beforeunload', leave);
      globalThis.removeEventListener('pagehide', hide);
    };
  }, [editor, store]);
}

async function hearOthers({ queue, flowId }: Editor): Promise<void> {
  const { kind } = queue.current;
  if (document.visibilityState !== 'visible' || kind === 'offline' || kind === 'signed-out') return;
  try {
    const query = { since: queue.savedRevision };
    const { items } = await call(listEdits, { params: { id: flowId }, query });
    if (items.length > 0) queue.hear(items);
  } catch {
    // A lost line shows itself when something is to be saved; listening just goes on.
  }
}

/** After a save the draft differs from what is live, and lists of flows are out of date. */
function noteSaved({ store }: Editor): void {
  if (store.get(saveAtom).kind !== 'saved') return;
  const flow = store.get(flowAtom);
  if (flow && !flow.changed) store.set(flowAtom, { ...flow, changed: true });
  void refresh(queryClient, ['flows.list', 'flows.get']);
}
