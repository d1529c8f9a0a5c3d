import { z } from 'zod';

export const addresses = z.array(z.email()).min(1);

/** A file as actions give and take it. */
export const file = z.object({
  name: z.string(),
  type: z.string().default('application/octet-stream'),
  base64: z.base64(),
});

export const messageId = z.string().min(1).meta({
  title: 'Message',
  description: 'Its id, as finding messages or the trigger gives it.',
  'x-order': 1,
});

export const folder = z.string().min(1).default('inbox').meta({
  title: 'Folder',
  description: 'An id, or a known name: inbox, drafts, sentitems, archive, deleteditems.',
  'x-options': 'folders',
  'x-order': 1,
});

export const importance = z
  .enum(['low', 'normal', 'high'])
  .optional()
  .meta({ title: 'Importance', 'x-advanced': true });

const text = z.string().optional();
const person = z.looseObject({ emailAddress: z.looseObject({ name: text, address: text }) });

/** A message as Graph gives it. */
export const message = z.looseObject({
  id: z.string(),
  conversationId: text,
  subject: text.nullable(),
  bodyPreview: text,
  body: z.looseObject({ contentType: z.string(), content: z.string() }).optional(),
  from: person.optional(),
  toRecipients: z.array(person).optional(),
  ccRecipients: z.array(person).optional(),
  receivedDateTime: text,
  isRead: z.boolean().optional(),
  hasAttachments: z.boolean().optional(),
  webLink: text,
});

/** What is asked of a message: all of it would carry every header of its way. */
export const SELECT = [
  'id',
  'conversationId',
  'subject',
  'bodyPreview',
  'body',
  'from',
  'toRecipients',
  'ccRecipients',
  'receivedDateTime',
  'isRead',
  'isDraft',
  'hasAttachments',
  'importance',
  'categories',
  'webLink',
].join(',');

export const SAMPLE_MESSAGE = {
  id: 'AAkALgAAAAAAHYQDEapmEc2byACqAC-EWg0AKlZ1',
  conversationId: 'AAQkADAwATM0MDAAMS1iNTcA',
  subject: 'Order 1042',
  bodyPreview: 'Please find the order attached.',
  body: { contentType: 'text', content: 'Please find the order attached.' },
  from: { emailAddress: { name: 'Ada Byron', address: 'ada@example.com' } },
  toRecipients: [{ emailAddress: { name: 'Orders', address: 'orders@example.org' } }],
  ccRecipients: [],
  receivedDateTime: '2026-11-24T09:30:00Z',
  isRead: false,
  hasAttachments: true,
  webLink: 'https://outlook.office365.com/owa/?ItemID=AAkALg',
};
