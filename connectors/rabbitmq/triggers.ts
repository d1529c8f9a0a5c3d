import { randomUUID } from 'node:crypto';

import { z } from 'zod';

import { definePollTrigger, type PollResult } from '#sdk';

import { message, queue, sample, toMessage } from './message.ts';
import { takeMessages } from './messages.ts';
import { openChannel, rabbitContext, type RabbitContext } from './with-channel.ts';

const BATCH = 200;
// Messages that nobody confirms go back into the queue after this time.
const CONFIRM_MS = 60_000;

/** Messages of a queue. */
export const newMessage = definePollTrigger({
  title: 'Message in a queue',
  description:
    'Starts a run for each message of a queue and takes it off. After a crash a message with an id is not taken twice.',
  tags: ['receive', 'consume', 'event'],
  input: z.strictObject({ queue }),
  payload: message.extend({ key: z.string().meta({ title: 'Key' }) }),
  sample: { key: 'order-7', ...sample },
  everyS: 10,
  key: 'key',
  poll: (ctx, { cursor }) => look(rabbitContext(ctx), ctx.input.queue, cursor),
});

async function look(
  ctx: RabbitContext,
  name: string,
  cursor: string | undefined,
): Promise<PollResult> {
  const { channel, close } = await openChannel(ctx);
  try {
    // What waited before the trigger was turned on is meant for it too.
    const found = await takeMessages(channel, name, BATCH);
    if (found.length === 0) {
      await close();
      return { items: [], cursor: cursor ?? '' };
    }
    const over = AbortSignal.any([ctx.signal, AbortSignal.timeout(CONFIRM_MS)]);
    over.addEventListener('abort', close, { once: true });
    const stored = async (): Promise<void> => {
      over.removeEventListener('abort', close);
      channel.ackAll();
      // It answers after the confirmations before it.
      await channel.close();
      await close();
    };
    const items = found.map((one) => toItem(toMessage(one)));
    return { items, cursor: '', stored };
  } catch (error) {
    await close();
    throw error;
  }
}

// Without an id nothing tells a message from another with the same content.
function toItem(one: z.output<typeof message>): z.output<typeof message> & { key: string } {
  return { key: one.messageId ?? randomUUID(), ...one };
}
