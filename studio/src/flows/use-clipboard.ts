import { useEffect } from 'react';

import { count, isTextField } from '#lib';
import { toast } from '#ui';

import { readOnlyAtom } from './canvas.atoms.ts';
import { copyTextOf, deleteSelection, graphOf, pasteText, selectionOf } from './editor-commands.ts';
import type { Editor } from './editor-session.ts';
import { isDialogOpen } from './use-regions.ts';

/** Copy, cut and paste of nodes as JSON text, so that they travel between flows and windows. */
export function useClipboard(editor: Editor): void {
  useEffect(() => {
    const isReadOnly = (): boolean => editor.store.get(readOnlyAtom);
    const copy = (event: ClipboardEvent): void => {
      const text = isText(event) ? undefined : copyTextOf(editor);
      if (!text) return;
      event.clipboardData?.setData('text/plain', text);
      event.preventDefault();
      const { nodes } = selectionOf(editor);
      if (event.type === 'cut' && !isReadOnly()) deleteSelection(editor);
      else
        toast(`Copied ${count(nodes.length, 'node')}`, { hint: 'Paste here or in another flow.' });
    };
    const paste = (event: ClipboardEvent): void => {
      const text = event.clipboardData?.getData('text/plain') ?? '';
      if (isText(event) || text === '' || isReadOnly()) return;
      event.preventDefault();
      if (pasteText(editor, text)) return;
      const empty = Object.keys(graphOf(editor).nodes).length === 0;
      const hint = empty
        ? 'Copy steps in another flow first, or add a trigger.'
        : 'Copy steps on a canvas first.';
      toast('The clipboard holds no steps.', { tone: 'fail', hint });
    };
    document.addEventListener('copy', copy);
    document.addEventListener('cut', copy);
    document.addEventListener('paste', paste);
    return () => {
      document.removeEventListener('copy', copy);
      document.removeEventListener('cut', copy);
      document.removeEventListener('paste', paste);
    };
  }, [editor]);
}

/** Text fields and marked text keep their own copy and paste. */
function isText(event: ClipboardEvent): boolean {
  const marked = event.type !== 'paste' && (document.getSelection()?.toString() ?? '') !== '';
  return marked || isTextField(event.target) || isDialogOpen();
}
