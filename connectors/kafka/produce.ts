import { z } from 'zod';

import { contentInput, defineAction, writeContent } from '#sdk';

import { kafkaConfig } from './config.ts';
import { partitionNumber, topic } from './message.ts';
import { findTopic } from './read-topic.ts';
import { type Kafka, withKafka } from './with-kafka.ts';

/** All copies that the topic asks for must have it. */
const ALL = -1;
const key = z.string().optional().meta({
  title: 'Key',
  description: 'Messages with the same key stay in order, in one partition.',
  'x-order': 3,
});
const headers = z.record(z.string(), z.string()).default({}).meta({
  title: 'Headers',
  'x-advanced': true,
  'x-order': 4,
});
const content = contentInput.meta({
  title: 'Content',
  description: 'Text is sent as it is, everything else as JSON; nothing marks the key as deleted.',
  'x-order': 2,
});
const place = z.object({
  partition: z.number().int().meta({ title: 'Partition' }),
  offset: z.number().int().meta({ title: 'Offset' }),
});
const message = z.strictObject({ content, key, headers });

/** Sends one message. */
export const produce = defineAction({
  title: 'Send a message',
  description: 'Writes a message to a topic; it is there once the step is done.',
  tags: ['produce', 'publish', 'event', 'topic'],
  docsUrl: 'https://kafka.apache.org/documentation/#producerapi',
  input: z.strictObject({
    topic,
    ...message.shape,
    partition: partitionNumber.meta({
      title: 'Partition',
      description: 'Empty lets the key decide.',
      'x-advanced': true,
      'x-order': 5,
    }),
  }),
  output: place.extend({ topic: z.string().meta({ title: 'Topic' }) }),
  sample: { topic: 'orders', content: { id: 1042 }, key: '1042' },
  sampleOutput: { topic: 'orders', partition: 0, offset: 7 },
  effects: { reads: false },
  config: kafkaConfig,
  run: (ctx) =>
    withKafka(ctx, async (kafka) => {
      const { topic: name, partition, ...one } = ctx.input;
      const [written] = await send(kafka, name, [{ ...one, partition }]);
      return { topic: name, ...written };
    }),
});

/** Sends several messages at once. */
export const produceMany = defineAction({
  title: 'Send several messages',
  description: 'Writes messages to a topic in one go, in their order.',
  tags: ['produce', 'publish', 'batch', 'bulk'],
  docsUrl: 'https://kafka.apache.org/documentation/#producerapi',
  input: z.strictObject({
    topic,
    messages: z.array(message).min(1).max(1000).meta({ title: 'Messages', 'x-order': 2 }),
  }),
  output: z.object({
    count: z.number().int().meta({ title: 'Messages sent' }),
    first: z.array(place).meta({
      title: 'Where they begin',
      description: 'In each partition, the offset of the first.',
    }),
  }),
  sample: { topic: 'orders', messages: [{ content: { id: 1042 }, key: '1042' }] },
  sampleOutput: { count: 1, first: [{ partition: 0, offset: 7 }] },
  effects: { reads: false },
  config: kafkaConfig,
  run: (ctx) =>
    withKafka(ctx, async (kafka) => {
      const { topic: name, messages } = ctx.input;
      return { count: messages.length, first: await send(kafka, name, messages) };
    }),
});

interface Outgoing extends z.output<typeof message> {
  partition?: number;
}

async function send(
  kafka: Kafka,
  name: string,
  messages: Outgoing[],
): Promise<z.output<typeof place>[]> {
  // The library would create a topic that is missing, or wait for it.
  await findTopic(kafka, name);
  const sent = messages.map(({ content: given, key: by, headers: more, partition }) => ({
    topic: name,
    ...(by !== undefined && { key: Buffer.from(by) }),
    ...(given !== undefined && given !== null && { value: Buffer.from(writeContent(given)) }),
    headers: new Map(
      Object.entries(more).map(([header, value]) => [Buffer.from(header), Buffer.from(value)]),
    ),
    ...(partition !== undefined && { partition }),
  }));
  const { offsets = [] } = await kafka.producer.send({
    messages: sent,
    acks: ALL,
    autocreateTopics: false,
  });
  return offsets.map(({ partition, offset }) => ({ partition, offset: Number(offset) }));
}
