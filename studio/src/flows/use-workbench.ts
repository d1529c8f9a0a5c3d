import { changeWorkbench, getWorkbench, staleSteps } from '@patchbay/shared/runs';
import { useAtomValue } from 'jotai';
import { useEffect } from 'react';

import { toProblem, useCommand, useEndpoint } from '#lib';
import { toastProblem } from '#ui';

import { graphAtom } from './canvas.atoms.ts';
import { useEditor, type Editor } from './editor-session.ts';
import { runGraphAtom, runViewAtom } from './editor.atoms.ts';
import { marksSavedAtom, runPinsAtom, staleAtom, workbenchAtom } from './workbench.atoms.ts';

/** Large graphs are compared when the hand rests. */
const REST_MS = 250;

/** Keeps pins, breakpoints and the marks of stale results in step with server and draft. */
export function useWorkbench(editor: Editor): void {
  const found = useEndpoint(getWorkbench, { params: { id: editor.flowId } }).data;
  useEffect(() => {
    if (found) editor.store.set(workbenchAtom, found);
  }, [editor, found]);
  useStale(editor);
}

function useStale({ store }: Editor): void {
  const now = useAtomValue(graphAtom, { store });
  const graph = useAtomValue(runGraphAtom, { store });
  const view = useAtomValue(runViewAtom, { store });
  const ranPins = useAtomValue(runPinsAtom, { store });
  const { pins } = useAtomValue(workbenchAtom, { store });
  useEffect(() => {
    const compare = (): void =>
      store.set(
        staleAtom,
        graph && view ? staleSteps({ graph, view, pins: ranPins }, { graph: now, pins }) : {},
      );
    const timer = setTimeout(compare, REST_MS);
    return () => clearTimeout(timer);
  }, [store, now, graph, view, ranPins, pins]);
}

/** Pins outputs and sets breakpoints. */
export function useChangeWorkbench() {
  const { flowId, store, queue } = useEditor();
  const command = useCommand(changeWorkbench, ['runs.getWorkbench']);
  type Body = Parameters<typeof command.mutateAsync>[0]['body'];
  const save = async (body: Body): Promise<void> => {
    try {
      // The server keeps marks only for steps it knows.
      await queue.flush();
      store.set(workbenchAtom, await command.mutateAsync({ params: { id: flowId }, body }));
    } catch (error) {
      toastProblem(toProblem(error));
    }
  };
  const change = (body: Body): void =>
    store.set(marksSavedAtom, Promise.all([store.get(marksSavedAtom), save(body)]));
  return { change, busy: command.isPending };
}

/** Resolves when what was drawn and marked a moment ago is stored, where a test run reads it. */
export async function untilStored({ queue, store }: Editor): Promise<void> {
  await queue.flush();
  await store.get(marksSavedAtom);
}
