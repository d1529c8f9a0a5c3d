import { z } from 'zod';

import { defineAction, sendHttp } from '#sdk';

import { compose } from './compose.ts';
import { content, envelope, messageId, reference, SAMPLE_REFERENCE } from './fields.ts';
import { headerOf, payloadOf } from './read-message.ts';

const DOCS = 'https://developers.google.com/workspace/gmail/api/reference/rest/v1';
const SEND = { method: 'POST', path: '/users/me/messages/send' } as const;
const sample = {
  to: ['ada@example.com'],
  subject: 'Your order 1042',
  body: 'Thank you, it is on its way.',
};

export const sendMessage = defineAction({
  title: 'Send a message',
  description: 'Sends a mail from the account.',
  tags: ['email', 'mail', 'write'],
  docsUrl: `${DOCS}/users.messages/send`,
  input: z.strictObject({ ...envelope, ...content }),
  output: reference,
  sample,
  sampleOutput: SAMPLE_REFERENCE,
  effects: { reads: false },
  run: async (ctx, facts) => {
    const raw = await compose(ctx.input);
    return sendHttp(facts, SEND, { ...ctx, input: { raw } });
  },
});

export const createDraft = defineAction({
  title: 'Create a draft',
  description: 'Writes a mail that a person looks at before it is sent.',
  tags: ['email', 'mail', 'prepare'],
  docsUrl: `${DOCS}/users.drafts/create`,
  input: z.strictObject({ ...envelope, ...content }),
  output: z.looseObject({ id: z.string(), message: reference }),
  sample,
  sampleOutput: { id: 'r-42', message: { ...SAMPLE_REFERENCE, labelIds: ['DRAFT'] } },
  effects: { reads: false },
  run: async (ctx, facts) => {
    const message = { raw: await compose(ctx.input) };
    const binding = { method: 'POST', path: '/users/me/drafts' } as const;
    return sendHttp(facts, binding, { ...ctx, input: { message } });
  },
});

const HEADERS = ['From', 'Reply-To', 'Subject', 'Message-ID', 'References'];

export const replyToMessage = defineAction({
  title: 'Reply to a message',
  description: 'Answers a mail in its thread.',
  tags: ['email', 'mail', 'answer', 'respond'],
  docsUrl: 'https://developers.google.com/workspace/gmail/api/guides/threads',
  input: z.strictObject({ id: messageId, ...content, cc: envelope.cc }),
  output: reference,
  sample: { id: '18c1f0a2b3d4e5f7', body: 'We are on it.' },
  sampleOutput: SAMPLE_REFERENCE,
  effects: { reads: false },
  run: async (ctx, facts) => {
    const { id, ...mail } = ctx.input;
    const answered = await sendHttp(
      facts,
      { method: 'GET', path: '/users/me/messages/{id}', query: { format: 'metadata' } },
      { ...ctx, input: { id, metadataHeaders: HEADERS } },
    );
    const { threadId } = reference.parse(answered);
    const raw = await compose({ ...mail, ...threadHeaders(payloadOf(answered)) });
    return sendHttp(facts, SEND, { ...ctx, input: { raw, threadId } });
  },
});

// Gmail keeps an answer in its thread only when subject, In-Reply-To and References say so too.
function threadHeaders(payload: ReturnType<typeof payloadOf>): {
  to: string[];
  subject: string;
  inReplyTo: string;
  references: string;
} {
  const header = (name: string): string => headerOf(payload, name);
  const subject = header('subject');
  const inReplyTo = header('message-id');
  return {
    to: [header('reply-to') || header('from')],
    subject: /^re:/i.test(subject) ? subject : `Re: ${subject}`,
    inReplyTo,
    references: `${header('references')} ${inReplyTo}`.trim(),
  };
}
