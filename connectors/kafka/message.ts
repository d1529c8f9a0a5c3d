import type { KafkaRecord } from '@platformatic/kafka';
import { z } from 'zod';

import { contentFields, readContent } from '#sdk';

/** Which topic. */
export const topic = z
  .string()
  .regex(/^[\w.-]{1,249}$/, 'is up to 249 letters, digits, dots, - and _')
  .meta({ title: 'Topic', 'x-options': 'topics', 'x-placeholder': 'orders', 'x-order': 1 });

export const partitionNumber = z.number().int().min(0).optional();

/** A message as a flow gets it. */
export const message = z.object({
  topic: z.string().meta({ title: 'Topic' }),
  partition: z.number().int().meta({ title: 'Partition' }),
  offset: z.number().int().meta({ title: 'Offset' }),
  time: z.string().meta({ title: 'Time' }),
  key: z.string().nullable().meta({ title: 'Key' }),
  headers: z.record(z.string(), z.string()).meta({ title: 'Headers' }),
  ...contentFields,
});
export type KafkaMessage = z.output<typeof message>;

export const SAMPLE_MESSAGE = {
  topic: 'orders',
  partition: 0,
  offset: 7,
  time: '2026-11-24T10:00:00.000Z',
  key: '1042',
  headers: { source: 'shop' },
  text: '{"id":1042}',
  data: { id: 1042 },
};

/** Where a record stands. */
export interface RecordPlace {
  topic: string;
  partition: number;
  offset: bigint;
  /** Milliseconds since 1970. */
  at: bigint;
}

/** A record of the log as a flow gets it; one without a value marks its key as deleted. */
export function toMessage(record: KafkaRecord, place: RecordPlace): KafkaMessage {
  const nothing = { text: null, data: null };
  return {
    topic: place.topic,
    partition: place.partition,
    offset: Number(place.offset),
    time: new Date(Number(place.at)).toISOString(),
    key: record.key && record.key.toString('utf8'),
    headers: Object.fromEntries(
      record.headers.map(([name, value]) => [
        name?.toString('utf8') ?? '',
        value?.toString('utf8') ?? '',
      ]),
    ),
    ...(record.value ? readContent(record.value) : nothing),
  };
}
