import type { OptionSourceManifest } from '@patchbay/shared/catalog';

import { VERSION } from './fields.ts';

function choices(entity: string, label: string): OptionSourceManifest {
  const query = `SELECT Id, ${label} FROM ${entity} WHERE Active = true ORDERBY ${label} MAXRESULTS 1000`;
  return {
    http: { method: 'GET', path: '/query', query: { query, ...VERSION } },
    items: `QueryResponse.${entity}`,
    value: 'Id',
    label,
  };
}

export const customers = choices('Customer', 'DisplayName');
export const vendors = choices('Vendor', 'DisplayName');
export const items = choices('Item', 'Name');
export const accounts = choices('Account', 'Name');
