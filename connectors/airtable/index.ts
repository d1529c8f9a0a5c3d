/** Airtable by its Web API. */
import { defineConnector, readIcon } from '#sdk';

import { airtableAuth } from './auth.ts';
import { errorRules } from './error-rules.ts';
import { options } from './options.ts';
import { getRecord, listRecords, listTables } from './read-records.ts';
import { triggers } from './triggers.ts';
import {
  addComment,
  createRecord,
  createRecords,
  deleteRecord,
  updateRecord,
  upsertRecord,
} from './write-records.ts';

export const airtable = defineConnector({
  id: 'airtable',
  version: '1.0.0',
  kind: 'service',
  name: 'Airtable',
  description: 'Records, tables and comments of Airtable bases.',
  categories: ['Documents and spreadsheets', 'Databases'],
  useCases: [
    'Collect orders, applications and answers of forms in a table.',
    'Keep a table and a database or CRM the same.',
    'Start work when a record is added or its status changes.',
    'Send what a view shows as a report.',
  ],
  icon: { svg: readIcon(import.meta.dirname), color: '#18bfff' },
  docsUrl: 'https://airtable.com/developers/web/api/introduction',
  releases: [{ version: '1.0.0', date: '2026-11-24', breaking: false, notes: 'First release.' }],
  network: {
    baseUrl: 'https://api.airtable.com',
    allowedHosts: ['api.airtable.com'],
    limits: [{ requests: 5, perS: 1 }],
    answers: { code: ['error.type', 'error'], message: ['error.message', 'error.type'] },
  },
  auth: airtableAuth,
  test: { http: { method: 'GET', path: '/v0/meta/whoami' }, identity: 'id' },
  actions: {
    createRecord,
    createRecords,
    updateRecord,
    upsertRecord,
    deleteRecord,
    addComment,
    getRecord,
    listRecords,
    listTables,
  },
  triggers,
  options,
  errors: errorRules,
});
