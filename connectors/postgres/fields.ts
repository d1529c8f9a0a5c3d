import { z } from 'zod';

import { rowFields, tableField } from '#sdk';

export const { row, rows, where, allRows } = rowFields;

/** The table, chosen from the live database. */
export const table = tableField('public.customers');

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
