import { z } from 'zod';

import { customAuth, hostFields, tlsFields, userAndPassword } from '#sdk';

/** What a connection to RabbitMQ holds beside user and password. */
export const rabbitConfig = z.strictObject({
  ...hostFields('mq.example.com', 5671, 'Mostly 5671 with TLS and 5672 without.'),
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
  userAndPassword,
);
