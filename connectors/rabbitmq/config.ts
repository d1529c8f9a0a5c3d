import { z } from 'zod';

import { customAuth, tlsFields } from '#sdk';

/** What a connection to RabbitMQ holds beside user and password. */
export const rabbitConfig = z.strictObject({
  host: z.string().min(1).meta({ title: 'Host', 'x-placeholder': 'mq.example.com', 'x-order': 1 }),
  port: z.number().int().min(1).max(65_535).default(5671).meta({
    title: 'Port',
    description: 'Mostly 5671 with TLS and 5672 without.',
    'x-order': 2,
  }),
  vhost: z.string().min(1).default('/').meta({ title: 'Virtual host', 'x-order': 3 }),
  ...tlsFields(4),
});
export type RabbitConfig = z.output<typeof rabbitConfig>;

/** The scheme: user and password. */
export const userAuth = customAuth(
  {
    id: 'user',
    title: 'User and password',
    help: 'A user of the broker with rights on the virtual host.',
  },
  z.strictObject({
    user: z.string().min(1).meta({ title: 'User' }),
    password: z.string().meta({ title: 'Password', 'x-secret': true }),
  }),
);
