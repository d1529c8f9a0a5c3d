import { z } from 'zod';

import { defineAction, writeContent } from '#sdk';

import { redisConfig } from './config.ts';
import { key, value } from './fields.ts';
import { withRedis } from './with-redis.ts';

const common = { tags: ['key', 'cache', 'value'], config: redisConfig };
const reads = { reads: true };

/** Reads a value. */
export const get = defineAction({
  ...common,
  title: 'Get a value',
  description: 'Gives the text under a key, or null.',
  input: z.strictObject({ key }),
  output: z.object({ value: z.string().nullable().meta({ title: 'Value' }) }),
  sample: { key: 'customer:42' },
  sampleOutput: { value: 'Ada' },
  effects: reads,
  run: (ctx) => withRedis(ctx, async (client) => ({ value: await client.get(ctx.input.key) })),
});

/** Writes a value. */
export const set = defineAction({
  ...common,
  title: 'Set a value',
  description: 'Writes a value under a key.',
  input: z.strictObject({
    key,
    value,
    expireSeconds: z.number().int().min(1).optional().meta({
      title: 'Expires after (seconds)',
      'x-order': 3,
    }),
    onlyIf: z
      .enum(['always', 'absent', 'present'])
      .default('always')
      .meta({
        title: 'Write',
        'x-enumTitles': ['Always', 'Only when the key is new', 'Only when the key exists'],
        'x-order': 4,
      }),
  }),
  output: z.object({ written: z.boolean().meta({ title: 'Was written' }) }),
  sample: { key: 'customer:42', value: { name: 'Ada' }, expireSeconds: 3600 },
  sampleOutput: { written: true },
  effects: { reads: false, idempotent: true },
  run: (ctx) =>
    withRedis(ctx, async (client) => {
      const { expireSeconds, onlyIf } = ctx.input;
      const expire = expireSeconds === undefined ? [] : ['EX', expireSeconds];
      const condition = { always: [], absent: ['NX'], present: ['XX'] }[onlyIf];
      const args = [ctx.input.key, writeContent(ctx.input.value), ...expire, ...condition];
      return { written: (await client.call('SET', args)) === 'OK' };
    }),
});

/** Deletes keys. */
export const deleteKeys = defineAction({
  ...common,
  title: 'Delete keys',
  description: 'Deletes keys of any type.',
  input: z.strictObject({ keys: z.array(z.string().min(1)).min(1).meta({ title: 'Keys' }) }),
  output: z.object({ count: z.number().int().meta({ title: 'Keys deleted' }) }),
  sample: { keys: ['customer:42'] },
  sampleOutput: { count: 1 },
  effects: { reads: false, destructive: true, idempotent: true },
  run: (ctx) => withRedis(ctx, async (client) => ({ count: await client.del(...ctx.input.keys) })),
});

/** Counts up or down. */
export const increment = defineAction({
  ...common,
  title: 'Count up',
  description: 'Adds to the number under a key; a new key begins at 0.',
  input: z.strictObject({
    key,
    by: z.number().int().default(1).meta({ title: 'By', 'x-order': 2 }),
  }),
  output: z.object({ value: z.number().meta({ title: 'New value' }) }),
  sample: { key: 'invoices', by: 1 },
  sampleOutput: { value: 8 },
  effects: { reads: false },
  run: (ctx) =>
    withRedis(ctx, async (client) => ({ value: await client.incrby(ctx.input.key, ctx.input.by) })),
});

/** Lets a key expire. */
export const expire = defineAction({
  ...common,
  title: 'Let a key expire',
  description: 'Deletes a key after a time.',
  input: z.strictObject({
    key,
    seconds: z.number().int().min(1).meta({ title: 'After (seconds)', 'x-order': 2 }),
  }),
  output: z.object({ found: z.boolean().meta({ title: 'The key exists' }) }),
  sample: { key: 'customer:42', seconds: 60 },
  sampleOutput: { found: true },
  effects: { reads: false, destructive: true, idempotent: true },
  run: (ctx) =>
    withRedis(ctx, async (client) => ({
      found: (await client.expire(ctx.input.key, ctx.input.seconds)) === 1,
    })),
});

/** Finds keys. */
export const listKeys = defineAction({
  ...common,
  title: 'List keys',
  description: 'Finds keys by a pattern, without holding up the server.',
  input: z.strictObject({
    pattern: z.string().min(1).default('*').meta({
      title: 'Pattern',
      description: '* stands for any text, ? for one character.',
      'x-placeholder': 'customer:*',
      'x-order': 1,
    }),
    most: z.number().int().min(1).max(100_000).default(1000).meta({
      title: 'Keys at most',
      'x-advanced': true,
      'x-order': 2,
    }),
  }),
  output: z.object({
    keys: z.array(z.string()).meta({ title: 'Keys' }),
    truncated: z.boolean().meta({ title: 'There were more keys' }),
  }),
  sample: { pattern: 'customer:*' },
  sampleOutput: { keys: ['customer:42'], truncated: false },
  effects: reads,
  run: (ctx) =>
    withRedis(ctx, async (client) => {
      const { pattern, most } = ctx.input;
      const found = new Set<string>();
      let at = '0';
      do {
        const [next, some] = await client.scan(at, 'MATCH', pattern, 'COUNT', 500);
        for (const one of some) found.add(one);
        at = next;
      } while (at !== '0' && found.size <= most && !ctx.signal.aborted);
      return { keys: [...found].slice(0, most), truncated: found.size > most };
    }),
});
