import { useEffect } from 'react';

import { isShortcut, isTyping } from '#lib';

import * as command from './editor-commands.ts';
import { addConnection, beginConnect, cancelConnect, turnConnect } from './editor-connect.ts';
import { redo, undo, type Editor } from './editor-session.ts';
import {
  connectAtom,
  dialogAtom,
  drawerOpenAtom,
  inspectorOpenAtom,
  paletteAtom,
  searchOpenAtom,
  viewAtom,
} from './editor.atoms.ts';
import { GRID } from './node-geometry.ts';
import { isDialogOpen } from './use-regions.ts';

/** A key of the editor: how it is pressed, what it does, where the list of keys shows it. */
export interface EditorKey {
  keys: string[];
  words: string;
  section: 'Walk' | 'Draw' | 'Change' | 'See' | 'Flow';
  /** Works also while the focus is outside the canvas. */
  everywhere?: boolean;
  run: (editor: Editor, event: KeyboardEvent) => void;
}

const STEP = GRID;

export const EDITOR_KEYS: EditorKey[] = [
  {
    keys: ['ArrowRight'],
    words: 'Follow the wire',
    section: 'Walk',
    run: (e) => arrow(e, 'right'),
  },
  {
    keys: ['ArrowLeft'],
    words: 'Go back along the wire',
    section: 'Walk',
    run: (e) => arrow(e, 'left'),
  },
  { keys: ['ArrowUp'], words: 'To the node above', section: 'Walk', run: (e) => arrow(e, 'up') },
  {
    keys: ['ArrowDown'],
    words: 'To the node below',
    section: 'Walk',
    run: (e) => arrow(e, 'down'),
  },
  {
    keys: ['Tab', '+', '='],
    words: 'Add a step behind the selected one',
    section: 'Draw',
    run: (e) => command.openPalette(e),
  },
  {
    keys: ['C'],
    words: 'Connect: arrows choose exit and target, Enter draws',
    section: 'Draw',
    run: (e) => beginConnect(e),
  },
  {
    keys: ['Enter'],
    words: 'Draw the wire, or open the selected step',
    section: 'Draw',
    run: (e) => enter(e),
  },
  {
    keys: ['Escape'],
    words: 'Leave connecting, clear the selection',
    section: 'Draw',
    run: (e) => escape(e),
  },
  {
    keys: ['Delete', 'Backspace'],
    words: 'Delete',
    section: 'Change',
    run: (e) => command.deleteSelection(e),
  },
  {
    keys: ['Shift+Delete', 'Shift+Backspace'],
    words: 'Delete and reconnect what is around',
    section: 'Change',
    run: (e) => command.deleteSelection(e, true),
  },
  { keys: ['F2'], words: 'Rename', section: 'Change', run: (e) => command.rename(e) },
  {
    keys: ['Alt+ArrowRight'],
    words: 'Move right',
    section: 'Change',
    run: (e) => command.nudge(e, { x: STEP, y: 0 }),
  },
  {
    keys: ['Alt+ArrowLeft'],
    words: 'Move left',
    section: 'Change',
    run: (e) => command.nudge(e, { x: -STEP, y: 0 }),
  },
  {
    keys: ['Alt+ArrowUp'],
    words: 'Move up',
    section: 'Change',
    run: (e) => command.nudge(e, { x: 0, y: -STEP }),
  },
  {
    keys: ['Alt+ArrowDown'],
    words: 'Move down',
    section: 'Change',
    run: (e) => command.nudge(e, { x: 0, y: STEP }),
  },
  {
    keys: ['Mod+D'],
    words: 'Duplicate',
    section: 'Change',
    everywhere: true,
    run: (e) => command.duplicateSelection(e),
  },
  { keys: ['Mod+A'], words: 'Select all', section: 'Change', run: (e) => command.selectAll(e) },
  {
    keys: ['Mod+G'],
    words: 'Group, or open a group up',
    section: 'Change',
    everywhere: true,
    run: (e) => command.groupSelection(e),
  },
  {
    keys: ['Space'],
    words: 'Fold or unfold a group',
    section: 'Change',
    run: (e) => command.foldSelection(e),
  },
  { keys: ['Mod+Z'], words: 'Undo', section: 'Change', everywhere: true, run: (e) => undo(e) },
  {
    keys: ['Mod+Shift+Z', 'Mod+Y'],
    words: 'Redo',
    section: 'Change',
    everywhere: true,
    run: (e) => redo(e),
  },
  {
    keys: ['Mod+F'],
    words: 'Search in everything',
    section: 'See',
    everywhere: true,
    run: (e) => e.store.set(searchOpenAtom, true),
  },
  { keys: ['1'], words: 'See all', section: 'See', run: (e) => command.fit(e) },
  {
    keys: ['0'],
    words: 'Full size',
    section: 'See',
    run: (e) => void e.store.get(viewAtom)?.zoomTo(1, { duration: 150 }),
  },
  {
    keys: [']'],
    words: 'Zoom in',
    section: 'See',
    run: (e) => void e.store.get(viewAtom)?.zoomIn({ duration: 100 }),
  },
  {
    keys: ['['],
    words: 'Zoom out',
    section: 'See',
    run: (e) => void e.store.get(viewAtom)?.zoomOut({ duration: 100 }),
  },
  {
    keys: ['Mod+Shift+L'],
    words: 'Auto layout',
    section: 'See',
    everywhere: true,
    run: (e) => void command.autoLayout(e),
  },
  {
    keys: ['J'],
    words: 'Show or hide the last run',
    section: 'See',
    run: (e) => e.store.set(drawerOpenAtom, (open) => !open),
  },
  {
    keys: ['Mod+Enter'],
    words: 'Test run',
    section: 'Flow',
    everywhere: true,
    run: (e) => e.store.set(dialogAtom, 'start'),
  },
  {
    keys: ['Mod+S'],
    words: 'Save now',
    section: 'Flow',
    everywhere: true,
    run: (e) => e.queue.retry(),
  },
  { keys: ['?'], words: 'This list', section: 'Flow', run: (e) => e.store.set(dialogAtom, 'keys') },
];

