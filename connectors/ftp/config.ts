import { z } from 'zod';

import { certificateFields, customAuth, hostFields, noAuth, userAndPassword } from '#sdk';

/** What a connection to an FTP server holds beside user and password. */
export const ftpConfig = z.strictObject({
  ...hostFields('ftp.example.com', 21, '21, or 990 with TLS from the start.'),
  security: z
    .enum(['explicit', 'implicit', 'none'])
    .default('explicit')
    .meta({
      title: 'Encryption',
      'x-enumTitles': ['TLS (explicit)', 'TLS from the start (implicit)', 'None'],
      'x-order': 3,
    }),
  ...certificateFields('the files', 4),
});
export type FtpConfig = z.output<typeof ftpConfig>;

/** User and password, or nobody in particular. */
export const ftpAuth = [
  customAuth({ id: 'password', title: 'User and password' }, userAndPassword),
  noAuth({ title: 'Anonymous' }),
];
