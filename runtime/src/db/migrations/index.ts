import { First as PostgresFirst } from './postgres/0001-first.ts';
import { First as SqliteFirst } from './sqlite/0001-first.ts';

/** In the order they are applied. The two databases differ in their SQL, never in their tables. */
export const migrations = {
  sqlite: [{ name: '0001-first', class: SqliteFirst }],
  postgres: [{ name: '0001-first', class: PostgresFirst }],
};
