import type { OptionSourceManifest } from '@patchbay/shared/catalog';

export const templates: OptionSourceManifest = {
  http: {
    method: 'GET',
    path: '/v3/templates',
    query: { generations: 'dynamic', page_size: '200' },
  },
  items: 'result',
};

export const lists: OptionSourceManifest = {
  http: { method: 'GET', path: '/v3/marketing/lists', query: { page_size: '1000' } },
  items: 'result',
};

export const senders: OptionSourceManifest = {
  http: { method: 'GET', path: '/v3/verified_senders' },
  items: 'results',
  value: 'from_email',
  label: '{from_name} ({from_email})',
};
