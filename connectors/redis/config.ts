import { z } from 'zod';

import { customAuth, tlsFields } from '#sdk';

/** What a connection to Redis holds beside its password. */
export const redisConfig = z.strictObject({
  host: z
    .string()
    .min(1)
    .meta({ title: 'Host', 'x-placeholder': 'cache.example.com', 'x-order': 1 }),
  port: z.number().int().min(1).max(65_535).default(6379).meta({ title: 'Port', 'x-order': 2 }),
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
