import { useSearch } from '@tanstack/react-router';
import { useAtomValue } from 'jotai';
import { useEffect } from 'react';

import { goTo } from './editor-commands.ts';
import type { Editor } from './editor-session.ts';
import { drawerOpenAtom, runIdAtom, viewAtom } from './editor.atoms.ts';

/** Shows what the address names: the run one comes from, the step one looks for. */
export function useAddress(editor: Editor): void {
  const { run, node } = useSearch({ from: '/flows/$flowId' });
  const isDrawn = useAtomValue(viewAtom) !== undefined;
  useEffect(() => {
    if (!run) return;
    editor.store.set(runIdAtom, run);
    editor.store.set(drawerOpenAtom, true);
  }, [editor, run]);
  useEffect(() => {
    if (node && isDrawn) goTo(editor, node);
  }, [editor, node, isDrawn]);
}
