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
};

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
