import { invalidInput, rowFields, tableField } from '#sdk';

export const { row, rows, where, allRows, onConflict, set, keys, returning } = rowFields;

/** The table, chosen from the live database. */
export const table = tableField('customers');

/** A name as it stands in SQL: quoted, so that it is never anything but a name. */
export function quoteName(name: string): string {
  if (name === '' || name.includes('\0'))
    throw invalidInput('A name of a table or column is empty.');
  return `"${name.replaceAll('"', '""')}"`;
}
