import { invalidInput } from '#sdk';

import type { Row } from './fields.ts';
import { quoteName, quoteTable } from './identifiers.ts';

/** A condition in SQL with its parameters; `$n` starts at `first`. */
export interface Condition {
  sql: string;
  values: string[];
}

/** Which rows of a table, by the alias `target`; throws when it would be all and nobody said so. */
export function conditionFor(
  table: string,
  { where, allRows }: { where: Row; allRows: boolean },
  first: number,
): Condition {
  const columns = Object.keys(where);
  if (columns.length === 0 && !allRows) {
    throw invalidInput('There is no condition, so all rows would be changed.', {
      field: 'where',
      hint: 'Add a condition, or turn on "All rows" if that is what you want.',
    });
  }
  const values: string[] = [];
  const parts = columns.map((column) => {
    const value: unknown = where[column];
    const name = `target.${quoteName(column)}`;
    if (value === null) return `${name} is null`;
    const list: unknown[] = Array.isArray(value) ? value : [value];
    values.push(JSON.stringify(list.map((one) => ({ [column]: one }))));
    const parameter = `$${first + values.length - 1}::jsonb`;
    const source = `jsonb_populate_recordset(null::${quoteTable(table)}, ${parameter})`;
    const choice = `(select ${quoteName(column)} from ${source})`;
    // With one value `=` lets the planner use an index with the estimate of a single row.
    return Array.isArray(value) ? `${name} in ${choice}` : `${name} = ${choice}`;
  });
  return { sql: parts.join(' and ') || 'true', values };
}
