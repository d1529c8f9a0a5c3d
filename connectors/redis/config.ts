import { z } from 'zod';

import { customAuth, hostFields, tlsFields } from '#sdk';

/** What a connection to Redis holds beside its password. */
export const redisConfig = z.strictObject({
  ...hostFields('cache.example.com', 6379),
  database: z.number().int().min(0).default(0).meta({ title: 'Database number', 'x-order': 3 }),
  ...tlsFields(4),
});
export type RedisConfig = z.output<typeof redisConfig>;

/** The scheme: a password, with a user where the server has several. */
export const passwordAuth = customAuth(
  { id: 'password', title: 'Password', help: 'The password of the server, or of an ACL user.' },
  z.strictObject({
    user: z.string().optional().meta({ title: 'User', description: 'Empty for the default user.' }),
    password: z.string().min(1).meta({ title: 'Password', 'x-secret': true }),
  }),
);
