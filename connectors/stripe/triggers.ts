import { z } from 'zod';

import { definePollTrigger, defineWebhookTrigger } from '#sdk';

import { pages } from './fields.ts';
import { SAMPLE_CHARGE, SAMPLE_PAYMENT } from './records.ts';

const EVENTS = {
  'payment_intent.succeeded': 'A payment has succeeded',
  'payment_intent.payment_failed': 'A payment has failed',
  'charge.refunded': 'A payment is given back',
  'charge.dispute.created': 'A customer disputes a payment',
  'checkout.session.completed': 'A checkout is completed',
  'customer.created': 'A customer is created',
  'customer.updated': 'A customer is changed',
  'customer.subscription.created': 'A subscription begins',
  'customer.subscription.updated': 'A subscription is changed',
  'customer.subscription.deleted': 'A subscription ends',
  'invoice.finalized': 'An invoice is issued',
  'invoice.paid': 'An invoice is paid',
  'invoice.payment_failed': 'An invoice could not be paid',
  'payout.paid': 'Money arrives at the bank',
} as const;

const NAMES = Object.keys(EVENTS) as (keyof typeof EVENTS)[];

const input = z.strictObject({
  type: z
    .enum(NAMES)
    .meta({ title: 'Event', 'x-enumTitles': NAMES.map((name) => EVENTS[name]), 'x-order': 1 }),
});

const payload = z.looseObject({
  id: z.string(),
  type: z.string(),
  created: z.number(),
  livemode: z.boolean().optional(),
  data: z.looseObject({ object: z.looseObject({ id: z.string() }) }),
});

const sample = {
  id: 'evt_1Qa1',
  object: 'event',
  type: 'payment_intent.succeeded',
  created: SAMPLE_PAYMENT.created,
  livemode: false,
  data: { object: SAMPLE_PAYMENT },
};

const event = defineWebhookTrigger({
  title: 'When something happens in Stripe',
  description: 'Stripe reports payments, refunds, invoices and subscriptions as they happen.',
  tags: ['webhook', 'paid', 'payment', 'invoice', 'subscription', 'checkout'],
  input,
  payload,
  sample,
  verify: {
    from: 'stripe-signature',
    algorithm: 'sha256',
    encoding: 'hex',
    prefix: 'v1=',
    text: '{timestamp}.{body}',
    toleranceS: 300,
  },
  deliveryId: 'body.id',
  event: { from: 'body.type', input: 'type' },
  subscribe: {
    method: 'POST',
    path: '/webhook_endpoints',
    params: { type: { in: 'body', name: 'enabled_events[]' } },
    body: { type: 'form', fixed: { url: '{webhook.url}' } },
  },
  subscriptionId: 'id',
  secret: { from: 'answer', path: 'secret' },
  unsubscribe: { method: 'DELETE', path: '/webhook_endpoints/{webhook.id}' },
  find: {
    http: { method: 'GET', path: '/webhook_endpoints', query: { limit: '100' } },
    items: 'data',
    url: 'url',
    id: 'id',
  },
});

const newEvent = definePollTrigger({
  title: 'When Stripe has recorded an event',
  description: 'Looks for events; needs no address that Stripe can reach.',
  tags: ['paid', 'payment', 'invoice', 'subscription'],
  input,
  payload,
  sample: { ...sample, type: 'charge.refunded', data: { object: SAMPLE_CHARGE } },
  everyS: 60,
  key: 'id',
  cursor: { path: 'created', param: 'created[gte]', format: 'text' },
  http: { method: 'GET', path: '/events' },
  paginate: pages,
});

export const triggers = { event, newEvent };
