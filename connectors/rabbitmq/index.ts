/** The RabbitMQ connector: AMQP 0-9-1. */
import { defineConnector, readIcon } from '#sdk';

import { rabbitConfig, userAuth } from './config.ts';
import { errorRules } from './explain-error.ts';
import { get, publish } from './messages.ts';
import { bindQueue, declareQueue, deleteQueue, inspectQueue, purgeQueue } from './queues.ts';
import { newMessage } from './triggers.ts';
import { rabbitContext, withChannel } from './with-channel.ts';

export const rabbitmq = defineConnector({
  id: 'rabbitmq',
  version: '1.0.0',
  name: 'RabbitMQ',
  description: 'Messages and queues of a RabbitMQ broker, or another that speaks AMQP 0-9-1.',
  kind: 'protocol',
  categories: ['Messaging'],
  useCases: [
    'Hand work to another program through a queue.',
    'Start a flow for each message of a queue.',
    'Send an alarm when a queue grows too long.',
  ],
  icon: { svg: readIcon(import.meta.dirname), color: '#ff6600' },
  docsUrl: 'https://www.rabbitmq.com/docs',
  releases: [{ version: '1.0.0', date: '2026-11-24', breaking: false, notes: 'First release.' }],
  network: { allowedHosts: ['{config.host}'] },
  config: rabbitConfig,
  auth: [userAuth],
  actions: { publish, get, inspectQueue, declareQueue, bindQueue, purgeQueue, deleteQueue },
  triggers: { newMessage },
  options: {},
  errors: errorRules,
  test: (ctx) =>
    withChannel(rabbitContext(ctx), async (_, { model }) => {
      const { product, version } = model.connection.serverProperties;
      return { identity: `${ctx.credential?.fields.user} at ${product} ${version}` };
    }),
});
