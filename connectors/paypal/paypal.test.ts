import { describe, expect, it } from 'vitest';
import { z } from 'zod';

import { describeVendor } from '#sdk/testing';

import { SAMPLE_CAPTURE, SAMPLE_ORDER } from './fields.ts';
import { paypal } from './index.ts';

const text = z.string().optional();
const money = z.strictObject({ currency_code: z.string().length(3), value: z.string() });
const headers = z.looseObject({ 'paypal-request-id': z.string().max(108) });
const transaction = { transaction_info: { transaction_id: 't' } };
const reason = z.strictObject({ reason: z.string().min(1).max(128) });
const context = z.strictObject({ return_url: text, cancel_url: text });

let sent: unknown;
const bench = describeVendor({
  connector: paypal,
  connection: {
    scheme: 'oauth2',
    config: { host: 'api-m.sandbox.paypal.com' },
    fields: { accessToken: 'tok' },
    account: { app_id: 'APP-80W284485P519543T' },
  },
  triggers: { eventReported: { event_type: 'PAYMENT.CAPTURE.COMPLETED' } },
  origins: ['https://api-m.sandbox.paypal.com'],
  contract: {
    headers: { authorization: 'Bearer tok' },
    operations: {
      'GET /v1/notifications/webhooks-event-types': { gives: { event_types: [] } },
      'POST /v1/notifications/webhooks': {
        body: z.strictObject({
          url: z.url(),
          event_types: z.array(z.strictObject({ name: z.string() })).min(1),
        }),
        reply: () => ({ status: 201, body: { id: '0EH40505U7160970P' } }),
      },
      'GET /v1/notifications/webhooks': { gives: { webhooks: [] } },
      'DELETE /v1/notifications/webhooks/0EH40505U7160970P': { reply: () => ({ status: 204 }) },
      'POST /v2/checkout/orders': {
        headers,
        body: z.strictObject({
          intent: z.enum(['CAPTURE', 'AUTHORIZE']),
          purchase_units: z
            .array(
              z.strictObject({
                amount: money,
                description: text,
                custom_id: text,
                invoice_id: text,
              }),
            )
            .min(1),
          payment_source: z
            .strictObject({ paypal: z.strictObject({ experience_context: context }) })
            .optional(),
        }),
        reply: ({ body }) => ({ status: 201, body: { ...SAMPLE_ORDER, sent: body } }),
      },
      'GET /v2/checkout/orders/{id}': { gives: SAMPLE_ORDER },
      'POST /v2/checkout/orders/{id}/capture': {
        headers,
        body: z.strictObject({}),
        reply: ({ path }) => {
          if (path.id !== 'early') return { status: 201, body: SAMPLE_ORDER };
          const details = [{ issue: 'ORDER_NOT_APPROVED', description: 'Payer has not approved.' }];
          return { status: 422, body: { name: 'UNPROCESSABLE_ENTITY', details, message: 'No.' } };
        },
      },
      'GET /v2/payments/captures/{id}': { gives: SAMPLE_CAPTURE },
      'POST /v2/payments/captures/{id}/refund': {
        headers,
        body: z.strictObject({ amount: money.optional(), note_to_payer: text }),
        reply: () => ({ status: 201, body: SAMPLE_CAPTURE }),
      },
      'POST /v2/invoicing/invoices': {
        body: z.strictObject({
          detail: z.strictObject({
            currency_code: z.string(),
            invoice_number: text,
            note: text,
            payment_term: z.strictObject({ due_date: z.iso.date() }).optional(),
          }),
          primary_recipients: z.array(
            z.strictObject({ billing_info: z.strictObject({ email_address: z.email() }) }),
          ),
          items: z.array(
            z.strictObject({
              name: z.string(),
              quantity: z.string(),
              unit_amount: money,
              description: text,
            }),
          ),
        }),
        reply: () => ({ status: 201, body: { id: 'INV2-1', status: 'DRAFT' } }),
      },
      'GET /v2/invoicing/invoices': {
        query: z.strictObject({ page_size: z.string() }),
        gives: { items: [{ id: 'INV2-1', status: 'DRAFT', detail: { invoice_number: '0001' } }] },
      },
      'POST /v2/invoicing/invoices/{id}/send': {
        body: z.strictObject({ send_to_recipient: z.boolean() }),
        gives: { href: 'https://www.paypal.com/invoice/p/#1', rel: 'payer-view' },
      },
      'POST /v1/payments/payouts': {
        headers,
        body: z.strictObject({
          sender_batch_header: z.strictObject({ sender_batch_id: z.string(), email_subject: text }),
          items: z.array(
            z.strictObject({
              recipient_type: z.literal('EMAIL'),
              receiver: z.email(),
              amount: z.strictObject({ value: z.string(), currency: z.string() }),
              note: text,
              sender_item_id: text,
            }),
          ),
        }),
        reply: ({ body }) => {
          sent = body;
          return { status: 201, body: { batch_header: { payout_batch_id: 'P1' } } };
        },
      },
      'GET /v1/billing/subscriptions/{id}': {
        gives: { id: 'I-BW452GLLEP1G', status: 'ACTIVE' },
      },
      'POST /v1/billing/subscriptions/{id}/cancel': {
        body: reason,
        reply: () => ({ status: 204 }),
      },
      'POST /v1/billing/subscriptions/{id}/suspend': {
        body: reason,
        reply: () => ({ status: 204 }),
      },
      'GET /v1/reporting/transactions': {
        query: z.strictObject({
          start_date: z.string(),
          end_date: z.string(),
          transaction_status: text,
          fields: z.string(),
          page: text,
          page_size: z.string(),
        }),
        reply: ({ query: { page = '1', page_size } }) => {
          const length = page === '1' ? Number(page_size) : 1;
          return { body: { transaction_details: Array.from({ length }, () => transaction) } };
        },
      },
      'GET /v1/notifications/webhooks-events': {
        query: z.strictObject({ page_size: z.string(), event_type: z.string(), start_time: text }),
        gives: { events: [{ id: 'WH-1' }] },
      },
    },
  },
});

