import { z } from 'zod';

export const addresses = z.array(z.string().min(3)).min(1);

/** A file as actions give and take it. */
export const file = z.object({
  name: z.string(),
  type: z.string().default('application/octet-stream'),
  base64: z.base64(),
});

export const subject = z.string().default('').meta({ title: 'Subject', 'x-order': 4 });

/** What is written of any mail. */
export const content = {
  body: z.string().meta({ title: 'Text', 'x-multiline': true, 'x-order': 5 }),
  format: z
    .enum(['text', 'html'])
    .default('text')
    .meta({ title: 'The text is', 'x-enumTitles': ['Plain', 'HTML'], 'x-order': 6 }),
  attachments: z
    .array(file)
    .optional()
    .meta({ title: 'Attachments', description: 'Files: { name, type, base64 }.', 'x-order': 7 }),
};

/** What a mail says of itself beside its text. */
export const envelope = {
  to: addresses.meta({ title: 'To', 'x-order': 1 }),
  cc: addresses.optional().meta({ title: 'Copy to', 'x-order': 2 }),
  bcc: addresses.optional().meta({ title: 'Blind copy to', 'x-advanced': true, 'x-order': 3 }),
  subject,
  replyTo: z.string().optional().meta({ title: 'Answers go to', 'x-advanced': true, 'x-order': 8 }),
  from: z.string().optional().meta({
    title: 'From',
    description: 'Another address that this account may send as.',
    'x-advanced': true,
    'x-order': 9,
  }),
};

export const messageId = z.string().min(1).meta({
  title: 'Message',
  description: 'Its id, as finding messages or the trigger gives it.',
  'x-order': 1,
});

/** A message as it is read. */
export const message = z.object({
  id: z.string(),
  threadId: z.string(),
  labelIds: z.array(z.string()),
  date: z.string(),
  from: z.string(),
  to: z.string(),
  cc: z.string(),
  subject: z.string(),
  snippet: z.string(),
  text: z.string(),
  html: z.string(),
  attachments: z.array(
    z.object({ attachmentId: z.string(), name: z.string(), type: z.string(), size: z.number() }),
  ),
});
export type Message = z.infer<typeof message>;

/** What Gmail says of a message it took or changed. */
export const reference = z.looseObject({
  id: z.string(),
  threadId: z.string().optional(),
  labelIds: z.array(z.string()).optional(),
});

export const SAMPLE_REFERENCE = {
  id: '18c1f0a2b3d4e5f6',
  threadId: '18c1f0a2b3d4e5f6',
  labelIds: ['SENT'],
};

export const SAMPLE_MESSAGE: Message = {
  id: '18c1f0a2b3d4e5f7',
  threadId: '18c1f0a2b3d4e5f6',
  labelIds: ['INBOX', 'UNREAD'],
  date: '2026-11-24T09:30:00.000Z',
  from: 'Ada Byron <ada@example.com>',
  to: 'orders@example.org',
  cc: '',
  subject: 'Order 1042',
  snippet: 'Please find the order attached.',
  text: 'Please find the order attached.',
  html: '',
  attachments: [
    { attachmentId: 'ANGjdJ8', name: 'order.pdf', type: 'application/pdf', size: 18_432 },
  ],
};
