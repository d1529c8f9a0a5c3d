/** The MQTT connector, for brokers of MQTT 5 and 3.1.1. */
import { defineConnector, noAuth, readIcon } from '#sdk';

import { mqttConfig, userAuth } from './config.ts';
import { changedValue, clearRetained, publish, readLast } from './messages.ts';
import { mqttContext, withSharedMqtt } from './with-mqtt.ts';

export const mqtt = defineConnector({
  id: 'mqtt',
  version: '1.0.0',
  name: 'MQTT',
  description: 'Messages and last values of an MQTT broker.',
  kind: 'protocol',
  categories: ['Messaging'],
  useCases: [
    'Switch a device from a flow.',
    'Write the readings of sensors into a database.',
    'Send an alarm when a value changes.',
  ],
  icon: { svg: readIcon(import.meta.dirname), color: '#660066' },
  docsUrl: 'https://mqtt.org/mqtt-specification/',
  releases: [{ version: '1.0.0', date: '2026-11-24', breaking: false, notes: 'First release.' }],
  network: { allowedHosts: ['{config.host}'] },
  config: mqttConfig,
  auth: [userAuth, noAuth()],
  actions: { publish, readLast, clearRetained },
  triggers: { changedValue },
  options: {},
  errors: [],
  test: (ctx) =>
    withSharedMqtt(mqttContext(ctx), async () => {
      const { fields } = ctx.credential ?? {};
      return { identity: `${fields?.user ?? 'Nobody'} at ${mqttContext(ctx).config.host}` };
    }),
});
