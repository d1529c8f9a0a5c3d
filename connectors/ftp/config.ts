import { z } from 'zod';

import { customAuth, noAuth } from '#sdk';

/** What a connection to an FTP server holds beside user and password. */
export const ftpConfig = z.strictObject({
  host: z.string().min(1).meta({ title: 'Host', 'x-placeholder': 'ftp.example.com', 'x-order': 1 }),
  port: z.number().int().min(1).max(65_535).default(21).meta({
    title: 'Port',
    description: '21, or 990 with TLS from the start.',
    'x-order': 2,
  }),
  security: z
    .enum(['explicit', 'implicit', 'none'])
    .default('explicit')
    .meta({
      title: 'Encryption',
      'x-enumTitles': ['TLS (explicit)', 'TLS from the start (implicit)', 'None'],
      'x-order': 3,
    }),
  verify: z.boolean().default(true).meta({
    title: 'Check the certificate',
    description: 'Without it, somebody on the line can read the files and the password.',
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
export type FtpConfig = z.output<typeof ftpConfig>;

/** User and password, or nobody in particular. */
export const ftpAuth = [
  customAuth(
    { id: 'password', title: 'User and password' },
    z.strictObject({
      user: z.string().min(1).meta({ title: 'User' }),
      password: z.string().meta({ title: 'Password', 'x-secret': true }),
    }),
  ),
  noAuth({ title: 'Anonymous' }),
];
