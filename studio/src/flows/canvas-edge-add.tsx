import { useAtomValue } from 'jotai';
import { Plus, X } from 'lucide-react';
import { useContext } from 'react';

import { readOnlyAtom } from './canvas.atoms.ts';
import { commit, EditorContext } from './editor-session.ts';
import { historyAtom, paletteAtom } from './editor.atoms.ts';
import { deleteEdit } from './graph-delete.ts';

/** On a selected wire: put a step into it, or cut it. */
export function CanvasEdgeAdd({ edge }: { edge: string }) {
  const editor = useContext(EditorContext);
  const readOnly = useAtomValue(readOnlyAtom);
  if (!editor || readOnly) return null;
  const cut = (): void =>
    commit(editor, deleteEdit(editor.store.get(historyAtom).graph, [], [edge]));
  return (
    <>
      <button
        type="button"
        aria-label="Put a step into this wire"
        title="Put a step into this wire"
        className="pb-mini"
        onClick={() => editor.store.set(paletteAtom, { edge })}
      >
        <Plus aria-hidden />
      </button>
      <button
        type="button"
        aria-label="Cut this wire"
        title="Cut this wire"
        className="pb-mini"
        onClick={cut}
      >
        <X aria-hidden />
      </button>
    </>
  );
}
