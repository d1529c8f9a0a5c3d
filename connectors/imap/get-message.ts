import type { ImapFlow } from 'imapflow';
import type { Attachment, Email } from 'postal-mime';
import { z } from 'zod';

import { defineAction, fileOf, fileOutput, type FileValue, fileTooLarge, invalidInput } from '#sdk';

import { imapConfig } from './config.ts';
import { mailboxField } from './fields.ts';
import { sampleSummary, SUMMARY, summaryOf, summaryOutput } from './summary.ts';
import { MOST_MESSAGE_BYTES, withMailbox } from './with-mailbox.ts';

/** Reads a message. */
export const getMessage = defineAction({
  title: 'Get a message',
  description: 'Gives a message with its text, HTML, headers and attachments.',
  tags: ['mail', 'email', 'imap', 'read', 'fetch', 'attachment', 'download'],
  input: z.strictObject({
    mailbox: mailboxField,
    uid: z.number().int().min(1).meta({ title: 'Message', description: 'Its uid.', 'x-order': 2 }),
    markRead: z.boolean().default(false).meta({ title: 'Mark it as read', 'x-order': 3 }),
  }),
  output: summaryOutput.extend({
    text: z.string().optional().meta({ title: 'Text' }),
    html: z.string().optional().meta({ title: 'HTML' }),
    inReplyTo: z.string().optional().meta({ title: 'Answers the message' }),
    headers: z.record(z.string(), z.string()).meta({ title: 'Headers' }),
    attachments: z.array(fileOutput).meta({ title: 'Attachments' }),
  }),
  sample: { mailbox: 'INBOX', uid: 42 },
  sampleOutput: { ...sampleSummary, text: 'Thank you.', headers: {}, attachments: [] },
  effects: { reads: false, idempotent: true },
  config: imapConfig,
  run: (ctx) => {
    const { mailbox, uid, markRead } = ctx.input;
    return withMailbox(ctx, { mailbox, write: markRead }, async (client) => {
      const summary = await findMessage(client, uid);
      const found = await client.fetchOne(String(uid), { source: true }, { uid: true });
      if (!found || !found.source) throw noMessage(uid);
      const { default: PostalMime } = await import('postal-mime');
      const parsed = await PostalMime.parse(new Uint8Array(found.source));
      if (markRead) await client.messageFlagsAdd(String(uid), ['\\Seen'], { uid: true });
      return { ...summary, ...contentOf(parsed) };
    });
  },
});

async function findMessage(client: ImapFlow, uid: number): Promise<ReturnType<typeof summaryOf>> {
  const found = await client.fetchOne(String(uid), SUMMARY, { uid: true });
  if (!found || !client.mailbox) throw noMessage(uid);
  const summary = summaryOf(found, client.mailbox.uidValidity);
  if (summary.size > MOST_MESSAGE_BYTES) throw fileTooLarge(`of message ${uid}`, summary.size);
  return summary;
}

function contentOf({ text, html, inReplyTo, headers, attachments }: Email): object {
  const lines = headers.map(({ key, value }) => [key, value]);
  return {
    text,
    html,
    inReplyTo,
    headers: Object.fromEntries(lines),
    attachments: attachments.map(asFile),
  };
}

function asFile({ filename, mimeType, content }: Attachment, place: number): FileValue {
  const bytes = typeof content === 'string' ? Buffer.from(content) : new Uint8Array(content);
  return fileOf(filename ?? `attachment-${place + 1}`, bytes, mimeType);
}

function noMessage(uid: number): Error {
  return invalidInput(`There is no message ${uid} in this mailbox.`, {
    hint: 'It may have been moved or deleted; search for it again.',
    field: 'uid',
  });
}
