import type { OptionSourceManifest } from '@patchbay/shared/catalog';

import type { OptionSource } from '#sdk';

import { BOOK } from './fields.ts';
import { facts } from './network.ts';
import { readColumns } from './table.ts';

export const drives: OptionSourceManifest = {
  http: { method: 'GET', path: '/me/drives', query: { $select: 'id,name,driveType' } },
  items: 'value',
  label: '{name} ({driveType})',
};

export const workbooks: OptionSourceManifest = {
  http: {
    method: 'GET',
    path: "/drives/{driveId}/root/search(q='.xlsx')",
    query: { $select: 'id,name', $top: '200' },
  },
  items: 'value',
};

export const worksheets: OptionSourceManifest = {
  http: { method: 'GET', path: `${BOOK}/worksheets`, query: { $select: 'id,name' } },
  items: 'value',
  value: 'name',
};

export const tables: OptionSourceManifest = {
  http: { method: 'GET', path: `${BOOK}/tables`, query: { $select: 'id,name' } },
  items: 'value',
  value: 'name',
};

export const columns: OptionSource = async (ctx) => {
  const { driveId, itemId, table } = ctx.input;
  if (typeof driveId !== 'string' || typeof itemId !== 'string' || typeof table !== 'string')
    return [];
  const names = await readColumns({ driveId, itemId, table }, { ctx, facts });
  return names.map((name) => ({ value: name, label: name }));
};
