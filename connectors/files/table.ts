import { z } from 'zod';

import { invalidInput, textOf } from '#sdk';

const MOST_ROWS = 100_000;

/** A row: by column name, or a list of cells where there is no heading. */
const rowOutput = z.union([z.record(z.string(), z.any()), z.array(z.any())]);

/** What reading a table gives. */
export const tableOutput = {
  columns: z.array(z.string()).meta({ title: 'Columns' }),
  rows: z.array(rowOutput).meta({ title: 'Rows' }),
  count: z.number().int().meta({ title: 'Rows given' }),
  truncated: z.boolean().meta({ title: 'There were more rows' }),
};

/** Fields of every action that reads a table. */
export const readFields = {
  header: z.boolean().default(true).meta({
    title: 'The first row holds the names of the columns',
    description: 'Off: each row is a list of cells.',
    'x-order': 11,
  }),
  maxRows: z.number().int().min(1).max(MOST_ROWS).default(10_000).meta({
    title: 'Rows at most',
    'x-advanced': true,
    'x-order': 40,
  }),
};

/** Fields of every action that writes a table. */
export const writeFields = {
  rows: z
    .array(z.union([z.record(z.string(), z.any()), z.array(z.any())]))
    .max(MOST_ROWS)
    .meta({ title: 'Rows', description: 'Objects, or lists of cells.', 'x-order': 1 }),
  columns: z.array(z.string()).optional().meta({
    title: 'Columns',
    description: 'Which, and in what order. Default: every field that a row has.',
    'x-order': 2,
  }),
};

type Row = z.output<typeof rowOutput>;

/** Names for the columns: an empty heading gets its place, a repeated one a number. */
export function columnNames(heading: unknown[]): string[] {
  const taken = new Set<string>();
  return heading.map((cell, place) => {
    const name = textOf(cell ?? '').trim() || `column${place + 1}`;
    let free = name;
    for (let n = 2; taken.has(free); n++) free = `${name}_${n}`;
    taken.add(free);
    return free;
  });
}

/** The columns of rows to write: those asked for, else every field in order of appearance. */
export function columnsOf(rows: Row[], asked: string[] | undefined): string[] {
  if (asked && asked.length > 0) return asked;
  return [...new Set(rows.flatMap((row) => (Array.isArray(row) ? [] : Object.keys(row))))];
}

/** The rows as lists of cells, with a heading when the rows have names; throws when they are mixed. */
export function cellsOf(rows: Row[], asked: string[] | undefined, header = true): unknown[][] {
  const lists = rows.filter((row) => Array.isArray(row));
  if (lists.length > 0 && lists.length < rows.length) {
    throw invalidInput('Some rows are objects and some are lists.', {
      hint: 'Give all rows in the same way.',
      field: 'rows',
    });
  }
  const columns = columnsOf(rows, asked);
  const heading = header && columns.length > 0 ? [columns] : [];
  if (lists.length > 0) return [...heading, ...lists];
  const named = rows as Record<string, unknown>[];
  return [...heading, ...named.map((row) => columns.map((name) => row[name]))];
}

/** The rows read, as objects when there is a heading. */
export function tableOf(
  cells: unknown[][],
  { header, maxRows }: { header: boolean; maxRows: number },
): { columns: string[]; rows: Row[]; count: number; truncated: boolean } {
  const columns = header ? columnNames(cells[0] ?? []) : [];
  const body = header ? cells.slice(1) : cells;
  const given = body.slice(0, maxRows);
  const rows = header ? given.map((row) => namedRow(columns, row)) : given;
  return { columns, rows, count: rows.length, truncated: body.length > maxRows };
}

function namedRow(columns: string[], cells: unknown[]): Record<string, unknown> {
  return Object.fromEntries(columns.map((name, place) => [name, cells[place] ?? null]));
}
