import { useAtomValue } from 'jotai';
import { ArrowLeft, Search, X } from 'lucide-react';
import { useEffect, useMemo, useRef, useState, type KeyboardEvent } from 'react';

import { cx, IconButton, Input } from '#ui';

import { connectorsAtom, graphAtom } from './canvas.atoms.ts';
import { addNode } from './editor-commands.ts';
import { useEditor } from './editor-session.ts';
import { paletteAtom } from './editor.atoms.ts';
import type { Spot } from './graph-place.ts';
import { findEntries, type PaletteEntry } from './palette-entries.ts';
import { PaletteList } from './palette-list.tsx';
import { recentSteps, rememberStep } from './palette-recent.ts';
import { focusRegion } from './use-regions.ts';

/** Imported connectors come by the thousand, and so do their actions. */
const MOST_ROWS = 300;

/** The palette on the left, open for a spot on the canvas. */
export function Palette() {
  const spot = useAtomValue(paletteAtom);
  return spot ? <PalettePane key={JSON.stringify(spot)} spot={spot} /> : null;
}

function PalettePane({ spot }: { spot: Spot }) {
  const editor = useEditor();
  const [words, setWords] = useState('');
  const [inside, setInside] = useState<string>();
  const [at, setAt] = useState(0);
  const [dragging, setDragging] = useState(false);
  const { rows, hidden } = useRows({ words, inside, spot });
  const close = (): void => {
    editor.store.set(paletteAtom, undefined);
    focusRegion('canvas');
  };
  const choose = (entry: PaletteEntry | undefined): void => {
    if (!entry) return;
    setWords('');
    setAt(0);
    if (!entry.recipe) return setInside(entry.connector?.id);
    rememberStep(entry.id);
    addNode(editor, entry.recipe, spot);
    focusRegion('canvas');
  };
  const onKey = (event: KeyboardEvent): void => {
    const by = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (by !== undefined) setAt((at + by + rows.length) % Math.max(1, rows.length));
    else if (event.key === 'Enter') choose(rows[at]);
    else if (event.key === 'Escape') close();
    else if (event.key === 'Backspace' && words === '' && inside) setInside(undefined);
    else return;
    event.preventDefault();
    event.stopPropagation();
  };
  return (
    <section
      aria-label="Add a step"
      onKeyDown={onKey}
      // Out of the way of what lies below, but only once the browser has its picture of the row.
      onDragStart={() => setTimeout(() => setDragging(true))}
      onDragEnd={() => setDragging(false)}
      className={cx(
        'absolute inset-y-3 left-3 z-10 flex w-80 animate-rise flex-col rounded-xl border border-line bg-panel shadow-pop',
        dragging && 'pointer-events-none opacity-0',
      )}
    >
      <PaletteHead inside={inside} onBack={() => setInside(undefined)} onClose={close}>
        <PaletteSearch
          words={words}
          active={rows[at] ? `palette-${at}` : undefined}
          onChange={(next) => {
            setWords(next);
            setAt(0);
          }}
        />
      </PaletteHead>
      <PaletteList {...{ rows, hidden, at }} onPoint={setAt} onChoose={choose} />
      <p className="border-t border-line px-3 py-1.5 text-sm text-ink-3">
        {whereTo(spot, useAtomValue(graphAtom))}
      </p>
    </section>
  );
}

interface PaletteSearchProps {
  words: string;
  /** Id of the row the keyboard is on. */
  active?: string;
  onChange: (words: string) => void;
}

function PaletteSearch({ words, active, onChange }: PaletteSearchProps) {
  const input = useRef<HTMLInputElement>(null);
  useEffect(() => input.current?.focus(), []);
  return (
    <Input
      ref={input}
      role="combobox"
      aria-expanded
      aria-controls="palette-list"
      aria-activedescendant={active}
      aria-label="Search steps and actions"
      placeholder="Search steps and actions…"
      icon={<Search />}
      value={words}
      onChange={(event) => onChange(event.target.value)}
    />
  );
}

function useRows({ words, inside, spot }: { words: string; inside?: string; spot: Spot }): {
  rows: PaletteEntry[];
  hidden: number;
} {
  const connectors = useAtomValue(connectorsAtom);
  const graph = useAtomValue(graphAtom);
  const all = useMemo(() => [...(connectors?.values() ?? [])], [connectors]);
  const after = graph.nodes[spot.after ?? graph.edges[spot.edge ?? '']?.from ?? ''];
  const recent = useMemo(() => recentSteps(), []);
  return useMemo(() => {
    const found = findEntries(all, { words, inside, recent, after });
    const rows = found.slice(0, MOST_ROWS);
    return { rows, hidden: found.length - rows.length };
  }, [all, words, inside, recent, after]);
}

interface PaletteHeadProps {
  inside?: string;
  onBack: () => void;
  onClose: () => void;
  children: React.ReactNode;
}

function PaletteHead({ inside, onBack, onClose, children }: PaletteHeadProps) {
  const name = useAtomValue(connectorsAtom)?.get(inside ?? '')?.name;
  return (
    <header className="flex flex-col gap-2 border-b border-line p-2">
      <div className="flex items-center gap-1">
        {inside && (
          <IconButton label="All steps" size="sm" onClick={onBack}>
            <ArrowLeft />
          </IconButton>
        )}
        <h2 className="min-w-0 flex-1 truncate pl-1 font-semibold">{name ?? 'Add a step'}</h2>
        <IconButton label="Close palette" shortcut="Escape" size="sm" onClick={onClose}>
          <X />
        </IconButton>
      </div>
      {children}
    </header>
  );
}

function whereTo(spot: Spot, graph: { nodes: Record<string, { title: string }> }): string {
  if (spot.edge) return 'Goes into the wire.';
  const title = graph.nodes[spot.after ?? '']?.title;
  return title ? `Goes behind “${title.slice(0, 60)}”.` : 'Enter adds, or drag it onto the canvas.';
}
