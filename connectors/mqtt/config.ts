import { z } from 'zod';

import { customAuth, hostFields, tlsFields, userAndPassword } from '#sdk';

/** What a connection to an MQTT broker holds beside user and password. */
export const mqttConfig = z.strictObject({
  ...hostFields('mqtt.example.com', 8883, 'Mostly 8883 with TLS and 1883 without.'),
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
  userAndPassword,
);
