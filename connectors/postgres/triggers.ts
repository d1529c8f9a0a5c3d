import { newRowTrigger, type Row } from '#sdk';

import { table } from './fields.ts';
import { quoteName, quoteTable } from './identifiers.ts';
import { postgresContext } from './live-options.ts';
import { withClient } from './with-client.ts';

/** New rows, by a column that only grows. */
export const newRow = newRowTrigger({
  table,
  description: 'Starts a run for each row that is added or changed, by a column that grows.',
  quoteName,
  quoteTable,
  textType: 'text',
  parameter: '$1',
  read: (ctx, sql, values) =>
    withClient(postgresContext(ctx), async (client) => (await client.query<Row>(sql, values)).rows),
});
