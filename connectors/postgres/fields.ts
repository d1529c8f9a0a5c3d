import { z } from 'zod';

/** A row as JSON: column to value. */
export const row = z.record(z.string(), z.any());
export type Row = z.output<typeof row>;

/** The table, chosen from the live database. */
export const table = z.string().min(1).meta({
  title: 'Table',
  'x-options': 'tables',
  'x-placeholder': 'public.customers',
  'x-order': 1,
});

/** One row, or many in one statement. */
export const rows = z.union([row, z.array(row)]).meta({
  title: 'Rows',
  description:
    'One object, or a list of them; the names are columns. All of them are written, or none.',
  'x-keyOptions': 'columns',
  'x-dependsOn': ['table'],
  'x-order': 2,
});

/** Which rows; all conditions must hold. */
export const where = row.default({}).meta({
  title: 'Where',
  description: 'Column and value. A list means any of these, null means empty.',
  'x-keyOptions': 'columns',
  'x-dependsOn': ['table'],
  'x-order': 3,
});

/** The seat belt of update and delete. */
export const allRows = z.boolean().default(false).meta({
  title: 'All rows',
  description: 'Without a condition nothing is changed, unless this is on.',
  'x-advanced': true,
  'x-order': 4,
});

/** Whether the written rows come back. */
export const returning = z.boolean().default(true).meta({
  title: 'Give the rows back',
  description: 'With the values that the database filled in. Off saves time with many rows.',
  'x-advanced': true,
  'x-order': 5,
});

/** What every writing action gives. */
export const written = z.object({
  count: z.number().int().meta({ title: 'Rows written' }),
  rows: z.array(row).meta({ title: 'Rows' }),
});
