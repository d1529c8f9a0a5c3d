import { z } from 'zod';

import { defineHttpAction } from '#sdk';

import { DOCS, kind, SAMPLE_SUPPRESSION, suppression } from './fields.ts';

export const listSuppressions = defineHttpAction({
  title: 'List addresses that cannot be reached',
  description: 'Gives addresses that bounced, were blocked, complained or are not valid.',
  tags: ['bounces', 'blocks', 'spam', 'suppression'],
  docsUrl: `${DOCS}/bounces-api/retrieve-all-bounces`,
  input: z.strictObject({
    kind,
    start_time: z
      .number()
      .int()
      .optional()
      .meta({ title: 'From', description: 'Unix time in seconds.', 'x-order': 2 }),
    end_time: z
      .number()
      .int()
      .optional()
      .meta({ title: 'Until', description: 'Unix time in seconds.', 'x-order': 3 }),
  }),
  output: suppression,
  sample: { kind: 'bounces', start_time: 1_795_500_000 },
  sampleOutput: [SAMPLE_SUPPRESSION],
  effects: { reads: true },
  http: { method: 'GET', path: '/v3/suppression/{kind}' },
  paginate: { by: 'offset', items: '', param: 'offset', size: { param: 'limit', most: 500 } },
});

export const removeSuppression = defineHttpAction({
  title: 'Take an address off a list',
  description: 'SendGrid tries to reach it again from then on.',
  tags: ['bounce', 'block', 'delete', 'allow'],
  docsUrl: `${DOCS}/bounces-api/delete-a-bounce`,
  input: z.strictObject({ kind, email: z.email().meta({ title: 'Mail address', 'x-order': 2 }) }),
  sample: { kind: 'bounces', email: 'ada@example.com' },
  effects: { reads: false, destructive: true, idempotent: true },
  http: { method: 'DELETE', path: '/v3/suppression/{kind}/{email}' },
});

export const unsubscribe = defineHttpAction({
  title: 'Unsubscribe addresses',
  description: 'They get no mail any more, of whatever kind.',
  tags: ['global', 'opt out', 'suppress'],
  docsUrl: `${DOCS}/suppressions-global-suppressions/add-recipient-addresses-to-the-global-suppression-group`,
  input: z.strictObject({
    recipient_emails: z.array(z.email()).min(1).meta({ title: 'Mail addresses' }),
  }),
  output: z.looseObject({ recipient_emails: z.array(z.string()) }),
  sample: { recipient_emails: ['ada@example.com'] },
  sampleOutput: { recipient_emails: ['ada@example.com'] },
  effects: { reads: false, idempotent: true },
  http: { method: 'POST', path: '/v3/asm/suppressions/global' },
});

export const getStatistics = defineHttpAction({
  title: 'Get statistics',
  description: 'Gives how many mails were sent, delivered, opened and clicked, day by day.',
  tags: ['stats', 'opens', 'clicks', 'report'],
  docsUrl: `${DOCS}/stats/retrieve-global-email-statistics`,
  input: z.strictObject({
    start_date: z.iso.date().meta({ title: 'From', 'x-order': 1 }),
    end_date: z.iso.date().optional().meta({ title: 'Until', 'x-order': 2 }),
    aggregated_by: z
      .enum(['day', 'week', 'month'])
      .default('day')
      .meta({ title: 'By', 'x-order': 3 }),
  }),
  output: z.array(
    z.looseObject({ date: z.string(), stats: z.array(z.looseObject({ metrics: z.any() })) }),
  ),
  sample: { start_date: '2026-11-01', end_date: '2026-11-01' },
  sampleOutput: [{ date: '2026-11-01', stats: [{ metrics: { delivered: 120, opens: 64 } }] }],
  effects: { reads: true },
  http: { method: 'GET', path: '/v3/stats' },
});
