import { z } from 'zod';

import { defineAction, writeContent } from '#sdk';

import { redisConfig } from './config.ts';
import { withRedis } from './with-redis.ts';

// They hold a connection for themselves, which others share here.
const HOLDING =
  /^(subscribe|psubscribe|ssubscribe|monitor|multi|watch|select|auth|quit|hello|client|b\w+pop|b[lz]move|bzpop\w+|wait\w*|sync|psync)$/i;

const REMOVING =
  'DEL UNLINK GETDEL FLUSHDB FLUSHALL SWAPDB RENAME SHUTDOWN HDEL LREM LTRIM SREM SPOP ZREM ZREMRANGEBYRANK ZREMRANGEBYSCORE ZREMRANGEBYLEX XDEL XTRIM';

/** Runs any command. */
export const command = defineAction({
  title: 'Run a command',
  description: 'Runs any Redis command that answers at once.',
  tags: ['raw', 'any'],
  input: z.strictObject({
    command: z
      .string()
      .regex(/^[A-Za-z][\w.]*$/, 'must be one word, such as ZADD')
      .refine((name) => !HOLDING.test(name), 'this command would hold the shared connection')
      .meta({ title: 'Command', 'x-placeholder': 'ZADD', 'x-order': 1 }),
    arguments: z.array(z.any()).default([]).meta({ title: 'Arguments', 'x-order': 2 }),
  }),
  output: z.object({ result: z.any().meta({ title: 'Result' }) }),
  sample: { command: 'ZADD', arguments: ['scores', 7, 'ada'] },
  sampleOutput: { result: 1 },
  effects: { reads: false, destructiveWhen: [{ field: 'command', words: REMOVING.split(' ') }] },
  config: redisConfig,
  run: (ctx) =>
    withRedis(ctx, async (client) => ({
      result: await client.call(ctx.input.command, ctx.input.arguments.map(writeContent)),
    })),
});
