import { z } from 'zod';

import { defineWebhookTrigger } from '#sdk';

const EVENTS = {
  'qbo.invoice.created.v1': 'An invoice is created',
  'qbo.invoice.updated.v1': 'An invoice is changed',
  'qbo.invoice.void.v1': 'An invoice is voided',
  'qbo.payment.created.v1': 'A payment is recorded',
  'qbo.customer.created.v1': 'A customer is created',
  'qbo.customer.updated.v1': 'A customer is changed',
  'qbo.bill.created.v1': 'A bill is created',
  'qbo.bill.updated.v1': 'A bill is changed',
  'qbo.estimate.created.v1': 'An estimate is created',
  'qbo.salesreceipt.created.v1': 'A sales receipt is created',
} as const;

const NAMES = Object.keys(EVENTS) as (keyof typeof EVENTS)[];

/** What QuickBooks itself reports: ids, of all companies of the application, as CloudEvents. */
export const recordReported = defineWebhookTrigger({
  title: 'When QuickBooks reports a change',
  description: 'QuickBooks sends the id of each record that was created or changed.',
  tags: ['webhook', 'invoice', 'customer', 'payment', 'created', 'updated'],
  input: z.strictObject({
    type: z.enum(NAMES).meta({ title: 'Event', 'x-enumTitles': NAMES.map((name) => EVENTS[name]) }),
  }),
  payload: z.looseObject({
    id: z.string(),
    type: z.string(),
    time: z.string(),
    intuitentityid: z.string(),
    intuitaccountid: z.string(),
    data: z.looseObject({}).optional(),
  }),
  sample: {
    specversion: '1.0',
    id: '5c1d6c1e-7a02-4c55-9f0e-2f4b7b8a7d11',
    source: 'intuit.a-source',
    type: 'qbo.invoice.created.v1',
    datacontenttype: 'application/json',
    time: '2026-11-24T09:30:00.000Z',
    intuitentityid: '130',
    intuitaccountid: '9341450000000000',
    data: {},
  },
  verify: { from: 'intuit-signature', encoding: 'base64' },
  secret: { from: 'person', help: 'The verifier token, on the page Webhooks of your app.' },
  items: '',
  deliveryId: 'body.id',
  event: { from: 'body.type', input: 'type' },
  instructions:
    'In the Intuit developer portal open your app, then Webhooks: enter the address as endpoint URL, choose CloudEvents and the events, and save.',
});
