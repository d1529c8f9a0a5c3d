import { z } from 'zod';

import { customAuth, hostFields, tlsFields, userAndPassword } from '#sdk';

/** What a connection to MySQL or MariaDB holds beside user and password. */
export const mysqlConfig = z.strictObject({
  ...hostFields('db.example.com', 3306),
  database: z.string().min(1).meta({ title: 'Database', 'x-order': 3 }),
  ...tlsFields(4),
  maxConnections: z.number().int().min(1).max(50).default(5).meta({
    title: 'Connections at most',
    description: 'For each worker; further steps wait for a free one.',
    'x-advanced': true,
    'x-order': 6,
  }),
  statementTimeoutSeconds: z.number().min(1).max(3600).default(60).meta({
    title: 'Time limit of a statement (seconds)',
    description: 'After this time the statement is ended on the server.',
    'x-advanced': true,
    'x-order': 7,
  }),
});
export type MysqlConfig = z.output<typeof mysqlConfig>;

/** The scheme: a user of the database and its password. */
export const userAuth = customAuth(
  {
    id: 'user',
    title: 'User and password',
    help: 'A user with only the rights that the flows need.',
  },
  userAndPassword,
);
