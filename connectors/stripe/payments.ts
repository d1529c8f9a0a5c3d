import { z } from 'zod';

import { defineHttpAction } from '#sdk';

import {
  amount,
  created,
  createdInQuery,
  currency,
  customer,
  description,
  metadata,
  pages,
  written,
} from './fields.ts';
import {
  charge,
  paymentIntent,
  refund,
  SAMPLE_CHARGE,
  SAMPLE_PAYMENT,
  SAMPLE_REFUND,
} from './records.ts';

const payment = z.string().min(1).meta({
  title: 'Payment',
  'x-placeholder': 'pi_…',
  'x-order': 1,
});

/** A payment to be made, or made at once with a stored way to pay. */
export const createPaymentIntent = defineHttpAction({
  title: 'Create a payment',
  description:
    'Prepares a payment for a checkout, or charges a stored way to pay at once when confirmed.',
  tags: ['charge', 'payment intent', 'pay'],
  docsUrl: 'https://docs.stripe.com/api/payment_intents/create',
  input: z.strictObject({
    amount: amount.meta({ 'x-order': 1 }),
    currency: currency.meta({ 'x-order': 2 }),
    customer: customer.optional().meta({ 'x-order': 3 }),
    payment_method: z.string().optional().meta({
      title: 'Way to pay',
      description: 'A stored one of the customer.',
      'x-placeholder': 'pm_…',
      'x-order': 4,
    }),
    confirm: z.boolean().optional().meta({ title: 'Charge now', 'x-order': 5 }),
    off_session: z.boolean().optional().meta({
      title: 'The customer is not there',
      description: 'Only when charging now: nobody can confirm it at the bank.',
      'x-order': 6,
    }),
    capture_method: z
      .enum(['automatic', 'automatic_async', 'manual'])
      .optional()
      .meta({
        title: 'Collect',
        'x-enumTitles': ['At once', 'Soon after', 'Later, by a call'],
        'x-advanced': true,
        'x-order': 7,
      }),
    receipt_email: z.email().optional().meta({ title: 'Receipt to', 'x-order': 8 }),
    description,
    metadata,
  }),
  output: paymentIntent,
  sample: {
    amount: 1999,
    currency: 'eur',
    customer: SAMPLE_PAYMENT.customer,
    payment_method: 'pm_1Qa1',
    confirm: true,
    off_session: true,
    metadata: { order: '1042' },
  },
  sampleOutput: SAMPLE_PAYMENT,
  effects: { reads: false, idempotent: true },
  http: { path: '/payment_intents', ...written },
});

/** One payment. */
export const getPaymentIntent = defineHttpAction({
  title: 'Get a payment',
  description: 'Gives one payment with its status.',
  tags: ['payment intent', 'status'],
  docsUrl: 'https://docs.stripe.com/api/payment_intents/retrieve',
  input: z.strictObject({ payment_intent: payment }),
  output: paymentIntent,
  sample: { payment_intent: SAMPLE_PAYMENT.id },
  sampleOutput: SAMPLE_PAYMENT,
  effects: { reads: true },
  http: { method: 'GET', path: '/payment_intents/{payment_intent}' },
});

/** Money that was charged. */
export const listCharges = defineHttpAction({
  title: 'List charges',
  description: 'Gives what was charged, newest first.',
  tags: ['payments', 'sales'],
  docsUrl: 'https://docs.stripe.com/api/charges/list',
  input: z.strictObject({
    customer: customer.optional().meta({ 'x-order': 1 }),
    payment_intent: payment.optional().meta({ 'x-order': 2 }),
    created,
  }),
  output: charge,
  sample: { created: { gte: 1_767_500_000 } },
  sampleOutput: [SAMPLE_CHARGE],
  effects: { reads: true },
  http: { method: 'GET', path: '/charges', params: { created: createdInQuery } },
  paginate: pages,
});

/** Gives money back. */
export const createRefund = defineHttpAction({
  title: 'Refund a payment',
  description: 'Gives a payment back, in part or whole.',
  tags: ['return', 'money back'],
  docsUrl: 'https://docs.stripe.com/api/refunds/create',
  input: z.strictObject({
    payment_intent: payment,
    amount: amount.min(1).optional().meta({
      title: 'Amount',
      description: 'In the smallest unit. Empty gives all of it back.',
      'x-order': 2,
    }),
    reason: z
      .enum(['duplicate', 'fraudulent', 'requested_by_customer'])
      .optional()
      .meta({
        title: 'Reason',
        'x-enumTitles': ['Paid twice', 'Fraud', 'The customer asked for it'],
        'x-order': 3,
      }),
    metadata,
  }),
  output: refund,
  sample: { payment_intent: SAMPLE_PAYMENT.id, amount: 500, reason: 'requested_by_customer' },
  sampleOutput: SAMPLE_REFUND,
  effects: { reads: false, idempotent: true },
  http: { path: '/refunds', ...written },
});
