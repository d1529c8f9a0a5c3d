/** The Kafka connector: any cluster that speaks Apache Kafka's protocol. */
import { defineConnector, noAuth, readIcon } from '#sdk';

import { kafkaConfig, userAuth } from './config.ts';
import { produce, produceMany } from './produce.ts';
import { readMessages } from './read-messages.ts';
import { createTopic, describeTopic, listTopics, topics } from './topics.ts';
import { newMessage } from './triggers.ts';
import { kafkaContext, withKafka } from './with-kafka.ts';

export const kafka = defineConnector({
  id: 'kafka',
  version: '1.0.0',
  name: 'Kafka',
  description: 'Messages and topics of an Apache Kafka cluster.',
  kind: 'protocol',
  categories: ['Messaging'],
  useCases: [
    'Start a flow for each message of a topic.',
    'Tell other services of an order by a message.',
    'Read again what came in since a time, after something went wrong.',
  ],
  icon: { svg: readIcon(import.meta.dirname), color: '#475569' },
  docsUrl: 'https://kafka.apache.org/documentation/',
  releases: [{ version: '1.0.0', date: '2026-11-30', breaking: false, notes: 'First release.' }],
  network: { allowedHosts: ['{config.host}'] },
  config: kafkaConfig,
  auth: [userAuth, noAuth()],
  actions: { produce, produceMany, readMessages, listTopics, describeTopic, createTopic },
  triggers: { newMessage },
  options: { topics },
  errors: [],
  test: (ctx) =>
    withKafka(kafkaContext(ctx), async ({ admin }) => {
      const { brokers, id } = await admin.metadata({ topics: [] });
      return { identity: `Kafka, cluster ${id}, ${brokers.size} brokers` };
    }),
});
