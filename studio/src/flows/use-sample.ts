import type { JsonObject } from '@patchbay/shared/base';
import { foldRun, getRun, listRuns } from '@patchbay/shared/runs';
import { useEffect, useState } from 'react';

import { call, toProblem } from '#lib';
import { toast, toastProblem } from '#ui';

import type { Editor } from './editor-session.ts';
import { runIdAtom, sampleAtom } from './editor.atoms.ts';
import { wholeSample } from './use-live-run.ts';

const FIRST_MS = 400;

/** Fetches the data of the flow's last run as the sample for forms and tests. */
export function useLastRunSample(editor: Editor) {
  const [isLoading, setLoading] = useState(false);
  const load = async (): Promise<void> => {
    setLoading(true);
    try {
      if (!(await loadSample(editor)))
        toast('This flow has not run yet.', { hint: 'Press Test run first, or type the data.' });
    } catch (error) {
      toastProblem(toProblem(error));
    }
    setLoading(false);
  };
  return { load, isLoading };
}

/**
 * The data of the last run from the start on, so that previews and completion have something to
 * work with. A run that is shown meanwhile is newer; without an answer forms just have no samples.
 */
export function useFirstSample(editor: Editor): void {
  useEffect(() => {
    const { store } = editor;
    const gone = new AbortController();
    const isFree = (): boolean => !gone.signal.aborted && store.get(runIdAtom) === undefined;
    const load = async (): Promise<void> => {
      const last = await readLastRun(editor);
      if (last && isFree()) store.set(sampleAtom, last);
    };
    // The flow itself is drawn first.
    const timer = setTimeout(() => isFree() && load().catch(() => undefined), FIRST_MS);
    return () => {
      clearTimeout(timer);
      gone.abort();
    };
  }, [editor]);
}

/** False when the flow has never run. */
export async function loadSample(editor: Editor): Promise<boolean> {
  const sample = await readLastRun(editor);
  if (!sample) return false;
  editor.store.set(sampleAtom, sample);
  return true;
}

async function readLastRun(editor: Editor): Promise<JsonObject | undefined> {
  const { items } = await call(listRuns, { query: { flow: editor.flowId, limit: 1 } });
  const last = items[0];
  if (!last) return undefined;
  const { graph, events, input } = await call(getRun, { params: { id: last.id } });
  return wholeSample(last.id, graph, { view: foldRun(events), input });
}
