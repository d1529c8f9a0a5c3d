import { z } from 'zod';

import { defineHttpAction } from '#sdk';

import { chatId, messageId, SAMPLE_MESSAGE, silently } from './fields.ts';

const CHAT = { chat_id: SAMPLE_MESSAGE.chat.id };

/** What a chat is. */
export const getChat = defineHttpAction({
  title: 'Get a chat',
  description: 'Gives name, kind and description of a chat.',
  tags: ['group', 'channel', 'person'],
  docsUrl: 'https://core.telegram.org/bots/api#getchat',
  input: z.strictObject({ chat_id: chatId }),
  output: z.looseObject({
    id: z.number(),
    type: z.string(),
    title: z.string().optional(),
    username: z.string().optional(),
    first_name: z.string().optional(),
  }),
  sample: CHAT,
  sampleOutput: { id: CHAT.chat_id, type: 'private', first_name: 'Ada' },
  effects: { reads: true },
  http: { method: 'GET', path: '/getChat', result: 'result' },
});

/** Holds a message at the top. */
export const pinChatMessage = defineHttpAction({
  title: 'Pin a message',
  description: 'Holds a message at the top of a chat.',
  tags: ['top', 'fix'],
  docsUrl: 'https://core.telegram.org/bots/api#pinchatmessage',
  input: z.strictObject({ chat_id: chatId, message_id: messageId, disable_notification: silently }),
  output: z.boolean(),
  sample: { ...CHAT, message_id: 77 },
  sampleOutput: true,
  effects: { reads: false, idempotent: true },
  http: { method: 'POST', path: '/pinChatMessage', result: 'result' },
});

/** A place on the map. */
export const sendLocation = defineHttpAction({
  title: 'Send a place',
  description: 'Sends a point on the map.',
  tags: ['location', 'map', 'address'],
  docsUrl: 'https://core.telegram.org/bots/api#sendlocation',
  input: z.strictObject({
    chat_id: chatId,
    latitude: z.number().min(-90).max(90).meta({ title: 'Latitude', 'x-order': 2 }),
    longitude: z.number().min(-180).max(180).meta({ title: 'Longitude', 'x-order': 3 }),
    disable_notification: silently,
  }),
  output: z.looseObject({ message_id: z.number() }),
  sample: { ...CHAT, latitude: 53.5436, longitude: 9.9886 },
  sampleOutput: SAMPLE_MESSAGE,
  effects: { reads: false },
  http: { method: 'POST', path: '/sendLocation', result: 'result' },
});
