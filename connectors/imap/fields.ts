import { z } from 'zod';

/** The mailbox of an action. */
export const mailboxField = z.string().min(1).default('INBOX').meta({
  title: 'Mailbox',
  'x-options': 'mailboxes',
  'x-order': 1,
});

/** The messages of an action. */
export const uidsField = z.array(z.number().int().min(1)).min(1).max(1000).meta({
  title: 'Messages',
  description: 'Their numbers in the mailbox, as "Search messages" gives them (uid).',
  'x-order': 2,
});

/** How many messages an action dealt with. */
export const countOutput = z.object({ count: z.number().int().meta({ title: 'Messages' }) });

/** Numbers as the protocol writes them. */
export function rangeOf(uids: number[]): string {
  return uids.join(',');
}
