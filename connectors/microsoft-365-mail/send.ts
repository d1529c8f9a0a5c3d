import type { JsonObject } from '@patchbay/shared/base';
import { z } from 'zod';

import { defineAction, defineHttpAction, sendHttp } from '#sdk';

import { addresses, file, importance, message, messageId, SAMPLE_MESSAGE } from './fields.ts';

const DOCS = 'https://learn.microsoft.com/en-us/graph/api';
const mail = z.strictObject({
  to: addresses.meta({ title: 'To', 'x-order': 1 }),
  cc: addresses.optional().meta({ title: 'Copy to', 'x-order': 2 }),
  bcc: addresses.optional().meta({ title: 'Blind copy to', 'x-advanced': true }),
  subject: z.string().default('').meta({ title: 'Subject', 'x-order': 3 }),
  body: z.string().meta({ title: 'Text', 'x-multiline': true, 'x-order': 4 }),
  contentType: z
    .enum(['text', 'html'])
    .default('text')
    .meta({ title: 'The text is', 'x-enumTitles': ['Plain', 'HTML'], 'x-order': 5 }),
  attachments: z.array(file).optional().meta({
    title: 'Attachments',
    description: 'Files: { name, type, base64 }, together below 3 MB.',
    'x-order': 6,
  }),
  replyTo: addresses.optional().meta({ title: 'Answers go to', 'x-advanced': true }),
  importance,
});
const sample = {
  to: ['ada@example.com'],
  subject: 'Your order 1042',
  body: 'Thank you, it is on its way.',
};

export const sendMail = defineAction({
  title: 'Send a message',
  description: 'Sends a mail from the account.',
  tags: ['email', 'outlook', 'write'],
  docsUrl: `${DOCS}/user-sendmail`,
  input: mail.extend({
    saveToSentItems: z
      .boolean()
      .default(true)
      .meta({ title: 'Keep it in the sent items', 'x-advanced': true }),
  }),
  sample,
  effects: { reads: false },
  scopes: ['Mail.Send'],
  run: async (ctx, facts) => {
    const { saveToSentItems, ...given } = ctx.input;
    const input = { message: messageOf(given), saveToSentItems };
    return sendHttp(facts, { method: 'POST', path: '/me/sendMail' }, { ...ctx, input });
  },
});

export const createDraft = defineAction({
  title: 'Create a draft',
  description: 'Writes a mail that a person looks at before it is sent.',
  tags: ['email', 'outlook', 'prepare'],
  docsUrl: `${DOCS}/user-post-messages`,
  input: mail,
  output: message,
  sample,
  sampleOutput: SAMPLE_MESSAGE,
  effects: { reads: false },
  run: async (ctx, facts) => {
    const input = messageOf(ctx.input);
    return sendHttp(facts, { method: 'POST', path: '/me/messages' }, { ...ctx, input });
  },
});

export const replyToMessage = defineHttpAction({
  title: 'Reply to a message',
  description: 'Answers the sender, or everybody, above the text of the message.',
  tags: ['email', 'outlook', 'answer', 'respond'],
  docsUrl: `${DOCS}/message-reply`,
  input: z.strictObject({
    id: messageId,
    comment: z.string().meta({ title: 'Text', 'x-multiline': true, 'x-order': 2 }),
    answer: z
      .enum(['reply', 'replyAll'])
      .default('reply')
      .meta({ title: 'To', 'x-enumTitles': ['The sender', 'Everybody'], 'x-order': 3 }),
  }),
  sample: { id: SAMPLE_MESSAGE.id, comment: 'We are on it.' },
  effects: { reads: false },
  scopes: ['Mail.Send'],
  http: { method: 'POST', path: '/me/messages/{id}/{answer}' },
});

export const forwardMessage = defineHttpAction({
  title: 'Forward a message',
  description: 'Sends a message on, with its attachments.',
  tags: ['email', 'outlook', 'send on'],
  docsUrl: `${DOCS}/message-forward`,
  input: z.strictObject({
    id: messageId,
    toRecipients: addresses.meta({ title: 'To', 'x-order': 2 }),
    comment: z
      .string()
      .optional()
      .meta({ title: 'Text above it', 'x-multiline': true, 'x-order': 3 }),
  }),
  sample: { id: SAMPLE_MESSAGE.id, toRecipients: ['bo@example.com'], comment: 'For you.' },
  effects: { reads: false },
  scopes: ['Mail.Send'],
  http: {
    method: 'POST',
    path: '/me/messages/{id}/forward',
    params: { toRecipients: { in: 'body', each: 'emailAddress.address' } },
  },
});

function messageOf({
  to,
  cc,
  bcc,
  replyTo,
  body,
  contentType,
  attachments,
  ...plain
}: z.output<typeof mail>): JsonObject {
  return JSON.parse(
    JSON.stringify({
      ...plain,
      body: { contentType, content: body },
      toRecipients: people(to),
      ccRecipients: people(cc),
      bccRecipients: people(bcc),
      replyTo: people(replyTo),
      attachments: attachments?.map(({ name, type, base64 }) => ({
        '@odata.type': '#microsoft.graph.fileAttachment',
        name,
        contentType: type,
        contentBytes: base64,
      })),
    }),
  ) as JsonObject;
}

function people(list: string[] = []): JsonObject[] {
  return list.map((address) => ({ emailAddress: { address } }));
}
