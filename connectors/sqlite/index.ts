/**
 * The SQLite connector: files in one folder of the operator. Values always travel as parameters, names
 * are always quoted, and every call runs in a process that can be killed.
 */
import { defineConnector, noAuth, readIcon, textOf } from '#sdk';

import { sqliteConfig } from './config.ts';
import { errorRules } from './error-rules.ts';
import { columns, newRow, read, tables } from './live-options.ts';
import { query } from './query.ts';
import { deleteRows, insert, update, upsert } from './write-rows.ts';

const IDENTITY = `select count(*) || ' tables, SQLite ' || sqlite_version() as identity
  from sqlite_schema where type = 'table'`;

export const sqlite = defineConnector({
  id: 'sqlite',
  version: '1.0.0',
  name: 'SQLite',
  description: 'Read and write the tables of a SQLite file.',
  kind: 'protocol',
  categories: ['Databases'],
  useCases: [
    'Read what a desktop program or a device has collected.',
    'Keep a small table beside the flows without a server.',
    'Answer a webhook with rows that a query finds.',
  ],
  icon: { svg: readIcon(import.meta.dirname), color: '#0f4c75' },
  docsUrl: 'https://www.sqlite.org/lang.html',
  releases: [{ version: '1.0.0', date: '2026-11-24', breaking: false, notes: 'First release.' }],
  network: { allowedHosts: [] },
  config: sqliteConfig,
  auth: [noAuth()],
  actions: { query, insert, upsert, update, delete: deleteRows },
  triggers: { newRow },
  options: { tables, columns },
  errors: errorRules,
  test: async (ctx) => {
    const [found] = await read(ctx, IDENTITY);
    return { identity: `${textOf(ctx.config.file ?? '')}: ${textOf(found?.identity ?? '')}` };
  },
});
