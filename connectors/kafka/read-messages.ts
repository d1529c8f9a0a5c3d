import { z } from 'zod';

import { defineAction, invalidInput } from '#sdk';

import { kafkaConfig } from './config.ts';
import { message, partitionNumber, SAMPLE_MESSAGE, topic } from './message.ts';
import { findTopic, type Offsets, offsetsAt, OLDEST, readTopic } from './read-topic.ts';
import { withKafka } from './with-kafka.ts';

const input = z.strictObject({
  topic,
  since: z.iso.datetime({ offset: true }).optional().meta({
    title: 'Since',
    description: 'Messages from that time on. Empty begins with the oldest.',
    'x-order': 2,
  }),
  partition: partitionNumber.meta({
    title: 'Partition',
    description: 'Empty reads all of them.',
    'x-advanced': true,
    'x-order': 3,
  }),
  offset: z.number().int().min(0).optional().meta({
    title: 'From offset',
    description: 'Of the partition; in place of a time.',
    'x-advanced': true,
    'x-order': 4,
  }),
  most: z.number().int().min(1).max(1000).default(100).meta({
    title: 'Messages at most',
    'x-order': 5,
  }),
});

/** Reads messages, and leaves them and every consumer group as they are. */
export const readMessages = defineAction({
  title: 'Read messages',
  description: 'Gives messages of a topic, oldest first, from a time or an offset on.',
  tags: ['consume', 'fetch', 'replay', 'offset'],
  docsUrl: 'https://kafka.apache.org/documentation/#consumerapi',
  input,
  output: z.object({ messages: z.array(message).meta({ title: 'Messages' }) }),
  sample: { topic: 'orders', since: '2026-11-24T09:00:00Z' },
  sampleOutput: { messages: [SAMPLE_MESSAGE] },
  effects: { reads: true },
  config: kafkaConfig,
  run: (ctx) =>
    withKafka(ctx, async (kafka) => {
      const { topic: name, since, most } = ctx.input;
      const place = await findTopic(kafka, name);
      const time = since === undefined ? OLDEST : BigInt(Date.parse(since));
      const from = wanted(ctx.input, await offsetsAt(kafka, place, time));
      return { messages: (await readTopic(kafka, place, { from, most })).messages };
    }),
});

function wanted({ partition, offset }: z.output<typeof input>, starts: Offsets): Offsets {
  if (partition === undefined) {
    if (offset === undefined) return starts;
    throw invalidInput('An offset is that of a partition, and none is named.', {
      hint: 'Name the partition, or read from a time on.',
      field: 'partition',
    });
  }
  const start = starts.get(partition);
  if (start !== undefined)
    return new Map([[partition, offset === undefined ? start : BigInt(offset)]]);
  throw invalidInput(`The topic has no partition ${partition}.`, {
    hint: `It has the partitions 0 to ${starts.size - 1}.`,
    field: 'partition',
  });
}
