import { z } from 'zod';

import { definePollTrigger, parseWith } from '#sdk';

import { imapConfig } from './config.ts';
import { mailboxField } from './fields.ts';
import { summaries } from './search.ts';
import { sampleSummary, summaryOutput } from './summary.ts';
import { withMailbox } from './with-mailbox.ts';

const MOST = 100;

/**
 * Starts a flow for each message that comes in. The cursor is the last number seen, with the
 * generation of the mailbox: when a server numbers anew, the old numbers mean nothing.
 */
export const newMessage = definePollTrigger({
  title: 'New message',
  description: 'Starts for each message that comes into a mailbox.',
  tags: ['mail', 'email', 'imap', 'inbox', 'receive'],
  input: z.strictObject({ mailbox: mailboxField }),
  payload: summaryOutput,
  sample: sampleSummary,
  everyS: 60,
  key: 'id',
  poll: (ctx, { cursor }) => {
    const config = parseWith(imapConfig, ctx.config);
    return withMailbox({ ...ctx, config }, ctx.input, async (client) => {
      if (!client.mailbox) return { items: [], cursor };
      const { uidValidity, uidNext } = client.mailbox;
      const [generation, last = '0'] = (cursor ?? '').split('-');
      if (generation !== String(uidValidity)) {
        return { items: [], cursor: `${uidValidity}-${uidNext - 1}` };
      }
      // A range to * always holds the last message, be it new or not.
      const found = await client.search({ uid: `${Number(last) + 1}:*` }, { uid: true });
      const uids = (found || []).filter((uid) => uid > Number(last)).slice(0, MOST);
      const items = await summaries(client, uids);
      return { items, cursor: `${uidValidity}-${uids.at(-1) ?? last}` };
    });
  },
});
