import { z } from 'zod';

import { certificateFields, customAuth, hostFields, userAndPassword } from '#sdk';

/** What a connection to a mailbox holds beside user and password. */
export const imapConfig = z.strictObject({
  ...hostFields('imap.example.com', 993, '993 with TLS from the start, 143 with STARTTLS.'),
  security: z
    .enum(['tls', 'starttls', 'none'])
    .default('tls')
    .meta({
      title: 'Encryption',
      'x-enumTitles': ['TLS from the start', 'STARTTLS', 'None'],
      'x-order': 3,
    }),
  ...certificateFields('the mail', 4),
});
export type ImapConfig = z.output<typeof imapConfig>;

/** User and password, or a token of the provider. */
export const imapAuth = [
  customAuth(
    {
      id: 'password',
      title: 'User and password',
      help: 'Providers with two steps to sign in want a password made for this application.',
    },
    userAndPassword,
  ),
  customAuth(
    { id: 'token', title: 'User and access token (XOAUTH2)' },
    z.strictObject({
      user: z.string().min(1).meta({ title: 'User' }),
      token: z.string().meta({ title: 'Access token', 'x-secret': true }),
    }),
  ),
];
