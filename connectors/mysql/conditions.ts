import { conditionsOf, type Row } from '#sdk';

import type { ColumnTypes } from './column-types.ts';
import { quoteName } from './identifiers.ts';
import { writeValue } from './value-types.ts';

/** A condition in SQL with its parameters. */
export interface Condition {
  sql: string;
  values: unknown[];
}

/** Which rows of a table; throws when it would be all and nobody said so. */
export function conditionFor(
  input: { where: Row; allRows: boolean },
  types: ColumnTypes,
): Condition {
  const values: unknown[] = [];
  const parts = conditionsOf(input).map(([column, value]) => {
    const name = quoteName(column);
    if (value === null) return `${name} is null`;
    const list: unknown[] = Array.isArray(value) ? value : [value];
    if (list.length === 0) return 'false';
    values.push(...list.map((one) => writeValue(one, types.get(column) ?? '')));
    return `${name} in (${list.map(() => '?').join(', ')})`;
  });
  return { sql: parts.join(' and ') || 'true', values };
}
