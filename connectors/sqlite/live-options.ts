import { type ActionContext, newRowTrigger, type OptionSource, parseWith, type Row } from '#sdk';

import { sqliteConfig } from './config.ts';
import { quoteName, table } from './fields.ts';
import { runStatements } from './run-statements.ts';

const TABLES = `select name, type from sqlite_schema
  where type in ('table', 'view') and name not like 'sqlite\\_%' escape '\\' order by name limit 2000`;

/** The tables and views of the file. */
export const tables: OptionSource = async (ctx) => {
  const found = (await read(ctx, TABLES)) as { name: string; type: string }[];
  return found.map(({ name, type }) => ({ value: name, label: name, description: type }));
};

/** The columns of the table chosen in `input.table`. */
export const columns: OptionSource = async (ctx) => {
  const { table: chosen } = ctx.input;
  if (typeof chosen !== 'string' || chosen === '') return [];
  const found = (await read(ctx, 'select name, type from pragma_table_info(?)', [chosen])) as {
    name: string;
    type: string;
  }[];
  return found.map(({ name, type }) => ({
    value: name,
    label: name,
    ...(type && { description: type.toLowerCase() }),
  }));
};

/** New rows, by a column that only grows. */
export const newRow = newRowTrigger({
  table,
  description: 'Starts a run for each row that is added or changed, by a column that grows.',
  quoteName,
  quoteTable: quoteName,
  textType: 'text',
  parameter: '?',
  read,
});

/** Runs a statement that reads, whatever the connection may do. */
export async function read(ctx: ActionContext, sql: string, values: string[] = []): Promise<Row[]> {
  const config = { ...parseWith(sqliteConfig, ctx.config), access: 'read' as const };
  const [result] = await runStatements({ ...ctx, config }, [{ sql, runs: [values] }]);
  return result?.rows ?? [];
}
