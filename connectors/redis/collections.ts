import { z } from 'zod';

import { defineAction, writeContent } from '#sdk';

import { redisConfig } from './config.ts';
import { fields, key, side, toPairs } from './fields.ts';
import { withRedis } from './with-redis.ts';

const config = redisConfig;
const reads = { reads: true };
const texts = z.array(z.string());
const values = z.array(z.any()).min(1).meta({
  title: 'Values',
  description: 'Text is stored as it is, everything else as JSON.',
  'x-order': 2,
});

/** Reads a hash. */
export const getHash = defineAction({
  title: 'Get a hash',
  description: 'Gives all fields of a hash; an empty object when there is none.',
  tags: ['hash', 'object', 'fields'],
  input: z.strictObject({ key }),
  output: z.object({ fields: z.record(z.string(), z.string()).meta({ title: 'Fields' }) }),
  sample: { key: 'customer:42' },
  sampleOutput: { fields: { name: 'Ada' } },
  effects: reads,
  config,
  run: (ctx) => withRedis(ctx, async (client) => ({ fields: await client.hgetall(ctx.input.key) })),
});

/** Writes fields of a hash. */
export const setHash = defineAction({
  title: 'Set fields of a hash',
  description: 'Writes some fields and leaves the others.',
  tags: ['hash', 'object', 'fields'],
  input: z.strictObject({ key, fields }),
  output: z.object({ added: z.number().int().meta({ title: 'New fields' }) }),
  sample: { key: 'customer:42', fields: { name: 'Ada' } },
  sampleOutput: { added: 1 },
  effects: { reads: false, idempotent: true },
  config,
  run: (ctx) =>
    withRedis(ctx, async (client) => ({
      added: await client.hset(ctx.input.key, ...toPairs(ctx.input.fields)),
    })),
});

/** Adds to a list. */
export const pushList = defineAction({
  title: 'Add to a list',
  description: 'Puts values at an end of a list.',
  tags: ['list', 'queue', 'push'],
  input: z.strictObject({ key, values, side }),
  output: z.object({ length: z.number().int().meta({ title: 'Length' }) }),
  sample: { key: 'jobs', values: [{ id: 7 }] },
  sampleOutput: { length: 1 },
  effects: { reads: false },
  config,
  run: (ctx) =>
    withRedis(ctx, async (client) => {
      const given = ctx.input.values.map(writeContent);
      const command = ctx.input.side === 'left' ? 'lpush' : 'rpush';
      return { length: await client[command](ctx.input.key, ...given) };
    }),
});

/** Takes from a list. */
export const popList = defineAction({
  title: 'Take from a list',
  description: 'Takes values off an end of a list; none when it is empty.',
  tags: ['list', 'queue', 'pop'],
  input: z.strictObject({
    key,
    count: z.number().int().min(1).max(10_000).default(1).meta({ title: 'How many', 'x-order': 2 }),
    side: side.default('left'),
  }),
  output: z.object({ values: texts.meta({ title: 'Values' }) }),
  sample: { key: 'jobs' },
  sampleOutput: { values: ['{"id":7}'] },
  effects: { reads: false, destructive: true },
  config,
  run: (ctx) =>
    withRedis(ctx, async (client) => {
      const { key: name, count, side: end } = ctx.input;
      const command = end === 'left' ? 'lpop' : 'rpop';
      return { values: (await client[command](name, count)) ?? [] };
    }),
});

/** Reads a list. */
export const readList = defineAction({
  title: 'Read a list',
  description: 'Gives values of a list and leaves them there.',
  tags: ['list', 'range'],
  input: z.strictObject({
    key,
    start: z.number().int().default(0).meta({
      title: 'From',
      description: '0 is the first; -1 the last.',
      'x-order': 2,
    }),
    end: z.number().int().default(99).meta({ title: 'To, included', 'x-order': 3 }),
  }),
  output: z.object({ values: texts.meta({ title: 'Values' }) }),
  sample: { key: 'jobs' },
  sampleOutput: { values: ['{"id":7}'] },
  effects: reads,
  config,
  run: (ctx) =>
    withRedis(ctx, async (client) => ({
      values: await client.lrange(ctx.input.key, ctx.input.start, ctx.input.end),
    })),
});

const members = z.array(z.any()).min(1).meta({ title: 'Members', 'x-order': 2 });

/** Adds to a set. */
export const addToSet = defineAction({
  title: 'Add to a set',
  description: 'Adds members; those that are there already stay once.',
  tags: ['set', 'unique', 'seen'],
  input: z.strictObject({ key, members }),
  output: z.object({ added: z.number().int().meta({ title: 'New members' }) }),
  sample: { key: 'seen', members: ['order-7'] },
  sampleOutput: { added: 1 },
  effects: { reads: false, idempotent: true },
  config,
  run: (ctx) =>
    withRedis(ctx, async (client) => ({
      added: await client.sadd(ctx.input.key, ...ctx.input.members.map(writeContent)),
    })),
});

/** Removes from a set. */
export const removeFromSet = defineAction({
  title: 'Remove from a set',
  description: 'Removes members of a set.',
  tags: ['set', 'delete'],
  input: z.strictObject({ key, members }),
  output: z.object({ removed: z.number().int().meta({ title: 'Members removed' }) }),
  sample: { key: 'seen', members: ['order-7'] },
  sampleOutput: { removed: 1 },
  effects: { reads: false, destructive: true, idempotent: true },
  config,
  run: (ctx) =>
    withRedis(ctx, async (client) => ({
      removed: await client.srem(ctx.input.key, ...ctx.input.members.map(writeContent)),
    })),
});

/** Reads a set. */
export const readSet = defineAction({
  title: 'Read a set',
  description: 'Gives all members of a set.',
  tags: ['set', 'members'],
  input: z.strictObject({ key }),
  output: z.object({ members: texts.meta({ title: 'Members' }) }),
  sample: { key: 'seen' },
  sampleOutput: { members: ['order-7'] },
  effects: reads,
  config,
  run: (ctx) =>
    withRedis(ctx, async (client) => ({ members: await client.smembers(ctx.input.key) })),
});
