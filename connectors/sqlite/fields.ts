import { z } from 'zod';

import { invalidInput, rowFields, tableField } from '#sdk';

export const { row, rows, where, allRows } = rowFields;

/** The table, chosen from the live database. */
export const table = tableField('customers');

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

/** A name as it stands in SQL: quoted, so that it is never anything but a name. */
export function quoteName(name: string): string {
  if (name === '' || name.includes('\0'))
    throw invalidInput('A name of a table or column is empty.');
  return `"${name.replaceAll('"', '""')}"`;
}
