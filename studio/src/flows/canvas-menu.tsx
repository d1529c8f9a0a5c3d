import { useAtomValue } from 'jotai';
import type { ReactElement } from 'react';

import { ContextMenu, toast, type MenuItem } from '#ui';

import { readOnlyAtom, selectedAtom } from './canvas.atoms.ts';
import * as command from './editor-commands.ts';
import { extractSelection } from './editor-extract.ts';
import { useEditor, type Editor } from './editor-session.ts';
import { inspectorOpenAtom, inspectorWaitsAtom, menuSpotAtom } from './editor.atoms.ts';
import { ALIGNMENTS, type Alignment } from './graph-align.ts';
import type { Spot } from './graph-place.ts';

/** The right click on the canvas. */
export function CanvasMenu({ children }: { children: ReactElement }) {
  const editor = useEditor();
  const { nodes, edges } = useAtomValue(selectedAtom);
  const isReadOnly = useAtomValue(readOnlyAtom);
  const items = isReadOnly
    ? lookItems(editor, nodes.length)
    : nodes.length > 0
      ? nodeItems(editor, nodes.length)
      : edges.length > 0
        ? wireItems(editor, edges)
        : paneItems(editor);
  const onOpenChange = (open: boolean): void => {
    if (!open) editor.store.set(inspectorWaitsAtom, false);
  };
  return (
    <ContextMenu items={items} onOpenChange={onOpenChange}>
      {children}
    </ContextMenu>
  );
}

/** All that does not change the flow. */
function lookItems(editor: Editor, many: number): MenuItem[] {
  return [
    many === 1 && openItem(editor),
    many > 0 && copyItem(editor),
    { label: 'Select all', shortcut: 'Mod+A', onSelect: () => command.selectAll(editor) },
    { label: 'See all', shortcut: '1', onSelect: () => command.fit(editor) },
  ];
}

function openItem(editor: Editor): MenuItem {
  const open = (): void => editor.store.set(inspectorOpenAtom, true);
  return { label: 'Open', shortcut: 'Enter', onSelect: open };
}

function copyItem(editor: Editor): MenuItem {
  return { label: 'Copy', shortcut: 'Mod+C', onSelect: () => void copyFromMenu(editor) };
}

function paneItems(editor: Editor): MenuItem[] {
  const here = (): Spot => ({ at: editor.store.get(menuSpotAtom) });
  return [
    {
      label: 'Add a step here',
      shortcut: 'Tab',
      onSelect: () => command.openPalette(editor, here()),
    },
    { label: 'Add a note', onSelect: () => command.addNode(editor, { kind: 'note' }, here()) },
    { label: 'Paste', onSelect: () => void pasteFromMenu(editor) },
    '-',
    { label: 'Select all', shortcut: 'Mod+A', onSelect: () => command.selectAll(editor) },
    {
      label: 'Auto layout',
      shortcut: 'Mod+Shift+L',
      onSelect: () => void command.autoLayout(editor),
    },
    { label: 'See all', shortcut: '1', onSelect: () => command.fit(editor) },
  ];
}

function wireItems(editor: Editor, edges: string[]): MenuItem[] {
  return [
    {
      label: 'Put a step into this wire',
      shortcut: 'Tab',
      onSelect: () => command.openPalette(editor, { edge: edges[0] }),
    },
    {
      label: 'Cut',
      shortcut: 'Delete',
      danger: true,
      onSelect: () => command.deleteSelection(editor),
    },
  ];
}

function nodeItems(editor: Editor, many: number): MenuItem[] {
  const aligns = (Object.keys(ALIGNMENTS) as Alignment[]).map((how) => ({
    label: ALIGNMENTS[how],
    onSelect: () => command.align(editor, how),
  }));
  return [
    many === 1 && openItem(editor),
    many === 1 && { label: 'Rename', shortcut: 'F2', onSelect: () => command.rename(editor) },
    many === 1 && {
      label: 'Add a step behind it',
      shortcut: 'Tab',
      onSelect: () => command.openPalette(editor),
    },
    copyItem(editor),
    { label: 'Duplicate', shortcut: 'Mod+D', onSelect: () => command.duplicateSelection(editor) },
    '-',
    {
      label: 'Group or ungroup',
      shortcut: 'Mod+G',
      onSelect: () => command.groupSelection(editor),
    },
    { label: 'Move into a called flow', onSelect: () => void extractSelection(editor) },
    ...(many > 1 ? (['-', ...aligns] as const) : []),
    '-',
    {
      label: 'Delete and reconnect',
      shortcut: 'Shift+Delete',
      onSelect: () => command.deleteSelection(editor, true),
    },
    {
      label: 'Delete',
      shortcut: 'Delete',
      danger: true,
      onSelect: () => command.deleteSelection(editor),
    },
  ];
}

async function copyFromMenu(editor: Editor): Promise<void> {
  const text = command.copyTextOf(editor);
  if (!text) return;
  try {
    await navigator.clipboard.writeText(text);
    toast('Copied');
  } catch {
    toast('The browser keeps its clipboard closed.', {
      tone: 'fail',
      hint: 'Use the copy key instead.',
    });
  }
}

async function pasteFromMenu(editor: Editor): Promise<void> {
  try {
    const text = await navigator.clipboard.readText();
    if (!command.pasteText(editor, text, editor.store.get(menuSpotAtom)))
      toast('The clipboard holds no steps.', { tone: 'fail' });
  } catch {
    toast('The browser keeps its clipboard closed.', {
      tone: 'fail',
      hint: 'Use the paste key instead.',
    });
  }
}
