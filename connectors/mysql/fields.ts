import { z } from 'zod';

import { rowFields, tableField } from '#sdk';

export const { row, rows, where, allRows, onConflict, set } = rowFields;

/** The table, chosen from the live database. */
export const table = tableField('customers');

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
