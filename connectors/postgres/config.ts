import { z } from 'zod';

import { customAuth, hostFields, userAndPassword } from '#sdk';

/** What a connection to PostgreSQL holds beside user and password. */
export const postgresConfig = z.strictObject({
  ...hostFields('db.example.com', 5432),
  database: z.string().min(1).meta({ title: 'Database', 'x-order': 3 }),
  ssl: z
    .enum(['verify-full', 'require', 'disable'])
    .default('verify-full')
    .meta({
      title: 'TLS',
      description: 'Without a check of the certificate, somebody on the line can read the data.',
      'x-enumTitles': ['On, certificate checked', 'On, certificate not checked', 'Off'],
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
  maxConnections: z.number().int().min(1).max(50).default(5).meta({
    title: 'Connections at most',
    description: 'For each worker; further steps wait for a free one.',
    'x-advanced': true,
    'x-order': 6,
  }),
  statementTimeoutSeconds: z.number().min(0).max(3600).default(60).meta({
    title: 'Time limit of a statement (seconds)',
    description:
      'The server itself ends a statement after this time. 0 sets none, for poolers that refuse the setting.',
    'x-advanced': true,
    'x-order': 7,
  }),
});
export type PostgresConfig = z.output<typeof postgresConfig>;

/** The scheme: a role of the database and its password. */
export const roleAuth = customAuth(
  {
    id: 'role',
    title: 'User and password',
    help: 'A role with only the rights that the flows need.',
  },
  userAndPassword,
);
