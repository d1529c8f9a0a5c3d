import { z } from 'zod';

import { customAuth, hostFields } from '#sdk';

/** What a connection to an SFTP server holds beside user and key. */
export const sftpConfig = z.strictObject({
  ...hostFields('sftp.example.com', 22),
  hostKey: z
    .string()
    .regex(/^(SHA256:)?[A-Za-z0-9+/]{43}=?$/, 'must look like SHA256:… with 43 characters')
    .optional()
    .meta({
      title: 'Fingerprint of the server’s key',
      description:
        'From the server’s administrator. Leave it empty to have the test of the connection show the one that the server presents.',
      'x-placeholder': 'SHA256:…',
      'x-order': 3,
    }),
});
export type SftpConfig = z.output<typeof sftpConfig>;

const user = z.string().min(1).meta({ title: 'User', 'x-order': 1 });

/** A key, or a password. */
export const sftpAuth = [
  customAuth(
    { id: 'key', title: 'Private key' },
    z.strictObject({
      user,
      privateKey: z.string().min(1).meta({
        title: 'Private key',
        description: 'As ssh-keygen writes it.',
        'x-secret': true,
        'x-multiline': true,
      }),
      passphrase: z.string().optional().meta({ title: 'Passphrase of the key', 'x-secret': true }),
    }),
  ),
  customAuth(
    { id: 'password', title: 'User and password' },
    z.strictObject({ user, password: z.string().meta({ title: 'Password', 'x-secret': true }) }),
  ),
];
