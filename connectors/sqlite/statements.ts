import { conditionsOf, type Row } from '#sdk';

import { quoteName } from './fields.ts';

/** One statement, carried out once for each list of values. */
export interface Statement {
  sql: string;
  runs: unknown[][];
  /** Rows at most; further ones are not read. */
  maxRows?: number;
}

/** What follows the rows of an insert. */
export interface InsertEnd {
  onConflict: (columns: string[]) => string;
  returning: boolean;
}

/** Inserts rows, with a statement for each set of columns: what a row does not name gets its default. */
export function insertRows(table: string, rows: Row[], end: InsertEnd): Statement[] {
  const groups = Map.groupBy(rows, (row) => JSON.stringify(Object.keys(row).toSorted()));
  return [...groups].map(([names, group]) => {
    const columns = JSON.parse(names) as string[];
    const listed = columns.map(quoteName).join(', ');
    const marks = columns.map(() => '?').join(', ');
    const what = columns.length === 0 ? 'default values' : `(${listed}) values (${marks})`;
    const clause = `${end.onConflict(columns)}${end.returning ? ' returning *' : ''}`;
    return {
      sql: `insert into ${quoteName(table)} ${what}${clause}`,
      runs: group.map((row) => columns.map((column) => row[column] as unknown)),
    };
  });
}

/** Which rows of the alias `target`; throws when it would be all and nobody said so. */
export function conditionFor(input: { where: Row; allRows: boolean }): {
  sql: string;
  values: unknown[];
} {
  const values: unknown[] = [];
  const parts = conditionsOf(input).map(([column, value]) => {
    const name = `target.${quoteName(column)}`;
    if (value === null) return `${name} is null`;
    const list: unknown[] = Array.isArray(value) ? value : [value];
    values.push(...list);
    return `${name} in (${list.map(() => '?').join(', ')})`;
  });
  return { sql: parts.join(' and ') || 'true', values };
}
