import { describe, expect, it } from 'vitest';
import { z } from 'zod';

import { describeVendor } from '#sdk/testing';

import { SAMPLE_SUPPRESSION } from './fields.ts';
import { sendgrid } from './index.ts';

const text = z.string().optional();
const people = z.array(z.strictObject({ email: z.email(), name: text }));
const mail = z.strictObject({
  personalizations: z
    .array(
      z.strictObject({
        to: people,
        cc: people.optional(),
        bcc: people.optional(),
        dynamic_template_data: z.record(z.string(), z.any()).optional(),
      }),
    )
    .min(1),
  from: z.strictObject({ email: z.email(), name: text }),
  reply_to: z.strictObject({ email: z.email() }).optional(),
  subject: text,
  content: z
    .array(z.strictObject({ type: z.enum(['text/plain', 'text/html']), value: z.string() }))
    .optional(),
  template_id: text,
  attachments: z
    .array(z.strictObject({ filename: z.string(), content: z.base64(), type: text }))
    .optional(),
  categories: z.array(z.string()).optional(),
  send_at: z.number().optional(),
});
const times = z.strictObject({ start_time: text, end_time: text, limit: text, offset: text });
const contact = z.strictObject({
  email: z.email(),
  first_name: text,
  last_name: text,
  city: text,
  country: text,
  postal_code: text,
  custom_fields: z.record(z.string(), z.any()).optional(),
});

let sent: unknown;
const bench = describeVendor({
  connector: sendgrid,
  connection: {
    scheme: 'bearer',
    config: { host: 'api.sendgrid.com' },
    fields: { token: 'tok' },
  },
  origins: ['https://api.sendgrid.com'],
  contract: {
    headers: { authorization: 'Bearer tok' },
    operations: {
      'GET /v3/user/email': { gives: { email: 'shop@example.org' } },
      'POST /v3/mail/send': {
        body: mail,
        reply: ({ body }) => {
          sent = body;
          const { from } = body as { from: { email: string } };
          if (from.email !== 'x@example.org') return { status: 202 };
          const message = 'The from address does not match a verified Sender Identity.';
          return { status: 403, body: { errors: [{ message, field: 'from' }] } };
        },
      },
      'GET /v3/templates': {
        query: z.strictObject({ generations: z.literal('dynamic'), page_size: z.string() }),
        gives: { result: [{ id: 'd-1', name: 'Order' }] },
      },
      'GET /v3/marketing/lists': {
        query: z.strictObject({ page_size: z.string() }),
        gives: { result: [{ id: 'l-1', name: 'Newsletter' }] },
      },
      'POST /v3/marketing/lists': {
        body: z.strictObject({ name: z.string() }),
        reply: () => ({ status: 201, body: { id: 'l-1', name: 'Newsletter' } }),
      },
      'GET /v3/verified_senders': {
        gives: { results: [{ from_email: 'shop@example.org', from_name: 'Shop' }] },
      },
      'PUT /v3/marketing/contacts': {
        body: z.strictObject({
          contacts: z.array(contact).min(1),
          list_ids: z.array(z.string()).optional(),
        }),
        reply: () => ({ status: 202, body: { job_id: 'j' } }),
      },
      'POST /v3/marketing/contacts/search/emails': {
        body: z.strictObject({ emails: z.array(z.email()) }),
        gives: {
          result: { 'ada@example.com': { contact: { id: 'c', email: 'ada@example.com' } } },
        },
      },
      'GET /v3/suppression/unsubscribes': { query: times, gives: [] },
      'GET /v3/suppression/{kind}': {
        query: times,
        reply: ({ query: { limit = '0', offset = '0' } }) => {
          const left = 501 - Number(offset);
          const length = Math.max(0, Math.min(left, Number(limit)));
          return { body: Array.from({ length }, () => SAMPLE_SUPPRESSION) };
        },
      },
      'DELETE /v3/suppression/{kind}/{email}': { reply: () => ({ status: 204 }) },
      'POST /v3/asm/suppressions/global': {
        body: z.strictObject({ recipient_emails: z.array(z.email()) }),
        reply: ({ body }) => ({ status: 201, body }),
      },
      'GET /v3/stats': {
        query: z.strictObject({
          start_date: z.iso.date(),
          end_date: z.iso.date().optional(),
          aggregated_by: z.enum(['day', 'week', 'month']),
        }),
        gives: [{ date: '2026-11-01', stats: [{ metrics: {} }] }],
      },
    },
  },
});

describe('a mail', () => {
  const input = { to: ['ada@example.com'], from: 'shop@example.org' };
  it('puts people and texts where they belong', async () => {
    await bench.call('sendMail', {
      ...input,
      fromName: 'Shop',
      cc: ['bo@example.com'],
      subject: 's',
      content: '<p>x</p>',
      contentType: 'text/html',
    });
    expect(sent).toEqual({
      personalizations: [{ to: [{ email: 'ada@example.com' }], cc: [{ email: 'bo@example.com' }] }],
      from: { email: 'shop@example.org', name: 'Shop' },
      subject: 's',
      content: [{ type: 'text/html', value: '<p>x</p>' }],
    });
  });

  it('of a stranger says how to verify the sender', async () => {
    const stranger = { ...input, from: 'x@example.org', subject: 's', content: 'x' };
    await expect(bench.call('sendMail', stranger)).rejects.toMatchObject({
      problem: { details: { title: 'Sender not verified', code: 'from' } },
    });
  });
});

describe('lists of addresses', () => {
  it('go on until a page is not full', async () => {
    expect(await bench.call('listSuppressions', { maxItems: 1000 })).toHaveLength(501);
    expect((await bench.look('addressSuppressed', { kind: 'bounces' })).items).toHaveLength(501);
    expect((await bench.look('unsubscribed', {})).items).toEqual([]);
  });
});
