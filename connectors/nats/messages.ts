import type { MsgHdrs } from '@nats-io/transport-node';
import { z } from 'zod';

import { contentFields, contentInput, defineAction, readContent, writeContent } from '#sdk';

import { natsConfig } from './config.ts';
import { withNats } from './with-nats.ts';

/** The subject of a message. */
export const subject = z.string().min(1).meta({
  title: 'Subject',
  'x-placeholder': 'orders.new',
  'x-order': 1,
});

/** Headers of a message. */
export const headers = z.record(z.string(), z.string()).default({}).meta({
  title: 'Headers',
  'x-advanced': true,
  'x-order': 5,
});

const content = contentInput.meta({ title: 'Content', 'x-order': 2 });

/** Publishes a message. */
export const publish = defineAction({
  title: 'Publish a message',
  description: 'Sends a message to those who listen to a subject now.',
  tags: ['send', 'pubsub', 'event'],
  input: z.strictObject({ subject, content, headers }),
  output: z.object({ sent: z.boolean().meta({ title: 'Sent' }) }),
  sample: { subject: 'orders.new', content: { id: 7 } },
  sampleOutput: { sent: true },
  effects: { reads: false },
  config: natsConfig,
  run: (ctx) =>
    withNats(ctx, async (client) => {
      const { subject: to, content: given } = ctx.input;
      const sent = await toHeaders(ctx.input.headers);
      client.publish(to, writeContent(given), { headers: sent });
      // Only then the server has it.
      await client.flush();
      return { sent: true };
    }),
});

/** Asks and waits for the answer. */
export const request = defineAction({
  title: 'Send a request',
  description: 'Sends a message and waits for the answer of a service.',
  tags: ['ask', 'reply', 'rpc'],
  input: z.strictObject({
    subject,
    content,
    timeoutSeconds: z.number().min(0.1).max(60).default(10).meta({
      title: 'Wait at most (seconds)',
      'x-order': 3,
    }),
    headers,
  }),
  output: z.object({
    ...contentFields,
    headers: z.record(z.string(), z.string()).meta({ title: 'Headers' }),
  }),
  sample: { subject: 'price.of', content: { article: 7 } },
  sampleOutput: { text: '{"price":12}', data: { price: 12 }, headers: {} },
  effects: { reads: false },
  config: natsConfig,
  run: (ctx) =>
    withNats(ctx, async (client) => {
      const { subject: to, content: given, timeoutSeconds } = ctx.input;
      const answer = await client.request(to, writeContent(given), {
        timeout: timeoutSeconds * 1000,
        headers: await toHeaders(ctx.input.headers),
      });
      return { ...readContent(answer.data), headers: fromHeaders(answer.headers) };
    }),
});

/** Headers as the client sends them. */
export async function toHeaders(given: Record<string, string>): Promise<MsgHdrs> {
  const { headers: newHeaders } = await import('@nats-io/transport-node');
  const made = newHeaders();
  for (const [name, value] of Object.entries(given)) made.set(name, value);
  return made;
}

/** Headers as JSON; of several values the first. */
export function fromHeaders(given: MsgHdrs | undefined): Record<string, string> {
  return Object.fromEntries((given?.keys() ?? []).map((name) => [name, given?.get(name) ?? '']));
}
