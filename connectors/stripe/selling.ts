import { z } from 'zod';

import { defineHttpAction } from '#sdk';

import { customer, metadata, pages, written } from './fields.ts';
import { link, SAMPLE_SUBSCRIPTION, session, subscription } from './records.ts';

const price = z.string().min(1).meta({
  title: 'Price',
  'x-options': 'prices',
  'x-placeholder': 'price_…',
  'x-order': 1,
});
const quantity = z.number().int().min(1).default(1).meta({ title: 'Quantity', 'x-order': 2 });
const lines = z
  .array(z.strictObject({ price, quantity }))
  .min(1)
  .meta({ title: 'What is sold', 'x-order': 1 });

const SAMPLE_LINES = [{ price: 'price_1Qa1', quantity: 1 }];

/** An address that anybody can pay at. */
export const createPaymentLink = defineHttpAction({
  title: 'Create a payment link',
  description: 'Gives an address where people can buy, again and again.',
  tags: ['url', 'share', 'buy'],
  docsUrl: 'https://docs.stripe.com/api/payment-link/create',
  input: z.strictObject({
    line_items: lines,
    allow_promotion_codes: z.boolean().optional().meta({
      title: 'Take promotion codes',
      'x-order': 2,
    }),
    metadata,
  }),
  output: link,
  sample: { line_items: SAMPLE_LINES },
  sampleOutput: { id: 'plink_1Qa1', url: 'https://buy.stripe.com/test_1', active: true },
  effects: { reads: false, idempotent: true },
  http: { path: '/payment_links', ...written },
});

/** A checkout for one buyer. */
export const createCheckoutSession = defineHttpAction({
  title: 'Create a checkout',
  description: 'Gives the address of a payment page for one buyer; it lasts a day.',
  tags: ['session', 'pay', 'buy', 'cart'],
  docsUrl: 'https://docs.stripe.com/api/checkout/sessions/create',
  input: z.strictObject({
    mode: z
      .enum(['payment', 'subscription'])
      .default('payment')
      .meta({ title: 'Kind', 'x-enumTitles': ['One payment', 'Subscription'], 'x-order': 1 }),
    line_items: lines.meta({ 'x-order': 2 }),
    success_url: z.url().meta({ title: 'Then go to', 'x-order': 3 }),
    cancel_url: z.url().optional().meta({ title: 'When given up, go to', 'x-order': 4 }),
    customer: customer.optional().meta({ 'x-order': 5 }),
    customer_email: z.email().optional().meta({
      title: 'Email of the buyer',
      description: 'When there is no customer yet.',
      'x-order': 6,
    }),
    client_reference_id: z.string().max(200).optional().meta({
      title: 'Your reference',
      description: 'Such as the order number; comes back with the payment.',
      'x-order': 7,
    }),
    metadata,
  }),
  output: session,
  sample: {
    mode: 'payment',
    line_items: SAMPLE_LINES,
    success_url: 'https://shop.example/thanks',
    client_reference_id: '1042',
  },
  sampleOutput: {
    id: 'cs_test_1',
    url: 'https://checkout.stripe.com/c/pay/cs_test_1',
    status: 'open',
    payment_status: 'unpaid',
  },
  effects: { reads: false, idempotent: true },
  http: { path: '/checkout/sessions', ...written },
});

/** Payments that repeat. */
export const createSubscription = defineHttpAction({
  title: 'Create a subscription',
  description: 'Charges a customer again and again for a repeating price.',
  tags: ['recurring', 'plan'],
  docsUrl: 'https://docs.stripe.com/api/subscriptions/create',
  input: z.strictObject({
    customer: customer.meta({ 'x-order': 1 }),
    items: lines.meta({ title: 'Prices', 'x-order': 2 }),
    trial_period_days: z.number().int().min(1).optional().meta({
      title: 'Free days at the start',
      'x-order': 3,
    }),
    collection_method: z
      .enum(['charge_automatically', 'send_invoice'])
      .optional()
      .meta({
        title: 'How it is paid',
        'x-enumTitles': ['With the stored way to pay', 'By invoice'],
        'x-order': 4,
      }),
    days_until_due: z.number().int().min(0).optional().meta({
      title: 'Days to pay',
      description: 'Needed when paid by invoice.',
      'x-order': 5,
    }),
    metadata,
  }),
  output: subscription,
  sample: { customer: SAMPLE_SUBSCRIPTION.customer, items: SAMPLE_LINES },
  sampleOutput: SAMPLE_SUBSCRIPTION,
  effects: { reads: false, idempotent: true },
  http: { path: '/subscriptions', ...written },
});

/** Ends a subscription now. */
export const cancelSubscription = defineHttpAction({
  title: 'Cancel a subscription',
  description: 'Ends a subscription now.',
  tags: ['stop', 'end', 'delete'],
  docsUrl: 'https://docs.stripe.com/api/subscriptions/cancel',
  input: z.strictObject({
    subscription: z.string().min(1).meta({
      title: 'Subscription',
      'x-placeholder': 'sub_…',
      'x-order': 1,
    }),
    invoice_now: z.boolean().optional().meta({ title: 'Bill what is open', 'x-order': 2 }),
    prorate: z.boolean().optional().meta({ title: 'Give back unused time', 'x-order': 3 }),
  }),
  output: subscription,
  sample: { subscription: SAMPLE_SUBSCRIPTION.id, prorate: true },
  sampleOutput: { ...SAMPLE_SUBSCRIPTION, status: 'canceled' },
  effects: { reads: false, destructive: true },
  http: {
    method: 'DELETE',
    path: '/subscriptions/{subscription}',
    body: { type: 'form' },
  },
});

/** Subscriptions, newest first. */
export const listSubscriptions = defineHttpAction({
  title: 'List subscriptions',
  description: 'Gives subscriptions by customer and status, newest first.',
  tags: ['recurring', 'find'],
  docsUrl: 'https://docs.stripe.com/api/subscriptions/list',
  input: z.strictObject({
    customer: customer.optional().meta({ 'x-order': 1 }),
    status: z
      .enum(['active', 'past_due', 'unpaid', 'canceled', 'trialing', 'paused', 'all'])
      .optional()
      .meta({
        title: 'Status',
        description: 'Empty: all but the canceled ones.',
        'x-order': 2,
      }),
  }),
  output: subscription,
  sample: { status: 'past_due' },
  sampleOutput: [SAMPLE_SUBSCRIPTION],
  effects: { reads: true },
  http: { method: 'GET', path: '/subscriptions' },
  paginate: pages,
});
