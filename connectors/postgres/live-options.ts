import type { JsonObject } from '@patchbay/shared/base';

import { type ActionContext, type Option, type OptionSource, parseWith } from '#sdk';

import { postgresConfig } from './config.ts';
import { quoteTable, tableText } from './identifiers.ts';
import type { PostgresContext } from './pools.ts';
import { withClient } from './with-client.ts';

const TABLES = `
  select n.nspname as schema, c.relname as name, obj_description(c.oid) as comment
  from pg_class c join pg_namespace n on n.oid = c.relnamespace
  where c.relkind in ('r', 'p', 'v', 'm', 'f') and not c.relispartition
    and n.nspname !~ '^pg_' and n.nspname <> 'information_schema'
    and has_schema_privilege(n.oid, 'usage')
    and has_table_privilege(c.oid, 'select, insert, update, delete')
  order by n.nspname = 'public' desc, n.nspname, c.relname
  limit 2000`;

const COLUMNS = `
  select attname as name, format_type(atttypid, atttypmod) as type, attnotnull as required
  from pg_attribute
  where attrelid = $1::regclass and attnum > 0 and not attisdropped
  order by attnum`;

/** The tables and views that the user of the connection may work with. */
export const tables: OptionSource = async (ctx) => {
  const found = await select<{ schema: string; name: string; comment: string | null }>(ctx, TABLES);
  return found.map(({ schema, name, comment }) => {
    const text = tableText(schema, name);
    return { value: text, label: text, ...(comment && { description: comment }) };
  });
};

/** The columns of the table chosen in `input.table`. */
export const columns: OptionSource = async (ctx) => {
  const { table } = ctx.input;
  if (typeof table !== 'string' || table === '') return [];
  const found = await select<{ name: string; type: string }>(ctx, COLUMNS, [quoteTable(table)]);
  return found.map(({ name, type }): Option => ({ value: name, label: name, description: type }));
};

/** The context with its settings checked. */
export function postgresContext(ctx: ActionContext): PostgresContext {
  return { ...ctx, config: parseWith(postgresConfig, ctx.config) };
}

async function select<Found extends object>(
  ctx: ActionContext<JsonObject>,
  sql: string,
  values: string[] = [],
): Promise<Found[]> {
  return withClient(postgresContext(ctx), async (client) => {
    return (await client.query<Found & Record<string, unknown>>(sql, values)).rows;
  });
}
