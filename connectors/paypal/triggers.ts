import { z } from 'zod';

import { definePollTrigger } from '#sdk';

import { SAMPLE_CAPTURE } from './fields.ts';

const EVENTS = {
  'PAYMENT.CAPTURE.COMPLETED': 'A payment is complete',
  'PAYMENT.CAPTURE.DENIED': 'A payment is denied',
  'PAYMENT.CAPTURE.REFUNDED': 'A payment is given back',
  'CHECKOUT.ORDER.APPROVED': 'A customer approves an order',
  'INVOICING.INVOICE.PAID': 'An invoice is paid',
  'CUSTOMER.DISPUTE.CREATED': 'A customer disputes a payment',
  'BILLING.SUBSCRIPTION.ACTIVATED': 'A subscription begins',
  'BILLING.SUBSCRIPTION.CANCELLED': 'A subscription ends',
};
const NAMES = Object.keys(EVENTS) as (keyof typeof EVENTS)[];

/** Events of the application, as PayPal keeps them for 30 days. */
export const eventHappened = definePollTrigger({
  title: 'When something happens in PayPal',
  description:
    'Starts for each event. The application needs a webhook for it, whatever its address.',
  tags: ['payment', 'paid', 'refund', 'invoice', 'dispute', 'subscription', 'webhook'],
  everyS: 120,
  input: z.strictObject({
    event_type: z
      .enum(NAMES)
      .meta({ title: 'Event', 'x-enumTitles': NAMES.map((name) => EVENTS[name]) }),
  }),
  payload: z.looseObject({
    id: z.string(),
    create_time: z.string(),
    event_type: z.string(),
    summary: z.string().optional(),
    resource: z.looseObject({}),
  }),
  sample: {
    id: 'WH-2WR32451HC0233532-67976317FL4543714',
    create_time: '2026-11-24T09:30:00Z',
    event_type: 'PAYMENT.CAPTURE.COMPLETED',
    resource_type: 'capture',
    summary: 'Payment completed for EUR 12.50 EUR',
    resource: SAMPLE_CAPTURE,
  },
  http: {
    method: 'GET',
    path: '/v1/notifications/webhooks-events',
    query: { page_size: '100' },
    result: 'events',
  },
  key: 'id',
  cursor: { path: 'create_time', param: 'start_time', format: 'iso', overlapS: 60 },
  order: 'desc',
});
