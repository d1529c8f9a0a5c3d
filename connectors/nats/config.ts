import { z } from 'zod';

import { customAuth, hostFields, tlsFields, userAndPassword } from '#sdk';

/** What a connection to NATS holds beside its credential. */
export const natsConfig = z.strictObject({
  ...hostFields('nats.example.com', 4222),
  ...tlsFields(3),
});
export type NatsConfig = z.output<typeof natsConfig>;

/** The scheme: user and password. */
export const userAuth = customAuth(
  { id: 'user', title: 'User and password', help: 'A user of the server’s configuration.' },
  userAndPassword,
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
