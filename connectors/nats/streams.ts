import type { JsMsg } from '@nats-io/jetstream';
import type { NatsConnection } from '@nats-io/transport-node';
import { z } from 'zod';

import {
  contentFields,
  contentInput,
  defineAction,
  definePollTrigger,
  type Option,
  type OptionSource,
  readContent,
  writeContent,
} from '#sdk';

import { natsConfig } from './config.ts';
import { fromHeaders, headers, subject, toHeaders } from './messages.ts';
import { natsContext, withNats } from './with-nats.ts';

const BATCH = 500;
const FETCH_MS = 2000;
const message = z.object({
  seq: z.number().int().meta({ title: 'Sequence number' }),
  subject: z.string().meta({ title: 'Subject' }),
  time: z.string().meta({ title: 'Time' }),
  headers: z.record(z.string(), z.string()).meta({ title: 'Headers' }),
  ...contentFields,
});
const sample = {
  seq: 7,
  subject: 'orders.new',
  time: '2026-11-24T10:00:00.000Z',
  headers: {},
  text: '{"id":7}',
  data: { id: 7 },
};
const stream = z.string().min(1).meta({ title: 'Stream', 'x-options': 'streams', 'x-order': 1 });
const filter = z.string().optional().meta({
  title: 'Subject',
  description: 'Only messages of this subject; * stands for a word, > for the rest.',
  'x-order': 2,
});

/** Publishes into a stream. */
export const publishToStream = defineAction({
  title: 'Publish to a stream',
  description:
    'Sends a message that a JetStream stream keeps; a step that runs again adds no second.',
  tags: ['jetstream', 'send', 'durable'],
  input: z.strictObject({
    subject,
    content: contentInput.meta({ title: 'Content', 'x-order': 2 }),
    messageId: z.string().optional().meta({
      title: 'Message id',
      description: 'The stream drops a second message with this id. Empty: the step’s own.',
      'x-advanced': true,
      'x-order': 3,
    }),
    headers,
  }),
  output: z.object({
    stream: z.string().meta({ title: 'Stream' }),
    seq: z.number().int().meta({ title: 'Sequence number' }),
    duplicate: z.boolean().meta({ title: 'Was there already' }),
  }),
  sample: { subject: 'orders.new', content: { id: 7 } },
  sampleOutput: { stream: 'ORDERS', seq: 7, duplicate: false },
  effects: { reads: false, idempotent: true },
  config: natsConfig,
  run: (ctx) =>
    withNats(ctx, async (client) => {
      const { jetstream } = await import('@nats-io/jetstream');
      const { subject: to, content, messageId } = ctx.input;
      const {
        stream: name,
        seq,
        duplicate,
      } = await jetstream(client).publish(to, writeContent(content), {
        msgID: messageId || ctx.idempotencyKey,
        headers: await toHeaders(ctx.input.headers),
      });
      return { stream: name, seq, duplicate };
    }),
});

/** Reads messages of a stream. */
export const readStream = defineAction({
  title: 'Read a stream',
  description: 'Gives messages that a JetStream stream keeps, oldest first.',
  tags: ['jetstream', 'messages'],
  input: z.strictObject({
    stream,
    subject: filter,
    after: z.number().int().min(0).default(0).meta({
      title: 'After sequence number',
      'x-order': 3,
    }),
    most: z.number().int().min(1).max(1000).default(100).meta({
      title: 'Messages at most',
      'x-order': 4,
    }),
  }),
  output: z.object({ messages: z.array(message).meta({ title: 'Messages' }) }),
  sample: { stream: 'ORDERS' },
  sampleOutput: { messages: [sample] },
  effects: { reads: true },
  config: natsConfig,
  run: (ctx) =>
    withNats(ctx, async (client) => {
      const { stream: name, subject: only, after, most } = ctx.input;
      return { messages: await readAfter(client, { stream: name, only, after, most }) };
    }),
});

/** New messages of a stream. */
export const newMessage = definePollTrigger({
  title: 'New message in a stream',
  description: 'Starts a run for each message that a JetStream stream takes.',
  tags: ['jetstream', 'event'],
  input: z.strictObject({ stream, subject: filter }),
  payload: message,
  sample,
  everyS: 15,
  key: 'seq',
  poll: (ctx, { cursor }) =>
    withNats(natsContext(ctx), async (client) => {
      const { stream: name, subject: only } = ctx.input;
      if (cursor === undefined) {
        const { jetstreamManager } = await import('@nats-io/jetstream');
        const manager = await jetstreamManager(client);
        const { state } = await manager.streams.info(name);
        return { items: [], cursor: String(state.last_seq) };
      }
      const after = Number(cursor);
      const items = await readAfter(client, { stream: name, only, after, most: BATCH });
      return { items, cursor: String(items.at(-1)?.seq ?? after) };
    }),
});

/** The streams of the server. */
export const streams: OptionSource = (ctx) =>
  withNats(natsContext(ctx), async (client) => {
    const { jetstreamManager } = await import('@nats-io/jetstream');
    const manager = await jetstreamManager(client);
    const found: Option[] = [];
    for await (const name of manager.streams.names()) found.push({ value: name, label: name });
    return found;
  });

async function readAfter(
  client: NatsConnection,
  {
    stream: name,
    only,
    after,
    most,
  }: { stream: string; only?: string; after: number; most: number },
): Promise<z.output<typeof message>[]> {
  const { DeliverPolicy, jetstream } = await import('@nats-io/jetstream');
  const consumer = await jetstream(client).consumers.get(name, {
    deliver_policy: DeliverPolicy.StartSequence,
    opt_start_seq: after + 1,
    ...(only && { filter_subjects: only }),
  });
  const { num_pending: waiting } = await consumer.info();
  if (waiting === 0) return [];
  const count = Math.min(waiting, most);
  const found = await consumer.fetch({ max_messages: count, expires: FETCH_MS });
  const messages: z.output<typeof message>[] = [];
  for await (const one of found) {
    messages.push(toMessage(one));
    if (messages.length === count) break;
  }
  await consumer.delete();
  return messages;
}

function toMessage(given: JsMsg): z.output<typeof message> {
  return {
    seq: given.seq,
    subject: given.subject,
    time: given.time.toISOString(),
    headers: fromHeaders(given.headers),
    ...readContent(given.data),
  };
}
