import type { Permission } from '@patchbay/shared/base';

import { glide } from './canvas-motion.ts';
import * as command from './editor-commands.ts';
import { addConnection, beginConnect, cancelConnect, turnConnect } from './editor-connect.ts';
import { nudge } from './editor-nudge.ts';
import { redo, undo, type Editor } from './editor-session.ts';
import { openMenu, walkTo, walkWires } from './editor-walk.ts';
import {
  connectAtom,
  dialogAtom,
  drawerOpenAtom,
  inspectorOpenAtom,
  paletteAtom,
  searchOpenAtom,
  viewAtom,
} from './editor.atoms.ts';
import type { Direction } from './graph-walk.ts';
import { GRID, type Point } from './node-geometry.ts';

/** A key of the editor: how it is pressed, what it does, where the list of keys shows it. */
export interface EditorKey {
  keys: string[];
  /** How the list writes it, when the keys alone would be many. */
  shown?: string;
  words: string;
  section: 'Walk' | 'Draw' | 'Change' | 'See' | 'Flow';
  /** Works also while the focus is outside the canvas. */
  everywhere?: boolean;
  /** For who lacks it there is no such key. */
  needs?: Permission;
  run: (editor: Editor, event: KeyboardEvent) => void;
}

const ARROWS = ['ArrowLeft', 'ArrowRight', 'ArrowUp', 'ArrowDown'];

const EDITOR_KEYS: EditorKey[] = [
  {
    keys: ARROWS,
    shown: '←→↑↓',
    words: 'Along the wires, and to what is near',
    section: 'Walk',
    run: (e, event) => arrow(e, wayOf(event)),
  },
  {
    keys: ARROWS.map((key) => `Shift+${key}`),
    shown: 'Shift+←→↑↓',
    words: 'Select more, or less again',
    section: 'Walk',
    run: (e, event) => walkTo(e, wayOf(event), true),
  },
  {
    keys: ['W'],
    words: 'To the next wire of the step',
    section: 'Walk',
    run: (e) => walkWires(e),
  },
  {
    keys: ['Tab', '+', '='],
    words: 'Add a step behind the step or into the wire',
    needs: 'flow.edit',
    section: 'Draw',
    run: (e) => command.openPalette(e),
  },
  {
    keys: ['C'],
    words: 'Connect the step, or lead the wire elsewhere: arrows choose',
    needs: 'flow.edit',
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
    shown: 'Delete',
    words: 'Delete',
    needs: 'flow.edit',
    section: 'Change',
    run: (e) => command.deleteSelection(e),
  },
  {
    keys: ['Shift+Delete', 'Shift+Backspace'],
    shown: 'Shift+Delete',
    words: 'Delete and reconnect what is around',
    needs: 'flow.edit',
    section: 'Change',
    run: (e) => command.deleteSelection(e, true),
  },
  {
    keys: ['M', 'Shift+F10'],
    words: 'Menu: align, called flow, …',
    section: 'Change',
    run: (e) => openMenu(e),
  },
  {
    keys: ['F2'],
    words: 'Rename',
    needs: 'flow.edit',
    section: 'Change',
    run: (e) => command.rename(e),
  },
  {
    keys: ARROWS.map((key) => `Alt+${key}`),
    shown: 'Alt+←→↑↓',
    words: 'Move, also into a loop; twice at its edge: out of it',
    needs: 'flow.edit',
    section: 'Change',
    run: (e, event) => nudge(e, stepOf(event), event.repeat),
  },
  {
    keys: ARROWS.map((key) => `Alt+Shift+${key}`),
    shown: 'Alt+Shift+←→↑↓',
    words: 'Resize a loop, group or note',
    needs: 'flow.edit',
    section: 'Change',
    run: (e, event) => command.resize(e, stepOf(event)),
  },
  {
    keys: ['Mod+D'],
    words: 'Duplicate',
    needs: 'flow.edit',
    section: 'Change',
    everywhere: true,
    run: (e) => command.duplicateSelection(e),
  },
  { keys: ['Mod+A'], words: 'Select all', section: 'Change', run: (e) => command.selectAll(e) },
  {
    keys: ['Mod+G'],
    words: 'Group, or open a group up',
    needs: 'flow.edit',
    section: 'Change',
    everywhere: true,
    run: (e) => command.groupSelection(e),
  },
  {
    keys: ['Space'],
    words: 'Fold or unfold a group',
    needs: 'flow.edit',
    section: 'Change',
    run: (e) => command.foldSelection(e),
  },
  {
    keys: ['Mod+Z'],
    words: 'Undo',
    needs: 'flow.edit',
    section: 'Change',
    everywhere: true,
    run: (e) => undo(e),
  },
  {
    keys: ['Mod+Shift+Z', 'Mod+Y'],
    words: 'Redo',
    needs: 'flow.edit',
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
    run: (e) => void e.store.get(viewAtom)?.zoomTo(1, glide(150)),
  },
  {
    keys: [']'],
    words: 'Zoom in',
    section: 'See',
    run: (e) => void e.store.get(viewAtom)?.zoomIn(glide(100)),
  },
  {
    keys: ['['],
    words: 'Zoom out',
    section: 'See',
    run: (e) => void e.store.get(viewAtom)?.zoomOut(glide(100)),
  },
  {
    keys: ['Mod+Shift+L'],
    words: 'Auto layout',
    needs: 'flow.edit',
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
    needs: 'run.start',
    section: 'Flow',
    everywhere: true,
    run: (e) => e.store.set(dialogAtom, 'start'),
  },
  {
    keys: ['Mod+S'],
    words: 'Save now',
    needs: 'flow.edit',
    section: 'Flow',
    everywhere: true,
    run: (e) => e.queue.retry(),
  },
  { keys: ['?'], words: 'This list', section: 'Flow', run: (e) => e.store.set(dialogAtom, 'keys') },
];

/** The keys that somebody with these permissions has. */
export function keysFor(permissions: readonly Permission[]): EditorKey[] {
  return EDITOR_KEYS.filter(({ needs }) => needs === undefined || permissions.includes(needs));
}

function arrow(editor: Editor, way: Direction): void {
  if (editor.store.get(connectAtom)) turnConnect(editor, way);
  else walkTo(editor, way);
}

function wayOf({ key }: KeyboardEvent): Direction {
  return key.replace('Arrow', '').toLowerCase() as Direction;
}

/** One step of the grid in the direction of an arrow key. */
function stepOf(event: KeyboardEvent): Point {
  return {
    left: { x: -GRID, y: 0 },
    right: { x: GRID, y: 0 },
    up: { x: 0, y: -GRID },
    down: { x: 0, y: GRID },
  }[wayOf(event)];
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
