import { useAtomValue } from 'jotai';
import { useState } from 'react';

import { Button, Dialog, TimeAgo } from '#ui';

import { graphAtom } from './canvas.atoms.ts';
import { useEditor } from './editor-session.ts';
import { saveAtom } from './editor.atoms.ts';
import { clashesOf, type Clash } from './graph-clash.ts';
import type { SaveConflict } from './save-queue.ts';

/** Two people changed the same things: for each, whose stays. */
export function ConflictDialog({ onClose }: { onClose: () => void }) {
  const state = useAtomValue(saveAtom);
  if (state.kind !== 'conflict') return null;
  return <Choices conflict={state.conflict} onClose={onClose} />;
}

function Choices({ conflict, onClose }: { conflict: SaveConflict; onClose: () => void }) {
  const editor = useEditor();
  const graph = useAtomValue(graphAtom);
  const [dropped, setDropped] = useState<ReadonlySet<string>>(new Set());
  const clashes = clashesOf(graph, conflict.overlap, {
    ours: editor.queue.pending,
    theirs: conflict.theirs,
  });
  const end = (keys: ReadonlySet<string>): void => {
    editor.queue.resolve(keys);
    onClose();
  };
  const drop = (key: string, isTheirs: boolean): void =>
    setDropped(
      (before) => new Set(isTheirs ? [...before, key] : [...before].filter((one) => one !== key)),
    );
  return (
    <Dialog
      open
      onClose={onClose}
      size="lg"
      title={`${clashes[0]?.by || 'Somebody'} changed the same ${clashes.length === 1 ? 'thing' : 'things'}`}
      description="Nothing is lost yet. Choose whose change stays; what does not clash is kept from both."
      actions={
        <>
          <Button variant="ghost" onClick={() => end(new Set())}>
            Take over: keep all of mine
          </Button>
          <Button onClick={() => end(new Set(conflict.overlap))}>Keep all of theirs</Button>
          <Button variant="primary" onClick={() => end(dropped)}>
            Merge as chosen
          </Button>
        </>
      }
    >
      <LastTheirs conflict={conflict} />
      <ul className="flex flex-col gap-2">
        {clashes.map((clash) => (
          <ClashRow
            key={clash.key}
            clash={clash}
            isTheirs={dropped.has(clash.key)}
            onChoose={(theirs) => drop(clash.key, theirs)}
          />
        ))}
      </ul>
    </Dialog>
  );
}

function LastTheirs({ conflict }: { conflict: SaveConflict }) {
  const last = conflict.theirs.at(-1);
  if (!last) return null;
  return (
    <p className="mb-3 text-ink-2">
      {last.by} saved “{last.edit.label}” <TimeAgo at={last.at} />.
    </p>
  );
}

interface ClashRowProps {
  clash: Clash;
  isTheirs: boolean;
  onChoose: (theirs: boolean) => void;
}

function ClashRow({ clash, isTheirs, onChoose }: ClashRowProps) {
  const side = (theirs: boolean, title: string, words: string[]) => (
    <label className="flex flex-1 items-start gap-2 rounded-md border border-line p-2 has-checked:border-accent has-checked:bg-accent-soft">
      <input
        type="radio"
        name={clash.key}
        checked={isTheirs === theirs}
        onChange={() => onChoose(theirs)}
        className="mt-1 accent-(--color-accent)"
      />
      <span className="min-w-0">
        <span className="block font-medium">{title}</span>
        {(words.length > 0 ? words : ['Changed it']).map((line) => (
          <span key={line} className="block break-words text-ink-2">
            {line}
          </span>
        ))}
      </span>
    </label>
  );
  return (
    <li>
      <fieldset>
        <legend className="mb-1 max-w-full truncate font-medium">{clash.what}</legend>
        <div className="flex gap-2">
          {side(false, 'Mine', clash.mine)}
          {side(true, clash.by || 'Theirs', clash.theirs)}
        </div>
      </fieldset>
    </li>
  );
}
