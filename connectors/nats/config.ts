import { z } from 'zod';

import { customAuth, tlsFields } from '#sdk';

/** What a connection to NATS holds beside its credential. */
export const natsConfig = z.strictObject({
  host: z
    .string()
    .min(1)
    .meta({ title: 'Host', 'x-placeholder': 'nats.example.com', 'x-order': 1 }),
  port: z.number().int().min(1).max(65_535).default(4222).meta({ title: 'Port', 'x-order': 2 }),
  ...tlsFields(3),
});
export type NatsConfig = z.output<typeof natsConfig>;

/** The scheme: user and password. */
export const userAuth = customAuth(
  { id: 'user', title: 'User and password', help: 'A user of the server’s configuration.' },
  z.strictObject({
    user: z.string().min(1).meta({ title: 'User' }),
    password: z.string().meta({ title: 'Password', 'x-secret': true }),
  }),
);

/** The scheme: a token. */
export const tokenAuth = customAuth(
  { id: 'token', title: 'Token', help: 'The token of the server’s configuration.' },
  z.strictObject({ token: z.string().min(1).meta({ title: 'Token', 'x-secret': true }) }),
);

/** The scheme: the text of a `.creds` file. */
export const credsAuth = customAuth(
  { id: 'creds', title: 'Credentials file', help: 'The text of the user’s .creds file.' },
  z.strictObject({
    creds: z
      .string()
      .min(1)
      .meta({ title: 'Text of the file', 'x-secret': true, 'x-multiline': true }),
  }),
);
