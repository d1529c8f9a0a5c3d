import { z } from 'zod';

import { customAuth, tlsFields } from '#sdk';

/** What a connection to Kafka holds beside its credential. */
export const kafkaConfig = z.strictObject({
  host: z.string().min(1).meta({
    title: 'Host',
    description: 'Any broker of the cluster, or the name it is reached by first.',
    'x-placeholder': 'kafka.example.com',
    'x-order': 1,
  }),
  port: z.number().int().min(1).max(65_535).default(9092).meta({ title: 'Port', 'x-order': 2 }),
  ...tlsFields(3),
});
export type KafkaConfig = z.output<typeof kafkaConfig>;

/** The scheme: SASL with user and password. */
export const userAuth = customAuth(
  {
    id: 'user',
    title: 'User and password',
    help: 'A user of the cluster, by SASL; of a cloud service mostly an API key and its secret.',
  },
  z.strictObject({
    mechanism: z
      .enum(['PLAIN', 'SCRAM-SHA-256', 'SCRAM-SHA-512'])
      .default('PLAIN')
      .meta({ title: 'Mechanism' }),
    user: z.string().min(1).meta({ title: 'User' }),
    password: z.string().meta({ title: 'Password', 'x-secret': true }),
  }),
);
