import type { JsonObject } from '@patchbay/shared/base';
import { z } from 'zod';

import { defineAction, type OptionSource, parseWith } from '#sdk';

import { imapConfig } from './config.ts';
import { withServer } from './with-mailbox.ts';

/** Lists the mailboxes of the account. */
export const listMailboxes = defineAction({
  title: 'List mailboxes',
  description: 'Gives the folders of the account, with the number of messages in each.',
  tags: ['mail', 'folder', 'imap'],
  input: z.strictObject({}),
  output: z.array(
    z.object({
      path: z.string().meta({ title: 'Path' }),
      name: z.string().meta({ title: 'Name' }),
      use: z.string().optional().meta({ title: 'Use', description: 'Such as \\Sent or \\Trash.' }),
      messages: z.number().int().optional().meta({ title: 'Messages' }),
      unseen: z.number().int().optional().meta({ title: 'Unread' }),
    }),
  ),
  sample: {},
  sampleOutput: [{ path: 'INBOX', name: 'INBOX', use: '\\Inbox', messages: 12, unseen: 3 }],
  effects: { reads: true },
  config: imapConfig,
  run: (ctx) =>
    withServer(ctx, async (client) => {
      const found = await client.list({ statusQuery: { messages: true, unseen: true } });
      return found.map(({ path, name, specialUse: use, status }) => {
        return { path, name, use, messages: status?.messages, unseen: status?.unseen };
      });
    }),
});

/** The mailboxes, for a field to choose from. */
export const mailboxes: OptionSource = (ctx) => {
  const config = parseWith(imapConfig, ctx.config satisfies JsonObject);
  return withServer({ ...ctx, config }, async (client) => {
    const found = await client.list();
    return found.map(({ path }) => ({ value: path, label: path }));
  });
};
