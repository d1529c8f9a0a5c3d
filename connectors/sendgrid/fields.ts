import { z } from 'zod';

export const DOCS = 'https://www.twilio.com/docs/sendgrid/api-reference';

/** What any mail holds, by the names of the API where they stand alone. */
export const envelope = {
  to: z.array(z.email()).min(1).max(1000).meta({ title: 'To', 'x-order': 1 }),
  from: z.email().meta({
    title: 'From',
    description: 'An address that is verified in SendGrid.',
    'x-options': 'senders',
    'x-order': 2,
  }),
  fromName: z.string().optional().meta({ title: 'Name of the sender', 'x-order': 3 }),
  cc: z.array(z.email()).optional().meta({ title: 'Copy to', 'x-advanced': true }),
  bcc: z.array(z.email()).optional().meta({ title: 'Blind copy to', 'x-advanced': true }),
  replyTo: z.email().optional().meta({ title: 'Answers go to', 'x-advanced': true }),
  attachments: z
    .array(
      z.strictObject({
        filename: z.string().meta({ title: 'Name' }),
        content: z.base64().meta({ title: 'Content in base64' }),
        type: z.string().optional().meta({ title: 'Type' }),
      }),
    )
    .optional()
    .meta({ title: 'Attachments', 'x-order': 7 }),
  categories: z
    .array(z.string().max(255))
    .max(10)
    .optional()
    .meta({ title: 'Categories', description: 'For statistics.', 'x-advanced': true }),
  send_at: z.number().int().optional().meta({
    title: 'Send at',
    description: 'Unix time in seconds, at most 72 hours from now.',
    'x-advanced': true,
  }),
};

/** Where the parts of a mail stand in the body. */
export const PLACES = {
  to: { in: 'body', at: 'personalizations.0.to', each: 'email' },
  cc: { in: 'body', at: 'personalizations.0.cc', each: 'email' },
  bcc: { in: 'body', at: 'personalizations.0.bcc', each: 'email' },
  from: { in: 'body', at: 'from.email' },
  fromName: { in: 'body', at: 'from.name' },
  replyTo: { in: 'body', at: 'reply_to.email' },
} as const;

export const kind = z
  .enum(['bounces', 'blocks', 'spam_reports', 'invalid_emails'])
  .default('bounces')
  .meta({
    title: 'List',
    'x-enumTitles': ['Bounces', 'Blocks', 'Spam reports', 'Invalid addresses'],
    'x-order': 1,
  });

export const suppression = z.looseObject({
  email: z.string(),
  created: z.number(),
  reason: z.string().optional(),
});
export const SAMPLE_SUPPRESSION = {
  email: 'ada@example.com',
  created: 1_795_500_600,
  reason: '550 5.1.1 The email account does not exist.',
  status: '5.1.1',
};
