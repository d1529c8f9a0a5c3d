/** Google Sheets, by version 4 of its API; Drive tells which spreadsheets there are. */
import { defineConnector, googleSignIn, readIcon } from '#sdk';

import { deleteRow } from './delete-row.ts';
import { columns, sheets, spreadsheets } from './live-options.ts';
import { facts } from './network.ts';
import { appendRows, clearRange, readRange, updateRange } from './ranges.ts';
import { appendRow, findRows, updateRow } from './rows.ts';
import { addSheet, createSpreadsheet, getSpreadsheet } from './spreadsheets.ts';
import { rowAdded } from './triggers.ts';

export const googleSheets = defineConnector({
  id: 'google-sheets',
  version: '1.0.0',
  name: 'Google Sheets',
  description: 'Read and write rows and cells of spreadsheets in Google Drive.',
  kind: 'service',
  categories: ['Documents and spreadsheets'],
  useCases: [
    'Add a row for every form that is filled in or order that is paid.',
    'Look up a customer or a price that a team keeps in a sheet.',
    'Start a flow for each new row.',
  ],
  icon: { svg: readIcon(import.meta.dirname), color: '#188038' },
  docsUrl: 'https://developers.google.com/workspace/sheets/api/reference/rest',
  releases: [{ version: '1.0.0', date: '2026-11-24', breaking: false, notes: 'First release.' }],
  ...facts,
  auth: [
    googleSignIn(
      [
        {
          name: 'https://www.googleapis.com/auth/spreadsheets',
          title: 'Read and write spreadsheets',
          default: true,
        },
        {
          name: 'https://www.googleapis.com/auth/drive.metadata.readonly',
          title: 'See the names of files, to choose a spreadsheet',
          default: true,
        },
      ],
      'Google Sheets and Google Drive',
    ),
  ],
  test: {
    http: {
      method: 'GET',
      path: 'https://www.googleapis.com/drive/v3/about',
      query: { fields: 'user(displayName,emailAddress)' },
    },
    identity: 'user.emailAddress',
  },
  actions: {
    findRows,
    appendRow,
    updateRow,
    deleteRow,
    readRange,
    updateRange,
    appendRows,
    clearRange,
    getSpreadsheet,
    createSpreadsheet,
    addSheet,
  },
  triggers: { rowAdded },
  options: { spreadsheets, sheets, columns },
});
