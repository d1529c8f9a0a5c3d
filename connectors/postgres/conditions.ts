import { conditionsOf, type Row } from '#sdk';

import { quoteName, quoteTable } from './identifiers.ts';

/** A condition in SQL with its parameters; `$n` starts at `first`. */
export interface Condition {
  sql: string;
  values: string[];
}

/** Which rows of a table, by the alias `target`; throws when it would be all and nobody said so. */
export function conditionFor(
  table: string,
  input: { where: Row; allRows: boolean },
  first: number,
): Condition {
  const values: string[] = [];
  const parts = conditionsOf(input).map(([column, value]) => {
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
