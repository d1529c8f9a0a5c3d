import { z } from 'zod';

import { definePollTrigger } from '#sdk';

import { message, SAMPLE_MESSAGE, topic } from './message.ts';
import { findTopic, NEWEST, type Offsets, offsetsAt, OLDEST, readTopic } from './read-topic.ts';
import { kafkaContext, withKafka } from './with-kafka.ts';

const MOST = 1000;

/** New messages of a topic; the cursor holds the next offset of each partition, and no group is used. */
export const newMessage = definePollTrigger({
  title: 'New message',
  description: 'Starts a run for each message that comes into a topic.',
  tags: ['consume', 'event', 'stream', 'topic'],
  input: z.strictObject({ topic }),
  payload: message.extend({ place: z.string().meta({ title: 'Partition and offset' }) }),
  sample: { ...SAMPLE_MESSAGE, place: '0:7' },
  everyS: 15,
  key: 'place',
  order: 'asc',
  poll: (ctx, { cursor }) =>
    withKafka(kafkaContext(ctx), async (kafka) => {
      const place = await findTopic(kafka, ctx.input.topic);
      if (cursor === undefined)
        return { items: [], cursor: write(await offsetsAt(kafka, place, NEWEST)) };
      const from = goOn(read(cursor), await offsetsAt(kafka, place, OLDEST));
      const { messages, next } = await readTopic(kafka, place, { from, most: MOST });
      const items = messages.map((one) => ({ ...one, place: `${one.partition}:${one.offset}` }));
      return { items, cursor: write(next) };
    }),
});

// A partition that was added since begins at its beginning; what was deleted meanwhile is passed over.
function goOn(saved: Offsets, oldest: Offsets): Offsets {
  return new Map(
    [...oldest].map(([partition, first]) => {
      const known = saved.get(partition) ?? first;
      return [partition, known < first ? first : known];
    }),
  );
}

function write(offsets: Offsets): string {
  const entries = [...offsets].toSorted(([a], [b]) => a - b);
  return entries.map(([partition, offset]) => `${partition}:${offset}`).join(' ');
}

function read(cursor: string): Offsets {
  const parts = cursor.split(' ').filter(Boolean);
  return new Map(
    parts.map((part) => {
      const [partition = '', offset = ''] = part.split(':');
      return [Number(partition), BigInt(offset)];
    }),
  );
}
