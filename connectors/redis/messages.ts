import { z } from 'zod';

import { defineAction, definePollTrigger, writeContent } from '#sdk';

import { redisConfig } from './config.ts';
import { fields, fromPairs, key, toPairs } from './fields.ts';
import { redisContext, withRedis } from './with-redis.ts';

const BATCH = 500;
const entry = z.object({
  id: z.string().meta({ title: 'Id' }),
  fields: z.record(z.string(), z.string()).meta({ title: 'Fields' }),
});
const stream = key.meta({ title: 'Stream', 'x-placeholder': 'orders', 'x-order': 1 });

/** Publishes a message. */
export const publish = defineAction({
  title: 'Publish a message',
  description: 'Sends a message to those who listen to a channel now.',
  tags: ['pubsub', 'send', 'channel'],
  input: z.strictObject({
    channel: z.string().min(1).meta({ title: 'Channel', 'x-order': 1 }),
    message: z.any().meta({
      title: 'Message',
      description: 'Text is sent as it is, everything else as JSON.',
      'x-order': 2,
    }),
  }),
  output: z.object({ receivers: z.number().int().meta({ title: 'Receivers' }) }),
  sample: { channel: 'news', message: 'hello' },
  sampleOutput: { receivers: 2 },
  effects: { reads: false },
  config: redisConfig,
  run: (ctx) =>
    withRedis(ctx, async (client) => ({
      receivers: await client.publish(ctx.input.channel, writeContent(ctx.input.message)),
    })),
});

/** Adds an entry to a stream. */
export const addToStream = defineAction({
  title: 'Add to a stream',
  description: 'Appends an entry to a stream.',
  tags: ['stream', 'append', 'event'],
  input: z.strictObject({
    key: stream,
    fields,
    maxLength: z.number().int().min(1).optional().meta({
      title: 'Entries kept',
      description: 'The oldest beyond about this many are removed.',
      'x-advanced': true,
      'x-order': 3,
    }),
  }),
  output: z.object({ id: z.string().meta({ title: 'Id' }) }),
  sample: { key: 'orders', fields: { id: 7 } },
  sampleOutput: { id: '1700000000000-0' },
  effects: { reads: false },
  config: redisConfig,
  run: (ctx) =>
    withRedis(ctx, async (client) => {
      const { key: name, maxLength } = ctx.input;
      const trim = maxLength === undefined ? [] : ['MAXLEN', '~', maxLength];
      return { id: await client.call('XADD', [name, ...trim, '*', ...toPairs(ctx.input.fields)]) };
    }),
});

/** Reads entries of a stream. */
export const readStream = defineAction({
  title: 'Read a stream',
  description: 'Gives entries of a stream, oldest first.',
  tags: ['stream', 'range'],
  input: z.strictObject({
    key: stream,
    after: z.string().optional().meta({
      title: 'After',
      description: 'Id of an entry; empty begins with the oldest.',
      'x-order': 2,
    }),
    most: z.number().int().min(1).max(10_000).default(100).meta({
      title: 'Entries at most',
      'x-order': 3,
    }),
  }),
  output: z.object({ entries: z.array(entry).meta({ title: 'Entries' }) }),
  sample: { key: 'orders' },
  sampleOutput: { entries: [{ id: '1700000000000-0', fields: { id: '7' } }] },
  effects: { reads: true },
  config: redisConfig,
  run: (ctx) =>
    withRedis(ctx, async (client) => {
      const { key: name, after, most } = ctx.input;
      const found = await client.xrange(name, after ? `(${after}` : '-', '+', 'COUNT', most);
      return { entries: found.map(toEntry) };
    }),
});

/** New entries of a stream. */
export const newEntry = definePollTrigger({
  title: 'New stream entry',
  description: 'Starts a run for each entry that is appended to a stream.',
  tags: ['stream', 'event', 'message'],
  input: z.strictObject({ key: stream }),
  payload: entry,
  sample: { id: '1700000000000-0', fields: { id: '7' } },
  everyS: 15,
  key: 'id',
  poll: (ctx, { cursor }) =>
    withRedis(redisContext(ctx), async (client) => {
      const { key: name } = ctx.input;
      if (cursor === undefined) {
        const [last] = await client.xrevrange(name, '+', '-', 'COUNT', 1);
        return { items: [], cursor: last?.[0] ?? '0-0' };
      }
      const items = (await client.xrange(name, `(${cursor}`, '+', 'COUNT', BATCH)).map(toEntry);
      return { items, cursor: items.at(-1)?.id ?? cursor };
    }),
});

function toEntry([id, pairs]: [string, string[]]): z.output<typeof entry> {
  return { id, fields: fromPairs(pairs) };
}
