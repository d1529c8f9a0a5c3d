import type { OptionSourceManifest } from '@patchbay/shared/catalog';

import type { OptionSource } from '#sdk';

import { facts } from './network.ts';
import { readColumns } from './table.ts';

const KIND = 'application/vnd.google-apps.spreadsheet';

export const spreadsheets: OptionSourceManifest = {
  http: {
    method: 'GET',
    path: 'https://www.googleapis.com/drive/v3/files',
    query: {
      q: `mimeType = '${KIND}' and trashed = false`,
      orderBy: 'modifiedTime desc',
      pageSize: '200',
      fields: 'files(id,name)',
      supportsAllDrives: 'true',
      includeItemsFromAllDrives: 'true',
    },
  },
  items: 'files',
};

export const sheets: OptionSourceManifest = {
  http: {
    method: 'GET',
    path: '/v4/spreadsheets/{spreadsheetId}',
    query: { fields: 'sheets.properties(sheetId,title)' },
  },
  items: 'sheets',
  value: 'properties.title',
  label: 'properties.title',
};

/** The names in the first row. */
export const columns: OptionSource = async (ctx) => {
  const { spreadsheetId, sheet } = ctx.input;
  if (typeof spreadsheetId !== 'string' || typeof sheet !== 'string') return [];
  const names = await readColumns({ spreadsheetId, sheet }, { ctx, facts });
  return names.map((name) => ({ value: name, label: name }));
};
