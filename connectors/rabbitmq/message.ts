import type { JsonObject } from '@patchbay/shared/base';
import type { Message } from 'amqplib';
import { z } from 'zod';

import { contentFields, readContent } from '#sdk';

/** A message as it comes out. */
export const message = z.object({
  ...contentFields,
  messageId: z.string().nullable().meta({ title: 'Message id' }),
  exchange: z.string().meta({ title: 'Exchange' }),
  routingKey: z.string().meta({ title: 'Routing key' }),
  headers: z.record(z.string(), z.any()).meta({ title: 'Headers' }),
  redelivered: z.boolean().meta({ title: 'Was given before' }),
});

/** A message for samples. */
export const sample = {
  text: '{"id":7}',
  data: { id: 7 },
  messageId: 'order-7',
  exchange: '',
  routingKey: 'orders',
  headers: {},
  redelivered: false,
};

/** The queue that an action works on. */
export const queue = z.string().min(1).meta({
  title: 'Queue',
  'x-placeholder': 'orders',
  'x-order': 1,
});

/** A message of the client library as JSON. */
export function toMessage({ content, fields, properties }: Message): z.output<typeof message> {
  return {
    ...readContent(content),
    messageId: (properties.messageId as string | undefined) ?? null,
    exchange: fields.exchange,
    routingKey: fields.routingKey,
    headers: (properties.headers ?? {}) as JsonObject,
    redelivered: fields.redelivered,
  };
}
