import type { IPublishPacket, MqttClient } from 'mqtt';
import { z } from 'zod';

import { type Content, contentFields, readContent, rejected } from '#sdk';

/** A topic to publish to. */
export const topic = z
  .string()
  .min(1)
  .regex(/^[^#+\0]*$/, 'must not hold # or +')
  .meta({ title: 'Topic', 'x-placeholder': 'house/kitchen/lamp', 'x-order': 1 });

/** Topics to read from. */
export const filter = z.string().min(1).meta({
  title: 'Topics',
  description: '+ stands for one level, # at the end for all the rest.',
  'x-placeholder': 'house/+/temperature',
  'x-order': 1,
});

/** A retained message as it comes out. */
export const retained = z.object({
  topic: z.string().meta({ title: 'Topic' }),
  ...contentFields,
});

/** A retained message. */
export type Retained = Content & { topic: string };

const MOST = 10_000;

/**
 * The messages that the broker keeps for these topics. It sends them right after the subscription
 * and says nothing at their end, so the wait ends when none has come for `quietMs`.
 */
export async function readRetained(
  client: MqttClient,
  topics: string,
  quietMs: number,
): Promise<Retained[]> {
  const found: Retained[] = [];
  const { promise: quiet, resolve } = Promise.withResolvers<void>();
  let timer = setTimeout(resolve, quietMs);
  client.on('message', (name: string, payload: Buffer, { retain }: IPublishPacket) => {
    if (!retain) return;
    found.push({ topic: name, ...readContent(payload) });
    clearTimeout(timer);
    if (found.length >= MOST) return resolve();
    timer = setTimeout(resolve, quietMs);
  });
  const [granted] = await client.subscribeAsync(topics, { qos: 1 });
  if (!granted || granted.qos >= 128) {
    clearTimeout(timer);
    throw rejected(`The broker does not let the user read ${topics}.`, {
      hint: 'Grant the user these topics, or use another connection.',
      field: 'topics',
    });
  }
  await quiet;
  return found;
}
