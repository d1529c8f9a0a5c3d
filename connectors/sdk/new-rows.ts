import { z } from 'zod';

// So many of the newest rows are looked at again: a row whose transaction ends late can have a lower
// number than rows that were seen before it.
const OVERLAP = 100;
const BATCH = 500;

/** A row as a look finds it: its place in the order, and what tells it from others there. */
export interface Place {
  value: string;
  key: string;
}

const windowSchema = z.object({
  /** Rows after this are looked at; undefined means all. */
  floor: z.string().optional(),
  /** The rows after it that were seen, oldest first. */
  seen: z.array(z.tuple([z.string(), z.string()])),
});

/** Where a poll of a table by an increasing column is; a text between two looks. */
export type RowWindow = z.output<typeof windowSchema>;

/** Reads the text of a cursor. */
export function readRowWindow(cursor: string): RowWindow {
  return windowSchema.parse(JSON.parse(cursor));
}

/** How many of the newest rows the first look has to read. */
export const FIRST_LOOK = OVERLAP + 1;

/** How many rows a look after `floor` has to read, so that it always finds new ones. */
export function rowsToRead({ seen }: RowWindow): number {
  return seen.length + BATCH;
}

/** Where a poll begins, from the newest rows of the table, newest first. */
export function firstWindow(newest: Place[]): string {
  return trimmed({ seen: newest.toReversed().map(pair) });
}

/** The rows that are new among those found after `floor` (oldest first), and the next cursor. */
export function newRows<Row>(
  window: RowWindow,
  found: (Place & { row: Row })[],
): { items: { key: string; row: Row }[]; cursor: string } {
  const known = new Set(window.seen.map((seen) => JSON.stringify(seen)));
  const fresh = found.filter((one) => !known.has(JSON.stringify(pair(one))));
  const items = fresh.map(({ value, key, row }) => ({ key: `${value}:${key}`, row }));
  return { items, cursor: trimmed({ ...window, seen: found.map(pair) }) };
}

function pair({ value, key }: Place): [string, string] {
  return [value, key];
}

// Rows of one value stay together: the next look asks for what lies after a value.
function trimmed({ floor, seen }: RowWindow): string {
  const border = seen.length > OVERLAP ? seen.at(-OVERLAP - 1)?.[0] : undefined;
  const newest = seen.at(-1)?.[0];
  const below = border === newest ? seen.findLast(([value]) => value !== newest)?.[0] : border;
  if (below === undefined) return JSON.stringify({ floor, seen });
  const first = seen.findLastIndex(([value]) => value === below) + 1;
  return JSON.stringify({ floor: below, seen: seen.slice(first) });
}
