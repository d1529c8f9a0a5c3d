import { useMemo } from 'react';

import { useMay } from '#access';
import { useOffer, type PageCommand } from '#lib';

import { autoLayout, fit, openPalette } from './editor-commands.ts';
import type { Editor } from './editor-session.ts';
import { dialogAtom, searchOpenAtom } from './editor.atoms.ts';

/** What the command palette reaches of the editor. */
export function useOffers(editor: Editor): void {
  const mayEdit = useMay('flow.edit');
  const mayRun = useMay('run.start');
  const mayPublish = useMay('flow.publish');
  const offers = useMemo(() => {
    const all = [
      mayEdit && { name: 'Add a step', run: () => openPalette(editor) },
      mayRun && { name: 'Test run', run: () => editor.store.set(dialogAtom, 'start') },
      mayPublish && { name: 'Publish', run: () => editor.store.set(dialogAtom, 'publish') },
      mayEdit && { name: 'Lay the flow out', run: () => void autoLayout(editor) },
      ...looksOf(editor),
    ];
    return all.filter((offer) => offer !== false);
  }, [editor, mayEdit, mayRun, mayPublish]);
  useOffer(offers);
}

function looksOf(editor: Editor): PageCommand[] {
  const { store } = editor;
  return [
    { name: 'Search in this flow', run: () => store.set(searchOpenAtom, true) },
    { name: 'See the whole flow', run: () => fit(editor) },
    { name: 'Keys of the editor', run: () => store.set(dialogAtom, 'keys') },
  ];
}
