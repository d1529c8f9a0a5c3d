import { z } from 'zod';

import { defineHttpAction } from '#sdk';

import { amount, currency, DOCS, KEY, order, orderId, SAMPLE_ORDER, WHOLE } from './fields.ts';

const docsUrl = `${DOCS}/orders/v2/`;
const unit = (path: string) => ({ in: 'body' as const, at: `purchase_units.0.${path}` });

export const createOrder = defineHttpAction({
  title: 'Create an order',
  description: 'Gives the address (rel "approve") where the customer agrees to pay.',
  tags: ['checkout', 'payment', 'charge'],
  docsUrl,
  input: z.strictObject({
    value: amount.meta({ 'x-order': 1 }),
    currency_code: currency.meta({ 'x-order': 2 }),
    intent: z
      .enum(['CAPTURE', 'AUTHORIZE'])
      .default('CAPTURE')
      .meta({ title: 'Take the money', 'x-enumTitles': ['At once', 'Later'], 'x-order': 3 }),
    description: z.string().max(127).optional().meta({ title: 'Description', 'x-order': 4 }),
    custom_id: z
      .string()
      .max(255)
      .optional()
      .meta({ title: 'Your own id', description: 'Comes back with events.', 'x-order': 5 }),
    invoice_id: z.string().max(127).optional().meta({
      title: 'Invoice number',
      description: 'May be used once only.',
      'x-order': 6,
    }),
    return_url: z
      .url()
      .optional()
      .meta({ title: 'After approval go to', 'x-advanced': true, 'x-order': 7 }),
    cancel_url: z
      .url()
      .optional()
      .meta({ title: 'After cancelling go to', 'x-advanced': true, 'x-order': 8 }),
  }),
  output: order,
  sample: { value: '12.50', currency_code: 'EUR', custom_id: 'order-1042' },
  sampleOutput: SAMPLE_ORDER,
  effects: { reads: false, idempotent: true },
  http: {
    method: 'POST',
    path: '/v2/checkout/orders',
    params: {
      value: unit('amount.value'),
      currency_code: unit('amount.currency_code'),
      description: unit('description'),
      custom_id: unit('custom_id'),
      invoice_id: unit('invoice_id'),
      return_url: { in: 'body', at: 'payment_source.paypal.experience_context.return_url' },
      cancel_url: { in: 'body', at: 'payment_source.paypal.experience_context.cancel_url' },
    },
    headers: WHOLE,
    idempotencyHeader: KEY,
  },
});

export const getOrder = defineHttpAction({
  title: 'Get an order',
  description: 'Says whether the customer has agreed, and what was paid.',
  tags: ['status', 'checkout'],
  docsUrl,
  input: z.strictObject({ id: orderId }),
  output: order,
  sample: { id: SAMPLE_ORDER.id },
  sampleOutput: { ...SAMPLE_ORDER, status: 'APPROVED' },
  effects: { reads: true },
  http: { method: 'GET', path: '/v2/checkout/orders/{id}' },
});

export const captureOrder = defineHttpAction({
  title: 'Capture an order',
  description: 'Takes the money of an order that the customer has approved.',
  tags: ['charge', 'pay', 'complete'],
  docsUrl,
  input: z.strictObject({ id: orderId }),
  output: order,
  sample: { id: SAMPLE_ORDER.id },
  sampleOutput: { ...SAMPLE_ORDER, status: 'COMPLETED' },
  effects: { reads: false, idempotent: true },
  http: {
    method: 'POST',
    path: '/v2/checkout/orders/{id}/capture',
    body: { type: 'json', fixed: {} },
    headers: WHOLE,
    idempotencyHeader: KEY,
  },
});
