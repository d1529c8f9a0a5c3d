import type { FetchMessageObject, FetchQueryObject, MessageAddressObject } from 'imapflow';
import { z } from 'zod';

const address = z.object({ name: z.string().optional(), address: z.string().optional() });

/** A message without its content. */
export const summaryOutput = z.object({
  id: z.string().meta({ title: 'Id', description: 'Unique in its mailbox for ever.' }),
  uid: z.number().int().meta({ title: 'Number in the mailbox' }),
  messageId: z.string().optional().meta({ title: 'Message id' }),
  subject: z.string().meta({ title: 'Subject' }),
  date: z.string().optional().meta({ title: 'Date' }),
  from: z.array(address).meta({ title: 'From' }),
  to: z.array(address).meta({ title: 'To' }),
  cc: z.array(address).meta({ title: 'Cc' }),
  flags: z.array(z.string()).meta({ title: 'Flags' }),
  size: z.number().int().meta({ title: 'Bytes' }),
});
export type Summary = z.output<typeof summaryOutput>;

/** What is asked of the server for a summary. */
export const SUMMARY: FetchQueryObject = {
  uid: true,
  envelope: true,
  flags: true,
  size: true,
  internalDate: true,
};

/** A summary for previews. */
export const sampleSummary: Summary = {
  id: '1700000000-42',
  uid: 42,
  messageId: '<3f1c@example.com>',
  subject: 'Your order',
  date: '2026-11-24T10:00:00.000Z',
  from: [{ name: 'Ann', address: 'ann@example.com' }],
  to: [{ address: 'shop@example.com' }],
  cc: [],
  flags: ['\\Seen'],
  size: 2048,
};

/** What the server said of a message, in the shape that flows see. */
export function summaryOf(message: FetchMessageObject, uidValidity: bigint): Summary {
  const { uid, envelope = {}, flags, size = 0, internalDate } = message;
  return {
    id: `${uidValidity}-${uid}`,
    uid,
    messageId: envelope.messageId,
    subject: envelope.subject ?? '',
    date: isoOf(envelope.date ?? internalDate),
    from: addressesOf(envelope.from),
    to: addressesOf(envelope.to),
    cc: addressesOf(envelope.cc),
    flags: [...(flags ?? [])],
    size,
  };
}

function addressesOf(list: MessageAddressObject[] | undefined): Summary['from'] {
  return (list ?? []).map(({ name, address: at }) => ({
    ...(name && { name }),
    ...(at && { address: at }),
  }));
}

function isoOf(date: Date | string | undefined): string | undefined {
  const parsed = new Date(date ?? '');
  return Number.isNaN(parsed.getTime()) ? undefined : parsed.toISOString();
}
