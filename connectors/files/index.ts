/**
 * Files: tables and documents as JSON, and back. Nothing leaves the machine, and no file can grow
 * beyond a bound while it is read.
 */
import { defineConnector, noAuth, readIcon } from '#sdk';

import { readCsv, writeCsv } from './csv.ts';
import { readExcel, writeExcel } from './excel.ts';
import { readJson, writeJson } from './json.ts';
import { readXml, writeXml } from './xml.ts';

export const files = defineConnector({
  id: 'files',
  version: '1.0.0',
  kind: 'file',
  name: 'Files',
  description: 'Read and write CSV, Excel, XML and JSON files.',
  categories: ['Documents and spreadsheets', 'Core'],
  useCases: [
    'Read the rows of a spreadsheet that came by mail or lies on a server.',
    'Make a CSV or Excel file of records and send it.',
    'Take the fields of an XML document apart, or write one for a partner.',
  ],
  icon: { svg: readIcon(import.meta.dirname), color: '#0f766e' },
  releases: [{ version: '1.0.0', date: '2026-11-24', breaking: false, notes: 'First release.' }],
  network: { allowedHosts: [] },
  auth: [noAuth()],
  connectionOptional: true,
  actions: { readCsv, writeCsv, readExcel, writeExcel, readXml, writeXml, readJson, writeJson },
});
