import { startRun } from '@patchbay/shared/runs';

import { toProblem, useCommand, type CallInput } from '#lib';
import { toastProblem } from '#ui';

import { fit } from './editor-commands.ts';
import { useEditor } from './editor-session.ts';
import { drawerOpenAtom, runIdAtom } from './editor.atoms.ts';
import { untilStored } from './use-workbench.ts';

type Body = CallInput<typeof startRun>['body'];

/** Starts test runs of the draft from the canvas and shows them. */
export function useTestStart() {
  const editor = useEditor();
  const { store, flowId } = editor;
  const command = useCommand(startRun, ['runs.list', 'flows.list']);
  const start = async (body: Omit<Body, 'draft'>): Promise<void> => {
    try {
      await untilStored(editor);
      const { run } = await command.mutateAsync({
        params: { id: flowId },
        body: { draft: true, ...body },
      });
      store.set(runIdAtom, run);
      const wasOpen = store.get(drawerOpenAtom);
      store.set(drawerOpenAtom, true);
      if (!wasOpen) setTimeout(() => fit(editor), 50);
    } catch (error) {
      toastProblem(toProblem(error));
    }
  };
  return { start, busy: command.isPending };
}
