import type { KeyboardEvent } from 'react';

import type { WaterfallRow } from './waterfall-rows.ts';

interface Lines {
  rows: WaterfallRow[];
  /** The chosen line; -1 without one. */
  at: number;
  choose: (row: WaterfallRow) => void;
  fold: (row: WaterfallRow, isOpen: boolean) => void;
}

/** The keys of a tree: up and down walk, right opens or goes in, left closes or goes out. */
export function actOnKey(event: KeyboardEvent, lines: Lines): void {
  if (event.ctrlKey || event.metaKey || event.altKey) return;
  const act = ACTS[event.key];
  if (!act) return;
  event.preventDefault();
  act(lines);
}

const ACTS: Record<string, (lines: Lines) => void> = {
  ArrowDown: (lines) => goTo(lines, lines.at + 1),
  ArrowUp: (lines) => goTo(lines, lines.at - 1),
  Home: (lines) => goTo(lines, 0),
  End: (lines) => goTo(lines, lines.rows.length - 1),
  ArrowRight: (lines) => {
    const { row, isOpen } = hereOf(lines);
    if (isOpen === false && row) lines.fold(row, true);
    else if (isOpen) goTo(lines, lines.at + 1);
  },
  ArrowLeft: (lines) => {
    const { row, isOpen } = hereOf(lines);
    if (isOpen && row) return lines.fold(row, false);
    const parent = lines.rows.findIndex(({ key }) => key === row?.parent);
    if (parent >= 0) goTo(lines, parent);
  },
  Enter: turn,
  ' ': turn,
};

function turn(lines: Lines): void {
  const { row, isOpen } = hereOf(lines);
  if (row && isOpen !== undefined) lines.fold(row, !isOpen);
}

function hereOf({ rows, at }: Lines): { row?: WaterfallRow; isOpen?: boolean } {
  const row = rows[at];
  return { row, isOpen: row?.isOpen };
}

function goTo({ rows, choose }: Lines, at: number): void {
  const row = rows[Math.min(rows.length - 1, Math.max(0, at))];
  if (row) choose(row);
}
