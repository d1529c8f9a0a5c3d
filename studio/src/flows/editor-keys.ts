import { useEffect } from 'react';

import { useMe } from '#access';
import { isShortcut, isTyping } from '#lib';

import { keysFor } from './editor-key-list.ts';
import type { Editor } from './editor-session.ts';
import { isDialogOpen } from './use-regions.ts';

/** `Space` has the key ' ', and letters arrive in either case. */
function matches(event: KeyboardEvent, shortcut: string): boolean {
  if (shortcut === 'Space') return event.key === ' ' && !event.ctrlKey && !event.metaKey;
  return isShortcut(event, shortcut);
}

function inCanvas(event: KeyboardEvent): boolean {
  const { target } = event;
  if (!(target instanceof Element)) return true;
  return (
    target === document.body ||
    target.closest('[data-region=canvas]') === target ||
    target.closest('.react-flow__pane') !== null
  );
}

/** Listens to the keys; single keys only while the focus is on the canvas. */
export function useEditorKeys(editor: Editor): void {
  const permissions = useMe()?.permissions;
  useEffect(() => {
    const keys = keysFor(permissions ?? []);
    const onKey = (event: KeyboardEvent): void => {
      if (isDialogOpen()) return;
      const key = keys.find((one) => one.keys.some((shortcut) => matches(event, shortcut)));
      if (!key || event.defaultPrevented) return;
      if (isTyping(event) && !(key.everywhere && !isTextKey(event))) return;
      if (!key.everywhere && !inCanvas(event)) return;
      event.preventDefault();
      key.run(editor, event);
    };
    globalThis.addEventListener('keydown', onKey);
    return () => globalThis.removeEventListener('keydown', onKey);
  }, [editor, permissions]);
}

/** Undo and select-all of a text field belong to the field. */
function isTextKey(event: KeyboardEvent): boolean {
  return ['z', 'y', 'a', 'd', 'g', 'f'].includes(event.key.toLowerCase());
}
