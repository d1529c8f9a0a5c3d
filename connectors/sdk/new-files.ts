import { createHash } from 'node:crypto';

import { invalidInput } from './errors.ts';

/** Most files of a folder that is watched: the cursor remembers them all. */
const MOST_FILES = 5000;

/** A file as one look at a folder shows it. */
export interface SeenFile {
  path: string;
  /** Changes with its content: size and time, or a checksum. */
  stamp: string;
}

/** How a folder is watched. */
export interface Watching {
  /** A file that changes is new again. */
  changes?: boolean;
  /** Files appear before they are complete, so one is given only when two looks show it the same. */
  settle?: boolean;
}

interface Memory {
  seen: string[];
  waiting: string[];
}

/**
 * Which files of a folder are new since the look that gave `cursor`; each is given once. Neither
 * clocks nor the times of files count: a file that was moved in with an old date is new too. The
 * first look, without a cursor, takes all for seen.
 */
export function newFiles<File extends SeenFile>(
  found: File[],
  cursor: string | undefined,
  { changes = false, settle = false }: Watching = {},
): { items: File[]; cursor: string } {
  if (found.length > MOST_FILES) throw tooMany(found.length);
  const before = cursor === undefined ? undefined : (JSON.parse(cursor) as Memory);
  const [seen, waiting] = [new Set(before?.seen), new Set(before?.waiting)];
  const next: Memory = { seen: [], waiting: [] };
  const items: File[] = [];
  for (const file of found) {
    const state = markOf(`${file.path}\n${file.stamp}`);
    const id = changes ? state : markOf(file.path);
    const isNew = before !== undefined && !seen.has(id);
    if (isNew && settle && !waiting.has(state)) {
      next.waiting.push(state);
      continue;
    }
    next.seen.push(id);
    if (isNew) items.push(file);
  }
  return { items, cursor: JSON.stringify(next) };
}

function markOf(text: string): string {
  return createHash('sha256').update(text).digest('base64').slice(0, 12);
}

function tooMany(count: number): Error {
  return invalidInput(`The folder holds ${count} files; up to ${MOST_FILES} can be watched.`, {
    hint: 'Watch a folder that is emptied: move each file away once it is processed.',
  });
}
