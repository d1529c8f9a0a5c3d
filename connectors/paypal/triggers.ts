import { z } from 'zod';

import { definePollTrigger, defineWebhookTrigger } from '#sdk';

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

const events = {
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
};

/** Events of the application, as PayPal keeps them for 30 days. */
export const eventHappened = definePollTrigger({
  title: 'When something happens in PayPal',
  description:
    'Starts for each event. The application needs a webhook for it, whatever its address.',
  tags: ['payment', 'paid', 'refund', 'invoice', 'dispute', 'subscription', 'webhook'],
  everyS: 120,
  ...events,
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

const HOOKS = '/v1/notifications/webhooks';

/** PayPal's own report; whether it is one, PayPal is asked. */
export const eventReported = defineWebhookTrigger({
  ...events,
  title: 'When PayPal reports an event',
  description: 'PayPal reports payments, refunds, invoices and disputes as they happen.',
  tags: ['webhook', 'payment', 'paid', 'refund', 'invoice', 'dispute', 'subscription'],
  deliveryId: 'body.id',
  event: { from: 'body.event_type', input: 'event_type' },
  ask: {
    http: {
      method: 'POST',
      path: '/v1/notifications/verify-webhook-signature',
      body: { fixed: { webhook_id: '{webhook.id}' } },
      result: 'verification_status',
    },
    inputs: {
      auth_algo: 'paypal-auth-algo',
      cert_url: 'paypal-cert-url',
      transmission_id: 'paypal-transmission-id',
      transmission_sig: 'paypal-transmission-sig',
      transmission_time: 'paypal-transmission-time',
    },
    body: 'webhook_event',
    equals: 'SUCCESS',
  },
  subscribe: {
    method: 'POST',
    path: HOOKS,
    params: { event_type: { in: 'body', at: 'event_types.0.name' } },
    body: { fixed: { url: '{webhook.url}' } },
  },
  subscriptionId: 'id',
  unsubscribe: { method: 'DELETE', path: `${HOOKS}/{webhook.id}` },
  find: { http: { method: 'GET', path: HOOKS }, items: 'webhooks', url: 'url', id: 'id' },
});
