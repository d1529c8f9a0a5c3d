/** Excel workbooks in OneDrive and SharePoint, over Microsoft Graph 1.0. */
import { z } from 'zod';

import { defineConnector, microsoftSignIn, microsoftTenant, readIcon } from '#sdk';

import { columns, drives, tables, workbooks, worksheets } from './live-options.ts';
import { facts } from './network.ts';
import { clearRange, readRange, readWorksheet, updateRange } from './ranges.ts';
import { addRow, deleteRow, findRows, updateRow } from './rows.ts';
import { rowAdded } from './triggers.ts';
import { addTable, addWorksheet } from './workbooks.ts';

export const microsoftExcel = defineConnector({
  id: 'microsoft-excel',
  version: '1.0.0',
  name: 'Microsoft Excel',
  description: 'Read and write tables and cells of workbooks in OneDrive and SharePoint.',
  kind: 'service',
  categories: ['Documents and spreadsheets'],
  useCases: [
    'Add a row to a table for every order.',
    'Look up prices or stock that a team keeps in a workbook.',
    'Start a flow for each new row.',
  ],
  icon: { svg: readIcon(import.meta.dirname), color: '#107c41' },
  docsUrl: 'https://learn.microsoft.com/en-us/graph/api/resources/excel',
  releases: [{ version: '1.0.0', date: '2026-11-24', breaking: false, notes: 'First release.' }],
  ...facts,
  config: z.strictObject({ tenant: microsoftTenant }),
  auth: [
    microsoftSignIn([
      { name: 'Files.ReadWrite.All', title: 'Read and change files', default: true },
    ]),
  ],
  test: {
    http: { method: 'GET', path: '/me', query: { $select: 'displayName,userPrincipalName' } },
    identity: 'userPrincipalName',
  },
  actions: {
    findRows,
    addRow,
    updateRow,
    deleteRow,
    readRange,
    readWorksheet,
    updateRange,
    clearRange,
    addWorksheet,
    addTable,
  },
  triggers: { rowAdded },
  options: { drives, workbooks, worksheets, tables, columns },
});
