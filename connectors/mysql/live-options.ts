import type { RowDataPacket } from 'mysql2';

import { type ActionContext, type OptionSource, parseWith } from '#sdk';

import { columnTypes } from './column-types.ts';
import { mysqlConfig } from './config.ts';
import { tableText } from './identifiers.ts';
import type { MysqlContext } from './pools.ts';
import { withConnection } from './with-connection.ts';

const TABLES = `
  select table_name as name, table_comment as comment, table_type as type
  from information_schema.tables where table_schema = database()
  order by table_name limit 2000`;

interface Table extends RowDataPacket {
  name: string;
  comment: string;
  type: string;
}

/** The tables and views of the database that the user of the connection may see. */
export const tables: OptionSource = (ctx) =>
  withConnection(mysqlContext(ctx), async (connection) => {
    const [found] = await connection.query<Table[]>(TABLES);
    return found.map(({ name, comment, type }) => {
      const description = type === 'VIEW' ? 'View' : comment;
      return { value: tableText(name), label: name, ...(description && { description }) };
    });
  });

/** The columns of the table chosen in `input.table`. */
export const columns: OptionSource = async (ctx) => {
  const { table } = ctx.input;
  if (typeof table !== 'string' || table === '') return [];
  return withConnection(mysqlContext(ctx), async (connection) => {
    const types = await columnTypes(connection, table);
    return [...types].map(([name, type]) => ({ value: name, label: name, description: type }));
  });
};

/** The context with its settings checked. */
export function mysqlContext(ctx: ActionContext): MysqlContext {
  return { ...ctx, config: parseWith(mysqlConfig, ctx.config) };
}