describe('money', () => {
  it('is asked for in the shape of an order', async () => {
    const input = { value: '12.50', currency_code: 'EUR', return_url: 'https://example.com/ok' };
    expect(await bench.call('createOrder', input)).toMatchObject({
      sent: {
        intent: 'CAPTURE',
        purchase_units: [{ amount: { currency_code: 'EUR', value: '12.50' } }],
        payment_source: { paypal: { experience_context: { return_url: input.return_url } } },
      },
    });
  });

  it('is paid out once, by the key of the step', async () => {
    await bench.call('createPayout', { receiver: 'a@example.com', value: '1', currency: 'EUR' });
    expect(sent).toMatchObject({ sender_batch_header: { sender_batch_id: 'run-step-1' } });
  });

  it('that is not approved says what to do first', async () => {
    await expect(bench.call('captureOrder', { id: 'early' })).rejects.toMatchObject({
      problem: {
        message: 'api-m.sandbox.paypal.com answered 422: Payer has not approved.',
        details: { code: 'ORDER_NOT_APPROVED', title: 'The customer has not agreed yet' },
      },
    });
  });

  it.each(['12,50', '-1', '1e3', ''])('is not "%s"', async (value) => {
    const wrong = bench.call('createOrder', { value, currency_code: 'EUR' });
    await expect(wrong).rejects.toMatchObject({ problem: { at: { field: 'value' } } });
  });

  it('of a subscription can be stopped', async () => {
    const input = { id: 'I-BW452GLLEP1G', what: 'suspend', reason: 'Away' };
    await bench.call('changeSubscription', input);
    expect(bench.seen().at(-1)).toBe('POST /v1/billing/subscriptions/I-BW452GLLEP1G/suspend');
  });

  it('is listed page by page', async () => {
    const times = { start_date: '2026-11-01T00:00:00Z', end_date: '2026-11-24T00:00:00Z' };
    expect(await bench.call('listTransactions', { ...times, maxItems: 501 })).toHaveLength(501);
  });
});
