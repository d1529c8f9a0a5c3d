import { z } from 'zod';

import { customAuth, tlsFields, userAndPassword } from '#sdk';

/** What a connection to MongoDB holds beside user and password. */
export const mongoConfig = z.strictObject({
  host: z.string().min(1).meta({
    title: 'Host',
    description: 'One server; of a replica set the primary, for writing.',
    'x-placeholder': 'mongo.example.com',
    'x-order': 1,
  }),
  port: z.number().int().min(1).max(65_535).default(27_017).meta({ title: 'Port', 'x-order': 2 }),
  database: z.string().min(1).meta({ title: 'Database', 'x-order': 3 }),
  ...tlsFields(4),
  authSource: z.string().min(1).default('admin').meta({
    title: 'Database of the user',
    description: 'Where the user was created.',
    'x-advanced': true,
    'x-order': 5,
  }),
  timeLimitSeconds: z.number().min(1).max(3600).default(60).meta({
    title: 'Time limit of a query (seconds)',
    description: 'The server itself ends a query after this time.',
    'x-advanced': true,
    'x-order': 6,
  }),
});
export type MongoConfig = z.output<typeof mongoConfig>;

/** The scheme: a user of the database and its password (SCRAM). */
export const userAuth = customAuth(
  {
    id: 'user',
    title: 'User and password',
    help: 'A user with only the roles that the flows need.',
  },
  userAndPassword,
);
