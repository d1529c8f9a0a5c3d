import { z } from 'zod';

import { customAuth } from '#sdk';

/** What a connection to a mailbox holds beside user and password. */
export const imapConfig = z.strictObject({
  host: z
    .string()
    .min(1)
    .meta({ title: 'Host', 'x-placeholder': 'imap.example.com', 'x-order': 1 }),
  port: z.number().int().min(1).max(65_535).default(993).meta({
    title: 'Port',
    description: '993 with TLS from the start, 143 with STARTTLS.',
    'x-order': 2,
  }),
  security: z
    .enum(['tls', 'starttls', 'none'])
    .default('tls')
    .meta({
      title: 'Encryption',
      'x-enumTitles': ['TLS from the start', 'STARTTLS', 'None'],
      'x-order': 3,
    }),
  verify: z.boolean().default(true).meta({
    title: 'Check the certificate',
    description: 'Without it, somebody on the line can read the mail and the password.',
    'x-advanced': true,
    'x-order': 4,
  }),
  ca: z.string().optional().meta({
    title: 'Certificate authority',
    description:
      'PEM text; only when the server’s certificate comes from an authority of your own.',
    'x-multiline': true,
    'x-advanced': true,
    'x-order': 5,
  }),
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
    z.strictObject({
      user: z.string().min(1).meta({ title: 'User' }),
      password: z.string().meta({ title: 'Password', 'x-secret': true }),
    }),
  ),
  customAuth(
    { id: 'token', title: 'User and access token (XOAUTH2)' },
    z.strictObject({
      user: z.string().min(1).meta({ title: 'User' }),
      token: z.string().meta({ title: 'Access token', 'x-secret': true }),
    }),
  ),
];
