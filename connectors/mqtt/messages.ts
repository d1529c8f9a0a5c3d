import { createHash } from 'node:crypto';

import { z } from 'zod';

import { contentInput, defineAction, definePollTrigger, writeContent } from '#sdk';

import { mqttConfig } from './config.ts';
import { filter, readRetained, retained, type Retained, topic } from './topics.ts';
import { mqttContext, withOwnMqtt, withSharedMqtt } from './with-mqtt.ts';

const QUIET_MS = 500;

/** Publishes a message. */
export const publish = defineAction({
  title: 'Publish a message',
  description: 'Sends a message to a topic; with at least once the broker confirms it.',
  tags: ['send', 'iot', 'device'],
  input: z.strictObject({
    topic,
    content: contentInput.meta({ title: 'Content', 'x-order': 2 }),
    qos: z
      .enum(['0', '1', '2'])
      .default('1')
      .meta({
        title: 'Delivery',
        'x-enumTitles': ['At most once', 'At least once', 'Exactly once'],
        'x-order': 3,
      }),
    retain: z.boolean().default(false).meta({
      title: 'Keep as the last value',
      description: 'Whoever subscribes later gets it at once.',
      'x-order': 4,
    }),
  }),
  output: z.object({ sent: z.boolean().meta({ title: 'Sent' }) }),
  sample: { topic: 'house/kitchen/lamp', content: 'on' },
  sampleOutput: { sent: true },
  effects: { reads: false },
  config: mqttConfig,
  run: (ctx) =>
    withSharedMqtt(ctx, async (client) => {
      const { topic: to, content, qos, retain } = ctx.input;
      await client.publishAsync(to, writeContent(content), {
        qos: Number(qos) as 0 | 1 | 2,
        retain,
      });
      return { sent: true };
    }),
});

/** Removes the kept value of a topic. */
export const clearRetained = defineAction({
  title: 'Remove a last value',
  description: 'Removes the message that the broker keeps for a topic.',
  tags: ['retained', 'delete'],
  input: z.strictObject({ topic }),
  output: z.object({ sent: z.boolean().meta({ title: 'Sent' }) }),
  sample: { topic: 'house/kitchen/lamp' },
  sampleOutput: { sent: true },
  effects: { reads: false, destructive: true, idempotent: true },
  config: mqttConfig,
  run: (ctx) =>
    withSharedMqtt(ctx, async (client) => {
      await client.publishAsync(ctx.input.topic, '', { qos: 1, retain: true });
      return { sent: true };
    }),
});

/** Reads kept values. */
export const readLast = defineAction({
  title: 'Read last values',
  description: 'Gives the messages that the broker keeps for topics.',
  tags: ['retained', 'read', 'state'],
  input: z.strictObject({
    topics: filter,
    waitSeconds: z.number().min(0.1).max(30).default(0.5).meta({
      title: 'Wait for more (seconds)',
      description: 'The broker does not say which is the last; after this time of silence it was.',
      'x-advanced': true,
      'x-order': 2,
    }),
  }),
  output: z.object({ messages: z.array(retained).meta({ title: 'Messages' }) }),
  sample: { topics: 'house/+/temperature' },
  sampleOutput: { messages: [{ topic: 'house/kitchen/temperature', text: '21', data: 21 }] },
  effects: { reads: true },
  config: mqttConfig,
  run: (ctx) =>
    withOwnMqtt(ctx, async (client) => ({
      messages: await readRetained(client, ctx.input.topics, ctx.input.waitSeconds * 1000),
    })),
});

const stateSchema = z.object({ count: z.number(), seen: z.record(z.string(), z.string()) });

/** Values that changed. */
export const changedValue = definePollTrigger({
  title: 'Changed last value',
  description: 'Starts a run for each topic whose kept message is new or has changed.',
  tags: ['retained', 'state', 'iot'],
  input: z.strictObject({ topics: filter }),
  payload: retained.extend({ key: z.string().meta({ title: 'Key' }) }),
  sample: {
    key: 'house/kitchen/temperature 7',
    topic: 'house/kitchen/temperature',
    text: '21',
    data: 21,
  },
  everyS: 30,
  key: 'key',
  poll: (ctx, { cursor }) =>
    withOwnMqtt(mqttContext(ctx), async (client) => {
      const found = await readRetained(client, ctx.input.topics, QUIET_MS);
      const before = cursor === undefined ? undefined : stateSchema.parse(JSON.parse(cursor));
      const seen = Object.fromEntries(found.map((one) => [one.topic, digest(one)]));
      const changed = before ? found.filter((one) => before.seen[one.topic] !== digest(one)) : [];
      // A value that comes back is news again, so the key counts on.
      const start = before?.count ?? 0;
      const items = changed.map((one, at) => ({ key: `${one.topic} ${start + at + 1}`, ...one }));
      return { items, cursor: JSON.stringify({ count: start + items.length, seen }) };
    }),
});

function digest({ text, base64 }: Retained): string {
  return createHash('sha256')
    .update(text ?? base64 ?? '')
    .digest('base64')
    .slice(0, 16);
}
