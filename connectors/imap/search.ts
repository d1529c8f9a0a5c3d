import type { ImapFlow, SearchObject } from 'imapflow';
import { z } from 'zod';

import { defineAction } from '#sdk';

import { imapConfig } from './config.ts';
import { mailboxField } from './fields.ts';
import { sampleSummary, SUMMARY, type Summary, summaryOf, summaryOutput } from './summary.ts';
import { withMailbox } from './with-mailbox.ts';

const STATES: Record<string, SearchObject> = {
  any: {},
  unread: { seen: false },
  read: { seen: true },
  flagged: { flagged: true },
  unanswered: { answered: false },
};

const part = (title: string, order: number): z.ZodOptional<z.ZodString> =>
  z.string().min(1).optional().meta({ title, 'x-order': order });

const input = z.strictObject({
  mailbox: mailboxField,
  state: z
    .enum(['any', 'unread', 'read', 'flagged', 'unanswered'])
    .default('any')
    .meta({
      title: 'Which',
      'x-enumTitles': ['All', 'Unread', 'Read', 'Flagged', 'Not answered'],
      'x-order': 2,
    }),
  from: part('From holds', 3),
  to: part('To holds', 4),
  subject: part('Subject holds', 5),
  text: part('Any text holds', 6),
  since: z.iso.date().optional().meta({ title: 'Received since (day)', 'x-order': 7 }),
  before: z.iso.date().optional().meta({ title: 'Received before (day)', 'x-order': 8 }),
  messageId: part('Message id', 9).meta({ 'x-advanced': true }),
  maxItems: z.number().int().min(1).max(1000).default(50).meta({
    title: 'Messages at most',
    'x-advanced': true,
    'x-order': 10,
  }),
});

/** Searches a mailbox. */
export const search = defineAction({
  title: 'Search messages',
  description: 'Finds messages of a mailbox, the newest first, without their content.',
  tags: ['mail', 'email', 'imap', 'find', 'inbox', 'list'],
  input,
  output: z.array(summaryOutput),
  sample: { mailbox: 'INBOX', state: 'unread', from: 'ann@example.com' },
  sampleOutput: [sampleSummary],
  effects: { reads: true },
  config: imapConfig,
  run: (ctx) =>
    withMailbox(ctx, ctx.input, async (client) => {
      const found = await client.search(queryOf(ctx.input), { uid: true });
      const newest = (found || []).slice(-ctx.input.maxItems);
      return (await summaries(client, newest)).toReversed();
    }),
});

/** The summaries of messages, in the order of their numbers. */
export async function summaries(client: ImapFlow, uids: number[]): Promise<Summary[]> {
  if (uids.length === 0 || !client.mailbox) return [];
  const { uidValidity } = client.mailbox;
  const found = await client.fetchAll(uids, SUMMARY, { uid: true });
  return found.toSorted((a, b) => a.uid - b.uid).map((one) => summaryOf(one, uidValidity));
}

function queryOf({ state, messageId, ...asked }: z.output<typeof input>): SearchObject {
  const { from, to, subject, text, since, before } = asked;
  const given = Object.entries({ from, to, subject, text, since, before });
  return {
    all: true,
    ...STATES[state],
    ...Object.fromEntries(given.filter(([, value]) => value !== undefined)),
    ...(messageId && { header: { 'message-id': messageId } }),
  };
}
