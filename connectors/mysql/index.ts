/**
 * The MySQL and MariaDB connector. Values always travel as parameters of prepared statements, names
 * are always quoted, and the address is checked before a socket is opened.
 */
import type { RowDataPacket } from 'mysql2';

import { defineConnector, readIcon } from '#sdk';

import { mysqlConfig, userAuth } from './config.ts';
import { deleteRows } from './delete.ts';
import { errorRules } from './error-rules.ts';
import { insert } from './insert.ts';
import { columns, mysqlContext, tables } from './live-options.ts';
import { query } from './query.ts';
import { newRow } from './triggers.ts';
import { update } from './update.ts';
import { upsert } from './upsert.ts';
import { withConnection } from './with-connection.ts';

const IDENTITY = `select concat(current_user(), ' on ', database(), ', ', version()) as identity`;

export const mysql = defineConnector({
  id: 'mysql',
  version: '1.0.0',
  name: 'MySQL and MariaDB',
  description: 'Read and write the tables of a MySQL or MariaDB database.',
  kind: 'protocol',
  categories: ['Databases'],
  useCases: [
    'Copy orders of a web shop into the accounting system as they come in.',
    'Keep a table of customers in step with a CRM.',
    'Answer a webhook with rows that a query finds.',
  ],
  icon: { svg: readIcon(import.meta.dirname), color: '#00618a' },
  docsUrl: 'https://mariadb.com/kb/en/documentation/',
  releases: [{ version: '1.0.0', date: '2026-11-24', breaking: false, notes: 'First release.' }],
  network: { allowedHosts: ['{config.host}'] },
  config: mysqlConfig,
  auth: [userAuth],
  actions: { query, insert, upsert, update, delete: deleteRows },
  triggers: { newRow },
  options: { tables, columns },
  errors: errorRules,
  test: (ctx) =>
    withConnection(mysqlContext(ctx), async (connection) => {
      const [rows] = await connection.query<(RowDataPacket & { identity: string })[]>(IDENTITY);
      return { identity: rows[0]?.identity };
    }),
});
