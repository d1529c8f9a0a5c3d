import { rowFields, tableField } from '#sdk';

export const { row, rows, where, allRows, onConflict, set, keys, returning } = rowFields;

/** The table, chosen from the live database. */
export const table = tableField('public.customers');
