import type { ConfirmChannel, Message } from 'amqplib';
import { z } from 'zod';

import { contentInput, defineAction, rejected, writeContent } from '#sdk';

import { rabbitConfig } from './config.ts';
import { message, queue, sample, toMessage } from './message.ts';
import { withChannel } from './with-channel.ts';

/** Publishes a message. */
export const publish = defineAction({
  title: 'Publish a message',
  description:
    'Sends a message to an exchange, or straight to a queue, and waits until the broker has it.',
  tags: ['send', 'queue', 'event'],
  input: z.strictObject({
    exchange: z.string().default('').meta({
      title: 'Exchange',
      description: 'Empty sends to the queue that the routing key names.',
      'x-order': 1,
    }),
    routingKey: z.string().meta({ title: 'Routing key', 'x-placeholder': 'orders', 'x-order': 2 }),
    content: contentInput.meta({ title: 'Content', 'x-order': 3 }),
    headers: z.record(z.string(), z.any()).default({}).meta({ title: 'Headers', 'x-order': 4 }),
    messageId: z.string().optional().meta({
      title: 'Message id',
      description: 'Tells receivers of a message sent twice. Empty: the step’s own.',
      'x-advanced': true,
      'x-order': 5,
    }),
    persistent: z.boolean().default(true).meta({
      title: 'Survives a restart of the broker',
      'x-advanced': true,
      'x-order': 6,
    }),
    expirationSeconds: z.number().min(0).optional().meta({
      title: 'Dropped after (seconds)',
      'x-advanced': true,
      'x-order': 7,
    }),
    mustArrive: z.boolean().default(true).meta({
      title: 'Fail when no queue takes it',
      'x-advanced': true,
      'x-order': 8,
    }),
  }),
  output: z.object({ messageId: z.string().meta({ title: 'Message id' }) }),
  sample: { routingKey: 'orders', content: { id: 7 } },
  sampleOutput: { messageId: 'order-7' },
  effects: { reads: false },
  config: rabbitConfig,
  run: (ctx) =>
    withChannel(ctx, async (channel) => {
      const { input, idempotencyKey } = ctx;
      const messageId = input.messageId || idempotencyKey;
      const returned = watchReturns(channel);
      channel.publish(input.exchange, input.routingKey, Buffer.from(writeContent(input.content)), {
        contentType: typeof input.content === 'string' ? 'text/plain' : 'application/json',
        headers: input.headers,
        messageId,
        persistent: input.persistent,
        mandatory: input.mustArrive,
        ...(input.expirationSeconds !== undefined && {
          expiration: input.expirationSeconds * 1000,
        }),
      });
      await channel.waitForConfirms();
      if (returned()) throw notRouted(input.routingKey);
      return { messageId };
    }),
});

/** Takes messages off a queue. */
export const get = defineAction({
  title: 'Get messages',
  description: 'Takes messages off a queue, or looks at them and leaves them there.',
  tags: ['receive', 'queue', 'pull'],
  input: z.strictObject({
    queue,
    most: z
      .number()
      .int()
      .min(1)
      .max(1000)
      .default(1)
      .meta({ title: 'Messages at most', 'x-order': 2 }),
    keep: z.boolean().default(false).meta({
      title: 'Leave them in the queue',
      'x-order': 3,
    }),
  }),
  output: z.object({ messages: z.array(message).meta({ title: 'Messages' }) }),
  sample: { queue: 'orders' },
  sampleOutput: { messages: [sample] },
  effects: { reads: false, destructive: true },
  config: rabbitConfig,
  run: (ctx) =>
    withChannel(ctx, async (channel) => {
      const { queue: name, most, keep } = ctx.input;
      const found = await takeMessages(channel, name, most);
      if (keep) channel.nackAll(true);
      else channel.ackAll();
      return { messages: found.map(toMessage) };
    }),
});

/** Takes up to so many messages; they wait for their confirmation. */
export async function takeMessages(
  channel: ConfirmChannel,
  name: string,
  most: number,
): Promise<Message[]> {
  const found: Message[] = [];
  while (found.length < most) {
    const one = await channel.get(name);
    if (!one) break;
    found.push(one);
  }
  return found;
}

function watchReturns(channel: ConfirmChannel): () => boolean {
  let count = 0;
  channel.on('return', () => (count += 1));
  return () => count > 0;
}

function notRouted(routingKey: string): ReturnType<typeof rejected> {
  return rejected(`No queue takes messages with the routing key "${routingKey}".`, {
    hint: 'Create the queue, bind it to the exchange, or turn "Fail when no queue takes it" off.',
    field: 'routingKey',
  });
}
