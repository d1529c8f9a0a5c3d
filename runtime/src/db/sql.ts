import { CompiledQuery, type Kysely, type Transaction } from 'kysely';

/** Runs one statement with `?` placeholders and gives its rows. */
export type Query = <T = Record<string, unknown>>(
  sql: string,
  params?: readonly unknown[],
) => Promise<T[]>;

const numbered = new Map<string, string>();

/** `?` to `$1`, `$2`, …: none of our statements holds a `?` in a string. */
function toNumbered(sql: string): string {
  const known = numbered.get(sql);
  if (known !== undefined) return known;
  let n = 0;
  const text = sql.replaceAll('?', () => `$${++n}`);
  numbered.set(sql, text);
  return text;
}

/** A `Query` over a Kysely connection or transaction, past its compiler: the texts are fixed. */
export function queryOf(
  on: Kysely<unknown> | Transaction<unknown>,
  dialect: 'sqlite' | 'postgres',
): Query {
  return async <T>(sql: string, params: readonly unknown[] = []) => {
    const text = dialect === 'postgres' ? toNumbered(sql) : sql;
    const result = await on.executeQuery<T>(CompiledQuery.raw(text, [...params]));
    return result.rows;
  };
}

/** `(?,?),(?,?)` for a list of rows of `width` values. */
export function rowsOf(count: number, width: number): string {
  const row = `(${Array.from({ length: width }, () => '?').join(',')})`;
  return Array.from({ length: count }, () => row).join(',');
}

/** The values of rows in column order, flat. */
export function valuesOf<T extends object>(
  rows: readonly T[],
  columns: readonly (keyof T)[],
): unknown[] {
  return rows.flatMap((row) => columns.map((column) => row[column] ?? null));
}
