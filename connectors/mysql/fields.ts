import { z } from 'zod';

/** A row as JSON: column to value. */
export const row = z.record(z.string(), z.any());
export type Row = z.output<typeof row>;

/** The table, chosen from the live database. */
export const table = z.string().min(1).meta({
  title: 'Table',
  'x-options': 'tables',
  'x-placeholder': 'customers',
  'x-order': 1,
});

/** One row, or many. */
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

/** What an insert gives. */
export const inserted = z.object({
  count: z.number().int().meta({ title: 'Rows given' }),
  insertId: z
    .union([z.number(), z.string()])
    .optional()
    .meta({ title: 'First new id', description: 'Where the table counts its ids up by itself.' }),
});

/** What an update or a delete gives. */
export const changed = z.object({
  count: z.number().int().meta({ title: 'Rows that met the conditions' }),
});
