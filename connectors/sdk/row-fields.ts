import { z } from 'zod';

import { invalidInput } from './errors.ts';

const row = z.record(z.string(), z.any());

/** A row as JSON: column to value. */
export type Row = z.output<typeof row>;

/** The fields that the actions of SQL databases share. */
export const rowFields = {
  row,
  /** One row, or many. */
  rows: z.union([row, z.array(row)]).meta({
    title: 'Rows',
    description:
      'One object, or a list of them; the names are columns. All of them are written, or none.',
    'x-keyOptions': 'columns',
    'x-dependsOn': ['table'],
    'x-order': 2,
  }),
  /** Which rows; all conditions must hold. */
  where: row.default({}).meta({
    title: 'Where',
    description: 'Column and value. A list means any of these, null means empty.',
    'x-keyOptions': 'columns',
    'x-dependsOn': ['table'],
    'x-order': 3,
  }),
  /** The seat belt of update and delete. */
  allRows: z.boolean().default(false).meta({
    title: 'All rows',
    description: 'Without a condition nothing is changed, unless this is on.',
    'x-advanced': true,
    'x-order': 4,
  }),
  /** What an insert does with a row that is there. */
  onConflict: z
    .enum(['error', 'ignore'])
    .default('error')
    .meta({
      title: 'When a row exists already',
      description:
        'A step can run again after a crash. "Ignore" makes that harmless where the table has a unique key that the rows fill in.',
      'x-enumTitles': ['Fail', 'Ignore the new row'],
      'x-order': 3,
    }),
  /** What an update writes. */
  set: row
    .refine((value) => Object.keys(value).length > 0, 'name at least one column')
    .meta({
      title: 'Set',
      description: 'Column and new value.',
      minProperties: 1,
      'x-keyOptions': 'columns',
      'x-dependsOn': ['table'],
      'x-order': 2,
    }),
  /** By what an upsert tells rows apart. */
  keys: z
    .array(z.string().meta({ 'x-options': 'columns', 'x-dependsOn': ['table'] }))
    .min(1)
    .meta({
      title: 'Key columns',
      description: 'Columns that say whether a row exists. They need a unique index together.',
      'x-order': 3,
    }),
  /** Whether the written rows come back. */
  returning: z.boolean().default(true).meta({
    title: 'Give the rows back',
    description: 'With the values that the database filled in. Off saves time with many rows.',
    'x-advanced': true,
    'x-order': 5,
  }),
};

/** What a writing action gives where the database gives the rows back. */
export const writtenRows = z.object({
  count: z.number().int().meta({ title: 'Rows written' }),
  rows: z.array(row).meta({ title: 'Rows' }),
});

/** The table, chosen from the live database. */
export function tableField(placeholder: string): z.ZodString {
  return z.string().min(1).meta({
    title: 'Table',
    'x-options': 'tables',
    'x-placeholder': placeholder,
    'x-order': 1,
  });
}

/** Column and value of each condition; throws when all rows are meant and nobody said so. */
export function conditionsOf({
  where,
  allRows,
}: {
  where: Row;
  allRows: boolean;
}): [string, unknown][] {
  const conditions: [string, unknown][] = Object.entries(where);
  if (conditions.length === 0 && !allRows) {
    throw invalidInput('There is no condition, so all rows would be changed.', {
      field: 'where',
      hint: 'Add a condition, or turn on "All rows" if that is what you want.',
    });
  }
  return conditions;
}
