import { putEdit, type NodeOf } from '@patchbay/shared/flows';
import { useAtomValue } from 'jotai';
import { memo, useContext, useState } from 'react';

import { cx } from '#ui';

import { HolderSize } from './canvas-holder.tsx';
import { nodeAtom, readOnlyAtom } from './canvas.atoms.ts';
import { commit, EditorContext } from './editor-session.ts';

interface NoteProps {
  id: string;
  selected?: boolean;
}

/** Plain words on the canvas; a double click lets one type. */
export const CanvasNote = memo(function CanvasNote({ id, selected = false }: NoteProps) {
  const node = useAtomValue(nodeAtom(id));
  if (node?.kind !== 'note') return null;
  return (
    <div className={cx('pb-note', selected && 'pb-selected')} data-color={node.config.color}>
      <HolderSize node={node} selected={selected} />
      <NoteText node={node} selected={selected} />
    </div>
  );
});

function NoteText({ node, selected }: { node: NodeOf<'note'>; selected: boolean }) {
  const editor = useContext(EditorContext);
  const isReadOnly = useAtomValue(readOnlyAtom);
  const [typing, setTyping] = useState(false);
  const { text } = node.config;
  if (!typing || !editor || !selected || isReadOnly) {
    return (
      <div
        className="h-full overflow-hidden p-3 break-words whitespace-pre-wrap"
        onDoubleClick={() => setTyping(true)}
      >
        {text || (!isReadOnly && <span className="text-ink-3">Double click to write.</span>)}
      </div>
    );
  }
  return (
    <textarea
      ref={(area) => area?.focus()}
      aria-label="Text of the note"
      defaultValue={text}
      maxLength={20_000}
      className="nodrag nopan nowheel h-full w-full resize-none bg-transparent p-3 outline-none"
      onKeyDown={(event) => {
        event.stopPropagation();
        if (event.key === 'Escape') event.currentTarget.blur();
      }}
      onBlur={(event) => {
        setTyping(false);
        const next = event.target.value;
        if (next !== text)
          commit(
            editor,
            putEdit('Write note', [{ ...node, config: { ...node.config, text: next } }]),
          );
      }}
    />
  );
}
