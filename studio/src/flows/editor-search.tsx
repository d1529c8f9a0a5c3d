import type { FlowNode } from '@patchbay/shared/flows';
import { useAtom, useAtomValue } from 'jotai';
import { Search, Variable, X } from 'lucide-react';
import { useMemo, useState, type KeyboardEvent } from 'react';

import { count } from '#lib';
import { cx, IconButton, Input } from '#ui';

import { CanvasIcon } from './canvas-icon.tsx';
import { graphAtom } from './canvas.atoms.ts';
import { goTo } from './editor-commands.ts';
import { useEditor } from './editor-session.ts';
import { dialogAtom, searchOpenAtom } from './editor.atoms.ts';
import { searchGraph, type Found } from './graph-search.ts';
import { focusRegion } from './use-regions.ts';

/** Search in everything the flow holds: titles, keys, expressions, notes, settings. */
export function EditorSearch() {
  const [open, setOpen] = useAtom(searchOpenAtom);
  if (!open) return null;
  const close = (): void => {
    setOpen(false);
    focusRegion('canvas');
  };
  return <SearchPane onClose={close} />;
}

function SearchPane({ onClose }: { onClose: () => void }) {
  const editor = useEditor();
  const graph = useAtomValue(graphAtom);
  const [words, setWords] = useState('');
  const [at, setAt] = useState(-1);
  const found = useMemo(() => searchGraph(graph, words), [graph, words]);
  const go = (index: number): void => {
    const hit = found[index];
    setAt(index);
    if (hit?.node !== undefined) goTo(editor, hit.node);
    else if (hit) editor.store.set(dialogAtom, 'vars');
  };
  const onKey = (event: KeyboardEvent): void => {
    if (event.key === 'Escape') return onClose();
    const by = { ArrowDown: 1, ArrowUp: -1, Enter: event.shiftKey ? -1 : 1 }[event.key];
    if (by === undefined || found.length === 0) return;
    event.preventDefault();
    go((at + by + found.length) % found.length);
  };
  return (
    <div
      role="search"
      className="absolute top-3 right-3 z-10 w-90 rounded-lg border border-line bg-panel shadow-pop"
      onKeyDown={onKey}
    >
      <div className="flex items-center gap-1 p-1.5">
        <Input
          ref={(input) => {
            if (input && words === '') input.focus();
          }}
          icon={<Search />}
          aria-label="Search in this flow"
          placeholder="Titles, keys, expressions, notes…"
          value={words}
          onChange={(event) => {
            setWords(event.target.value);
            setAt(-1);
          }}
        />
        <IconButton label="Close search" size="sm" onClick={onClose}>
          <X />
        </IconButton>
      </div>
      {words.trim() !== '' && <Hits found={found} at={at} onGo={go} />}
    </div>
  );
}

interface HitsProps {
  found: Found[];
  at: number;
  onGo: (index: number) => void;
}

function Hits({ found, at, onGo }: HitsProps) {
  const graph = useAtomValue(graphAtom);
  return (
    <div className="max-h-80 overflow-y-auto border-t border-line p-1">
      <p className="px-2 py-1 text-sm text-ink-3" role="status">
        {found.length === 0
          ? 'Nothing in this flow holds these words.'
          : count(found.length, 'place')}
      </p>
      {found.map((hit, index) => (
        <button
          key={hit.node ?? hit.title}
          type="button"
          onClick={() => onGo(index)}
          className={cx(
            'flex w-full items-center gap-2.5 rounded-sm px-2 py-1 text-left hover:bg-hover',
            index === at && 'bg-hover',
          )}
        >
          <HitIcon node={graph.nodes[hit.node ?? '']} />
          <span className="min-w-0 flex-1">
            <span className="block truncate font-medium">{hit.title || 'Untitled'}</span>
            <span className="block truncate text-sm text-ink-3">
              {hit.where}: {hit.excerpt}
            </span>
          </span>
        </button>
      ))}
    </div>
  );
}

function HitIcon({ node }: { node: FlowNode | undefined }) {
  if (node) return <CanvasIcon node={node} />;
  return (
    <span className="flex size-8 shrink-0 items-center justify-center text-ink-2">
      <Variable aria-hidden className="size-4" />
    </span>
  );
}
