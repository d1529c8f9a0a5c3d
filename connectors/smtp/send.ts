import { createHash } from 'node:crypto';

import { z } from 'zod';

import { bytesOf, contentType, defineAction, fileInput, invalidInput } from '#sdk';

import { smtpConfig } from './config.ts';
import { withTransport } from './with-transport.ts';

const addresses = (title: string, order: number): z.ZodDefault<z.ZodArray<z.ZodString>> =>
  z.array(z.string().min(1)).default([]).meta({ title, 'x-order': order });

const input = z.strictObject({
  from: z.string().optional().meta({
    title: 'From',
    description: 'Default: the sender of the connection.',
    'x-placeholder': 'Shop <shop@example.com>',
    'x-order': 1,
  }),
  to: addresses('To', 2),
  cc: addresses('Cc', 3).meta({ 'x-advanced': true }),
  bcc: addresses('Bcc', 4).meta({ 'x-advanced': true }),
  replyTo: z.string().optional().meta({ title: 'Reply to', 'x-advanced': true, 'x-order': 5 }),
  subject: z.string().default('').meta({ title: 'Subject', 'x-order': 6 }),
  text: z.string().optional().meta({ title: 'Text', 'x-multiline': true, 'x-order': 7 }),
  html: z.string().optional().meta({
    title: 'HTML',
    description: 'Shown in place of the text by programs that can.',
    'x-multiline': true,
    'x-order': 8,
  }),
  attachments: z.array(fileInput).default([]).meta({ title: 'Attachments', 'x-order': 9 }),
  inReplyTo: z.string().optional().meta({
    title: 'Answer to the message',
    description: 'Its message id, so that both stand in one conversation.',
    'x-advanced': true,
    'x-order': 10,
  }),
  headers: z.record(z.string(), z.string()).optional().meta({
    title: 'Further headers',
    'x-advanced': true,
    'x-order': 11,
  }),
});

/** Sends a message. */
export const send = defineAction({
  title: 'Send a mail',
  description: 'Sends a message with attachments through the mail server.',
  tags: ['email', 'mail', 'smtp', 'message', 'notify', 'attachment'],
  input,
  output: z.object({
    messageId: z.string().meta({ title: 'Message id' }),
    accepted: z.array(z.string()).meta({ title: 'Accepted recipients' }),
    rejected: z.array(z.string()).meta({ title: 'Refused recipients' }),
    response: z.string().meta({ title: 'Answer of the server' }),
  }),
  sample: {
    from: 'Shop <shop@example.com>',
    to: ['Ann <ann@example.com>'],
    subject: 'Your order',
    text: 'Thank you for your order.',
  },
  sampleOutput: {
    messageId: '<3f1c@example.com>',
    accepted: ['ann@example.com'],
    rejected: [],
    response: '250 2.0.0 Ok: queued',
  },
  effects: { reads: false },
  config: smtpConfig,
  run: (ctx) => {
    const { from = ctx.config.from, attachments, inReplyTo, ...message } = ctx.input;
    if (!from) throw invalidInput('The message has no sender.', { field: 'from' });
    if (message.to.length + message.cc.length + message.bcc.length === 0) {
      throw invalidInput('The message has no recipient.', { field: 'to' });
    }
    return withTransport(ctx, async (transport) => {
      const sent = await transport.sendMail({
        ...message,
        from,
        ...(inReplyTo && { inReplyTo, references: inReplyTo }),
        messageId: messageIdOf(ctx.idempotencyKey, from),
        attachments: attachments.map((file) => ({
          filename: file.name,
          contentType: file.type ?? contentType(file.name),
          content: bytesOf(file),
        })),
      });
      const { messageId, accepted = [], rejected = [], response } = sent;
      return {
        messageId,
        accepted: accepted.map(String),
        rejected: rejected.map(String),
        response,
      };
    });
  },
});

// The same in every attempt: servers and mail programs take the second copy for what it is.
function messageIdOf(key: string, from: string): string {
  const domain = /@([\w.-]+)/.exec(from)?.[1] ?? 'patchbay.invalid';
  return `<${createHash('sha256').update(key).digest('hex').slice(0, 32)}@${domain}>`;
}
