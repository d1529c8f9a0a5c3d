import { z } from 'zod';

import { defineAction } from '#sdk';

import { rabbitConfig } from './config.ts';
import { queue } from './message.ts';
import { withChannel } from './with-channel.ts';

const config = rabbitConfig;
const count = z.number().int().meta({ title: 'Messages' });
const state = z.object({
  queue: z.string().meta({ title: 'Queue' }),
  messages: count,
  consumers: z.number().int().meta({ title: 'Consumers' }),
});
const sample = { queue: 'orders' };
const sampleOutput = { queue: 'orders', messages: 3, consumers: 0 };

/** Says how a queue is. */
export const inspectQueue = defineAction({
  title: 'Look at a queue',
  description: 'Says how many messages wait in a queue and how many consumers it has.',
  tags: ['count', 'length', 'monitor'],
  input: z.strictObject({ queue }),
  output: state,
  sample,
  sampleOutput,
  effects: { reads: true },
  config,
  run: (ctx) =>
    withChannel(ctx, async (channel) => {
      const { messageCount, consumerCount } = await channel.checkQueue(ctx.input.queue);
      return { queue: ctx.input.queue, messages: messageCount, consumers: consumerCount };
    }),
});

/** Creates a queue. */
export const declareQueue = defineAction({
  title: 'Create a queue',
  description: 'Creates a queue unless it exists.',
  tags: ['declare', 'add'],
  input: z.strictObject({
    queue,
    durable: z.boolean().default(true).meta({
      title: 'Survives a restart of the broker',
      'x-order': 2,
    }),
    maxLength: z.number().int().min(1).optional().meta({
      title: 'Messages at most',
      'x-advanced': true,
      'x-order': 3,
    }),
    deadLetterExchange: z.string().optional().meta({
      title: 'Exchange for refused messages',
      'x-advanced': true,
      'x-order': 4,
    }),
  }),
  output: state,
  sample,
  sampleOutput,
  effects: { reads: false, idempotent: true },
  config,
  run: (ctx) =>
    withChannel(ctx, async (channel) => {
      const { queue: name, ...options } = ctx.input;
      const { messageCount, consumerCount } = await channel.assertQueue(name, options);
      return { queue: name, messages: messageCount, consumers: consumerCount };
    }),
});

/** Binds a queue to an exchange. */
export const bindQueue = defineAction({
  title: 'Bind a queue',
  description: 'Lets a queue take the messages of an exchange that fit a routing key.',
  tags: ['exchange', 'route'],
  input: z.strictObject({
    queue,
    exchange: z
      .string()
      .min(1)
      .meta({ title: 'Exchange', 'x-placeholder': 'amq.topic', 'x-order': 2 }),
    routingKey: z.string().default('').meta({ title: 'Routing key', 'x-order': 3 }),
  }),
  output: z.object({ bound: z.boolean().meta({ title: 'Bound' }) }),
  sample: { queue: 'orders', exchange: 'amq.topic', routingKey: 'order.*' },
  sampleOutput: { bound: true },
  effects: { reads: false, idempotent: true },
  config,
  run: (ctx) =>
    withChannel(ctx, async (channel) => {
      await channel.bindQueue(ctx.input.queue, ctx.input.exchange, ctx.input.routingKey);
      return { bound: true };
    }),
});

/** Empties a queue. */
export const purgeQueue = defineAction({
  title: 'Empty a queue',
  description: 'Removes all messages that wait in a queue.',
  tags: ['purge', 'clear'],
  input: z.strictObject({ queue }),
  output: z.object({ messages: count }),
  sample,
  sampleOutput: { messages: 3 },
  effects: { reads: false, destructive: true, idempotent: true },
  config,
  run: (ctx) =>
    withChannel(ctx, async (channel) => ({
      messages: (await channel.purgeQueue(ctx.input.queue)).messageCount,
    })),
});

/** Deletes a queue. */
export const deleteQueue = defineAction({
  title: 'Delete a queue',
  description: 'Deletes a queue with the messages in it.',
  tags: ['remove'],
  input: z.strictObject({
    queue,
    onlyEmpty: z.boolean().default(false).meta({ title: 'Only when it is empty', 'x-order': 2 }),
  }),
  output: z.object({ messages: count }),
  sample,
  sampleOutput: { messages: 0 },
  effects: { reads: false, destructive: true, idempotent: true },
  config,
  run: (ctx) =>
    withChannel(ctx, async (channel) => {
      const { queue: name, onlyEmpty } = ctx.input;
      const { messageCount } = await channel.deleteQueue(name, { ifEmpty: onlyEmpty });
      return { messages: messageCount };
    }),
});
