import { z } from 'zod';

import { customAuth, tlsFields } from '#sdk';

/** What a connection to an MQTT broker holds beside user and password. */
export const mqttConfig = z.strictObject({
  host: z
    .string()
    .min(1)
    .meta({ title: 'Host', 'x-placeholder': 'mqtt.example.com', 'x-order': 1 }),
  port: z.number().int().min(1).max(65_535).default(8883).meta({
    title: 'Port',
    description: 'Mostly 8883 with TLS and 1883 without.',
    'x-order': 2,
  }),
  ...tlsFields(3),
  version: z
    .enum(['5', '3.1.1'])
    .default('5')
    .meta({ title: 'Version of the protocol', 'x-advanced': true, 'x-order': 5 }),
});
export type MqttConfig = z.output<typeof mqttConfig>;

/** The scheme: user and password. */
export const userAuth = customAuth(
  { id: 'user', title: 'User and password', help: 'A user of the broker.' },
  z.strictObject({
    user: z.string().min(1).meta({ title: 'User' }),
    password: z.string().meta({ title: 'Password', 'x-secret': true }),
  }),
);
