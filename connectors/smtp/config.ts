import { z } from 'zod';

import { customAuth, noAuth } from '#sdk';

/** What a connection to a mail server holds beside user and password. */
export const smtpConfig = z.strictObject({
  host: z
    .string()
    .min(1)
    .meta({ title: 'Host', 'x-placeholder': 'smtp.example.com', 'x-order': 1 }),
  port: z.number().int().min(1).max(65_535).default(587).meta({
    title: 'Port',
    description: '587 with STARTTLS, 465 with TLS from the start.',
    'x-order': 2,
  }),
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
  verify: z.boolean().default(true).meta({
    title: 'Check the certificate',
    description: 'Without it, somebody on the line can read the mail and the password.',
    'x-advanced': true,
    'x-order': 5,
  }),
  ca: z.string().optional().meta({
    title: 'Certificate authority',
    description:
      'PEM text; only when the server’s certificate comes from an authority of your own.',
    'x-multiline': true,
    'x-advanced': true,
    'x-order': 6,
  }),
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
    z.strictObject({
      user: z.string().min(1).meta({ title: 'User' }),
      password: z.string().meta({ title: 'Password', 'x-secret': true }),
    }),
  ),
  noAuth({ title: 'Without signing in' }),
];
