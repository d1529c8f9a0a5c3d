import { z } from 'zod';

import { certificateFields, customAuth, hostFields, noAuth, userAndPassword } from '#sdk';

/** What a connection to a mail server holds beside user and password. */
export const smtpConfig = z.strictObject({
  ...hostFields('smtp.example.com', 587, '587 with STARTTLS, 465 with TLS from the start.'),
  security: z
    .enum(['starttls', 'tls', 'none'])
    .default('starttls')
    .meta({
      title: 'Encryption',
      'x-enumTitles': ['STARTTLS', 'TLS from the start', 'None'],
      'x-order': 3,
    }),
  from: z.string().optional().meta({
    title: 'Sender',
    description: 'Used by steps that name none.',
    'x-placeholder': 'Shop <shop@example.com>',
    'x-order': 4,
  }),
  ...certificateFields('the mail', 5),
});
export type SmtpConfig = z.output<typeof smtpConfig>;

/** User and password, or none inside a network of one's own. */
export const smtpAuth = [
  customAuth(
    {
      id: 'password',
      title: 'User and password',
      help: 'Providers with two steps to sign in want a password made for this application.',
    },
    userAndPassword,
  ),
  noAuth({ title: 'Without signing in' }),
];
