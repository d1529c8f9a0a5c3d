import { putEdit, type FlowNode } from '@patchbay/shared/flows';
import { useAtom, useAtomValue } from 'jotai';
import { useContext, useState } from 'react';

import { EditorContext, commit } from './editor-session.ts';
import { renamingAtom } from './editor.atoms.ts';
import { focusRegion } from './use-regions.ts';

/** A node's title; F2 or a double click lets one type it in place. */
export function CanvasTitle({ node }: { node: FlowNode }) {
  const renaming = useAtomValue(renamingAtom) === node.id;
  if (renaming) return <TitleInput node={node} />;
  return <p className="truncate font-medium text-ink">{node.title || 'Untitled'}</p>;
}

function TitleInput({ node }: { node: FlowNode }) {
  const editor = useContext(EditorContext);
  const [, setRenaming] = useAtom(renamingAtom);
  const [text, setText] = useState(node.title);
  const close = (keep: boolean): void => {
    setRenaming(undefined);
    focusRegion('canvas');
    const title = text.trim();
    if (keep && editor && title && title !== node.title)
      commit(editor, putEdit(`Rename to "${title.slice(0, 80)}"`, [{ ...node, title }]));
  };
  return (
    <input
      ref={(input) => input?.focus()}
      aria-label="Title of the step"
      value={text}
      maxLength={10_000}
      onFocus={(event) => event.target.select()}
      onChange={(event) => setText(event.target.value)}
      onBlur={() => close(true)}
      onKeyDown={(event) => {
        event.stopPropagation();
        if (event.key === 'Enter') close(true);
        if (event.key === 'Escape') close(false);
      }}
      className="nodrag nopan -ml-1 h-5 w-full rounded-sm border border-accent bg-panel px-1 font-medium text-ink"
    />
  );
}
