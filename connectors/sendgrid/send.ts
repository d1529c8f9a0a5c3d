import { z } from 'zod';

import { defineHttpAction } from '#sdk';

import { DOCS, envelope, PLACES } from './fields.ts';

const SEND = { method: 'POST', path: '/v3/mail/send' } as const;
const docsUrl = `${DOCS}/mail-send/mail-send`;

export const sendMail = defineHttpAction({
  title: 'Send a mail',
  description: 'Sends a mail with a text of your own.',
  tags: ['email', 'message', 'notify'],
  docsUrl,
  input: z.strictObject({
    ...envelope,
    subject: z.string().min(1).meta({ title: 'Subject', 'x-order': 4 }),
    content: z.string().min(1).meta({ title: 'Text', 'x-multiline': true, 'x-order': 5 }),
    contentType: z
      .enum(['text/plain', 'text/html'])
      .default('text/plain')
      .meta({ title: 'The text is', 'x-enumTitles': ['Plain', 'HTML'], 'x-order': 6 }),
  }),
  sample: {
    to: ['ada@example.com'],
    from: 'shop@example.org',
    subject: 'Your order 1042',
    content: 'Thank you, it is on its way.',
  },
  effects: { reads: false },
  http: {
    ...SEND,
    params: {
      ...PLACES,
      content: { in: 'body', at: 'content.0.value' },
      contentType: { in: 'body', at: 'content.0.type' },
    },
  },
});

export const sendTemplate = defineHttpAction({
  title: 'Send a mail from a template',
  description: 'Sends a dynamic template, filled with values.',
  tags: ['email', 'message', 'dynamic template'],
  docsUrl,
  input: z.strictObject({
    ...envelope,
    template_id: z
      .string()
      .min(1)
      .meta({ title: 'Template', 'x-options': 'templates', 'x-order': 4 }),
    values: z
      .record(z.string(), z.any())
      .default({})
      .meta({ title: 'Values', description: 'By their names in the template.', 'x-order': 5 }),
  }),
  sample: {
    to: ['ada@example.com'],
    from: 'shop@example.org',
    template_id: 'd-0123456789abcdef0123456789abcdef',
    values: { order: '1042' },
  },
  effects: { reads: false },
  http: {
    ...SEND,
    params: { ...PLACES, values: { in: 'body', at: 'personalizations.0.dynamic_template_data' } },
  },
});
