/**
 * The PostgreSQL connector. Values always travel as parameters, names are always quoted, and the
 * address is checked like that of any HTTP call before a socket is opened.
 */
import { defineConnector, readIcon } from '#sdk';

import { postgresConfig, roleAuth } from './config.ts';
import { deleteRows } from './delete.ts';
import { errorRules } from './error-rules.ts';
import { insert } from './insert.ts';
import { columns, postgresContext, tables } from './live-options.ts';
import { query } from './query.ts';
import { newRow } from './triggers.ts';
import { update } from './update.ts';
import { upsert } from './upsert.ts';
import { withClient } from './with-client.ts';

const IDENTITY = `
  select current_user || ' at ' || current_database() || ', PostgreSQL '
    || current_setting('server_version') as identity`;

export const postgres = defineConnector({
  id: 'postgres',
  version: '1.0.0',
  name: 'PostgreSQL',
  description: 'Read and write the tables of a PostgreSQL database.',
  kind: 'protocol',
  categories: ['Databases'],
  useCases: [
    'Copy new orders into the accounting system.',
    'Keep a table of customers in step with a CRM.',
    'Answer a webhook with rows that a query finds.',
  ],
  icon: { svg: readIcon(import.meta.dirname), color: '#336791' },
  docsUrl: 'https://www.postgresql.org/docs/current/',
  releases: [{ version: '1.0.0', date: '2026-11-23', breaking: false, notes: 'First release.' }],
  network: { allowedHosts: ['{config.host}'] },
  config: postgresConfig,
  auth: [roleAuth],
  actions: { query, insert, upsert, update, delete: deleteRows },
  triggers: { newRow },
  options: { tables, columns },
  errors: errorRules,
  test: (ctx) =>
    withClient(postgresContext(ctx), async (client) => {
      const { rows } = await client.query<{ identity: string }>(IDENTITY);
      return { identity: rows[0]?.identity };
    }),
});
