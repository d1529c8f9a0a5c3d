import { foldRun, getRun, listRuns } from '@patchbay/shared/runs';
import { useState } from 'react';

import { call, toProblem } from '#lib';
import { toast, toastProblem } from '#ui';

import type { Editor } from './editor-session.ts';
import { sampleAtom } from './editor.atoms.ts';
import { sampleOf } from './use-live-run.ts';

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

/** False when the flow has never run. */
export async function loadSample(editor: Editor): Promise<boolean> {
  const { items } = await call(listRuns, { query: { flow: editor.flowId, limit: 1 } });
  const last = items[0];
  if (!last) return false;
  const { graph, events, input } = await call(getRun, { params: { id: last.id } });
  editor.store.set(sampleAtom, sampleOf(graph, foldRun(events), input));
  return true;
}
