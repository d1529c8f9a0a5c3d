import { z } from 'zod';

import { defineAction, type OptionSource } from '#sdk';

import { kafkaConfig } from './config.ts';
import { topic } from './message.ts';
import { findTopic, NEWEST, offsetsAt, OLDEST } from './read-topic.ts';
import { kafkaContext, withKafka } from './with-kafka.ts';

const config = kafkaConfig;
const count = z.number().int();

/** The topics of the cluster. */
export const listTopics = defineAction({
  title: 'List topics',
  description: 'Gives the names of the topics that the user may see.',
  tags: ['topics', 'find'],
  input: z.strictObject({}),
  output: z.object({ topics: z.array(z.string()).meta({ title: 'Topics' }) }),
  sample: {},
  sampleOutput: { topics: ['orders'] },
  effects: { reads: true },
  config,
  run: (ctx) =>
    withKafka(ctx, async ({ admin }) => ({ topics: (await admin.listTopics()).toSorted() })),
});

/** How a topic is. */
export const describeTopic = defineAction({
  title: 'Look at a topic',
  description: 'Gives the partitions of a topic: who leads them, and from where to where they go.',
  tags: ['partitions', 'metadata', 'offsets', 'count'],
  input: z.strictObject({ topic }),
  output: z.object({
    topic: z.string().meta({ title: 'Topic' }),
    partitions: z
      .array(
        z.object({
          partition: count.meta({ title: 'Partition' }),
          leader: count.meta({ title: 'Broker that leads it' }),
          oldest: count.meta({ title: 'Offset of the oldest message' }),
          next: count.meta({ title: 'Offset of the next message' }),
        }),
      )
      .meta({ title: 'Partitions' }),
  }),
  sample: { topic: 'orders' },
  sampleOutput: { topic: 'orders', partitions: [{ partition: 0, leader: 1, oldest: 0, next: 8 }] },
  effects: { reads: true },
  config,
  run: (ctx) =>
    withKafka(ctx, async (kafka) => {
      const place = await findTopic(kafka, ctx.input.topic);
      const [oldest, newest] = await Promise.all([
        offsetsAt(kafka, place, OLDEST),
        offsetsAt(kafka, place, NEWEST),
      ]);
      const partitions = [...place.leaders].map(([partition, leader]) => ({
        partition,
        leader,
        oldest: Number(oldest.get(partition)),
        next: Number(newest.get(partition)),
      }));
      return { topic: place.name, partitions };
    }),
});

/** A new topic. */
export const createTopic = defineAction({
  title: 'Create a topic',
  description: 'Creates a topic; fails when there is one of this name.',
  tags: ['new', 'add', 'partitions'],
  input: z.strictObject({
    topic: topic.meta({ 'x-options': undefined }),
    partitions: count
      .min(1)
      .max(10_000)
      .default(1)
      .meta({ title: 'Partitions', description: 'How many can read it at once.', 'x-order': 2 }),
    replicas: count.min(1).max(100).optional().meta({
      title: 'Copies',
      description: 'Empty takes what the cluster is set to.',
      'x-order': 3,
    }),
  }),
  output: z.object({ topic: z.string().meta({ title: 'Topic' }) }),
  sample: { topic: 'orders', partitions: 3 },
  sampleOutput: { topic: 'orders' },
  effects: { reads: false },
  config,
  run: (ctx) =>
    withKafka(ctx, async ({ admin }) => {
      const { topic: name, partitions, replicas = -1 } = ctx.input;
      await admin.createTopics({ topics: [name], partitions, replicas });
      return { topic: name };
    }),
});

/** The topics to choose from. */
export const topics: OptionSource = (ctx) =>
  withKafka(kafkaContext(ctx), async ({ admin }) => {
    const names = await admin.listTopics();
    return names.toSorted().map((name) => ({ value: name, label: name }));
  });