function arrow(editor: Editor, way: 'left' | 'right' | 'up' | 'down'): void {
  if (editor.store.get(connectAtom)) turnConnect(editor, way);
  else command.walkTo(editor, way);
}

function enter(editor: Editor): void {
  if (editor.store.get(connectAtom)) return addConnection(editor);
  editor.store.set(inspectorOpenAtom, true);
  requestAnimationFrame(() =>
    document
      .querySelector<HTMLElement>('[data-region=inspector] input, [data-region=inspector] button')
      ?.focus(),
  );
}

function escape(editor: Editor): void {
  if (editor.store.get(connectAtom)) return cancelConnect(editor);
  if (editor.store.get(paletteAtom)) return editor.store.set(paletteAtom, undefined);
  command.select(editor.store, []);
}

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
  useEffect(() => {
    const onKey = (event: KeyboardEvent): void => {
      if (isDialogOpen()) return;
      const key = EDITOR_KEYS.find((one) => one.keys.some((shortcut) => matches(event, shortcut)));
      if (!key || event.defaultPrevented) return;
      if (isTyping(event) && !(key.everywhere && !isTextKey(event))) return;
      if (!key.everywhere && !inCanvas(event)) return;
      event.preventDefault();
      key.run(editor, event);
    };
    globalThis.addEventListener('keydown', onKey);
    return () => globalThis.removeEventListener('keydown', onKey);
  }, [editor]);
}

/** Undo and select-all of a text field belong to the field. */
function isTextKey(event: KeyboardEvent): boolean {
  return ['z', 'y', 'a', 'd', 'g', 'f'].includes(event.key.toLowerCase());
}
