import { z } from 'zod';

import { defineHttpAction } from '#sdk';

import {
  channel,
  content,
  embeds,
  message,
  messageId,
  ofGuild,
  SAMPLE_CHANNEL,
  SAMPLE_MESSAGE,
  unsent,
} from './fields.ts';

const DOCS = 'https://discord.com/developers/docs/resources/message';
const MESSAGES = '/channels/{channel}/messages';
const where = { guild: ofGuild, channel };
const SAMPLE = { channel: SAMPLE_CHANNEL.id };

/** Writes into a channel or thread. */
export const createMessage = defineHttpAction({
  title: 'Send a message',
  description: 'Writes into a channel, a thread or a direct conversation.',
  tags: ['post', 'chat', 'notify', 'reply'],
  docsUrl: DOCS,
  input: z.strictObject({
    ...where,
    content: content.optional(),
    embeds,
    replyTo: messageId.optional().meta({ title: 'As a reply to', 'x-order': 4 }),
    tts: z.boolean().optional().meta({ title: 'Read aloud', 'x-advanced': true, 'x-order': 11 }),
  }),
  output: message,
  sample: { ...SAMPLE, content: 'Order 1042 has come in.' },
  sampleOutput: SAMPLE_MESSAGE,
  effects: { reads: false },
  http: {
    method: 'POST',
    path: MESSAGES,
    params: { ...unsent, replyTo: { in: 'body', at: 'message_reference.message_id' } },
  },
});

/** Changes a message of the bot's own. */
export const editMessage = defineHttpAction({
  title: 'Change a message',
  description: 'Replaces the text of a message that the bot has sent.',
  tags: ['edit', 'update'],
  docsUrl: DOCS,
  input: z.strictObject({ ...where, message: messageId, content: content.optional(), embeds }),
  output: message,
  sample: { ...SAMPLE, message: SAMPLE_MESSAGE.id, content: 'Order 1042 is paid.' },
  sampleOutput: SAMPLE_MESSAGE,
  effects: { reads: false, idempotent: true },
  http: { method: 'PATCH', path: `${MESSAGES}/{message}`, params: unsent },
});

/** Removes a message. */
export const deleteMessage = defineHttpAction({
  title: 'Delete a message',
  description: 'Removes a message; those of others need the permission Manage Messages.',
  tags: ['remove', 'moderate'],
  docsUrl: DOCS,
  input: z.strictObject({ ...where, message: messageId }),
  sample: { ...SAMPLE, message: SAMPLE_MESSAGE.id },
  effects: { reads: false, destructive: true, idempotent: true },
  http: { method: 'DELETE', path: `${MESSAGES}/{message}`, params: unsent },
});

/** What was written in a channel. */
export const listMessages = defineHttpAction({
  title: 'List messages',
  description: 'Gives the messages of a channel, newest first.',
  tags: ['history', 'read'],
  docsUrl: DOCS,
  input: z.strictObject({
    ...where,
    before: messageId.optional().meta({
      title: 'Before the message',
      description: 'Only older ones.',
      'x-order': 2,
    }),
  }),
  output: message,
  sample: SAMPLE,
  sampleOutput: [SAMPLE_MESSAGE],
  effects: { reads: true },
  http: { method: 'GET', path: MESSAGES, params: unsent },
  paginate: {
    by: 'cursor',
    items: '',
    next: 'id',
    last: true,
    param: 'before',
    size: { param: 'limit', most: 100 },
  },
});

/** An emoji under a message. */
export const addReaction = defineHttpAction({
  title: 'Add a reaction',
  description: 'Puts an emoji under a message.',
  tags: ['emoji', 'mark'],
  docsUrl: DOCS,
  input: z.strictObject({
    ...where,
    message: messageId,
    emoji: z.string().min(1).meta({
      title: 'Emoji',
      description: 'The character, or name:id of one of the server.',
      'x-placeholder': '✅',
      'x-order': 3,
    }),
  }),
  sample: { ...SAMPLE, message: SAMPLE_MESSAGE.id, emoji: '✅' },
  effects: { reads: false, idempotent: true },
  http: {
    method: 'PUT',
    path: `${MESSAGES}/{message}/reactions/{emoji}/@me`,
    params: unsent,
  },
});

/** A conversation below a message. */
export const startThread = defineHttpAction({
  title: 'Start a thread',
  description: 'Opens a thread below a message.',
  tags: ['discussion', 'conversation'],
  docsUrl: 'https://discord.com/developers/docs/resources/channel',
  input: z.strictObject({
    ...where,
    message: messageId,
    name: z.string().min(1).max(100).meta({ title: 'Name', 'x-order': 3 }),
    auto_archive_duration: z
      .union([z.literal(60), z.literal(1440), z.literal(4320), z.literal(10_080)])
      .optional()
      .meta({
        title: 'Put away after (minutes without a message)',
        description: '60, 1440, 4320 or 10080.',
        'x-order': 4,
      }),
  }),
  output: z.looseObject({ id: z.string(), name: z.string().nullish() }),
  sample: { ...SAMPLE, message: SAMPLE_MESSAGE.id, name: 'Order 1042' },
  sampleOutput: { id: SAMPLE_MESSAGE.id, name: 'Order 1042' },
  effects: { reads: false },
  http: { method: 'POST', path: `${MESSAGES}/{message}/threads`, params: unsent },
});
