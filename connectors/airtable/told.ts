import { z } from 'zod';

import { defineWebhookTrigger } from '#sdk';

import { record, SAMPLE_RECORD, table, tableById } from './fields.ts';

const HOOKS = '/v0/bases/{baseId}/webhooks';

/** Airtable's message says only that there is news; a registration ends after seven days. */
export const told = defineWebhookTrigger({
  title: 'When a record is new, at once',
  description: 'Airtable tells when something changes in a table, and the new records are read.',
  tags: ['webhook', 'row', 'created', 'form'],
  scopes: ['webhook:manage', 'data.records:read'],
  input: z.strictObject({ ...table, tableId: tableById }),
  payload: record,
  sample: SAMPLE_RECORD,
  look: 'newRecord',
  verify: { from: 'x-airtable-content-mac', prefix: 'hmac-sha256=', key: 'base64' },
  secret: { from: 'answer', path: 'macSecretBase64' },
  subscribe: {
    method: 'POST',
    path: HOOKS,
    params: { tableId: { in: 'body', at: 'specification.options.filters.recordChangeScope' } },
    body: {
      fixed: {
        notificationUrl: '{webhook.url}',
        specification: { options: { filters: { dataTypes: ['tableData'] } } },
      },
    },
  },
  subscriptionId: 'id',
  renew: { method: 'POST', path: `${HOOKS}/{webhook.id}/refresh` },
  renewEveryS: 3 * 24 * 3600,
  unsubscribe: { method: 'DELETE', path: `${HOOKS}/{webhook.id}` },
  find: {
    http: { method: 'GET', path: HOOKS },
    items: 'webhooks',
    url: 'notificationUrl',
    id: 'id',
  },
});
