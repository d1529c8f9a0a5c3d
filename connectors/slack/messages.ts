import { z } from 'zod';

import { defineHttpAction } from '#sdk';

import {
  blocks,
  channel,
  message,
  pages,
  posted,
  SAMPLE_CHANNEL,
  SAMPLE_MESSAGE,
  SAMPLE_POSTED,
  text,
  threadTs,
  ts,
  user,
} from './fields.ts';

// Slack takes layouts as JSON in a form field.
const form = {
  params: { blocks: { in: 'body', style: 'json' } },
  body: { type: 'form' },
} as const;

/** Writes into a channel or to a person. */
export const postMessage = defineHttpAction({
  title: 'Send a message',
  description: 'Writes into a channel, a thread or to a person.',
  tags: ['post', 'notify', 'chat', 'reply'],
  docsUrl: 'https://docs.slack.dev/reference/methods/chat.postMessage',
  input: z.strictObject({
    channel: channel.meta({ description: 'Its id, or the id of a person for a direct message.' }),
    text: text.meta({ 'x-order': 2 }),
    thread_ts: threadTs,
    reply_broadcast: z.boolean().optional().meta({
      title: 'Show the reply in the channel too',
      'x-advanced': true,
      'x-order': 5,
    }),
    blocks,
    unfurl_links: z.boolean().optional().meta({
      title: 'Show previews of links',
      'x-advanced': true,
      'x-order': 11,
    }),
    username: z.string().optional().meta({
      title: 'Name of the sender',
      description: 'Needs the right chat:write.customize.',
      'x-advanced': true,
      'x-order': 12,
    }),
    icon_emoji: z.string().optional().meta({
      title: 'Picture of the sender',
      'x-placeholder': ':package:',
      'x-advanced': true,
      'x-order': 13,
    }),
  }),
  output: posted.extend({ message: message.optional() }),
  sample: { channel: SAMPLE_CHANNEL.id, text: 'Order 1042 has come in.' },
  sampleOutput: { ...SAMPLE_POSTED, message: SAMPLE_MESSAGE },
  effects: { reads: false },
  scopes: ['chat:write'],
  http: { method: 'POST', path: '/chat.postMessage', ...form },
});

/** Changes a message of the app's own. */
export const updateMessage = defineHttpAction({
  title: 'Change a message',
  description: 'Replaces the text of a message that this app has sent.',
  tags: ['edit', 'update'],
  docsUrl: 'https://docs.slack.dev/reference/methods/chat.update',
  input: z.strictObject({ channel, ts, text, blocks }),
  output: posted,
  sample: { ...SAMPLE_POSTED, text: 'Order 1042 is paid.' },
  sampleOutput: SAMPLE_POSTED,
  effects: { reads: false, idempotent: true },
  scopes: ['chat:write'],
  http: { method: 'POST', path: '/chat.update', ...form },
});

/** Removes a message of the app's own. */
export const deleteMessage = defineHttpAction({
  title: 'Delete a message',
  description: 'Removes a message that this app has sent.',
  tags: ['remove'],
  docsUrl: 'https://docs.slack.dev/reference/methods/chat.delete',
  input: z.strictObject({ channel, ts }),
  output: posted,
  sample: SAMPLE_POSTED,
  sampleOutput: SAMPLE_POSTED,
  effects: { reads: false, destructive: true },
  scopes: ['chat:write'],
  http: { method: 'POST', path: '/chat.delete', body: { type: 'form' } },
});

/** Sends later. */
export const scheduleMessage = defineHttpAction({
  title: 'Schedule a message',
  description: 'Sends a message at a time within the next 120 days.',
  tags: ['later', 'remind', 'delay'],
  docsUrl: 'https://docs.slack.dev/reference/methods/chat.scheduleMessage',
  input: z.strictObject({
    channel,
    text,
    post_at: z.number().int().meta({
      title: 'When',
      description: 'Seconds since 1970 (Unix time).',
      'x-order': 4,
    }),
    thread_ts: threadTs.meta({ 'x-order': 5 }),
    blocks,
  }),
  output: z.looseObject({
    channel: z.string(),
    scheduled_message_id: z.string(),
    post_at: z.union([z.number(), z.string()]),
  }),
  sample: { channel: SAMPLE_CHANNEL.id, text: 'The stocktaking begins.', post_at: 1_798_000_000 },
  sampleOutput: {
    channel: SAMPLE_CHANNEL.id,
    scheduled_message_id: 'Q0123456789',
    post_at: 1_798_000_000,
  },
  effects: { reads: false },
  scopes: ['chat:write'],
  http: { method: 'POST', path: '/chat.scheduleMessage', ...form },
});

/** A message that only one person sees. */
export const postEphemeral = defineHttpAction({
  title: 'Show a message to one person',
  description: 'Writes into a channel what only one of its members sees, until they reload.',
  tags: ['private', 'notify', 'whisper'],
  docsUrl: 'https://docs.slack.dev/reference/methods/chat.postEphemeral',
  input: z.strictObject({
    channel,
    user: user.meta({ 'x-order': 2 }),
    text,
    thread_ts: threadTs,
    blocks,
  }),
  output: z.looseObject({ message_ts: z.string() }),
  sample: { channel: SAMPLE_CHANNEL.id, user: 'U0123456789', text: 'Only you can see this.' },
  sampleOutput: { message_ts: SAMPLE_MESSAGE.ts },
  effects: { reads: false },
  scopes: ['chat:write'],
  http: { method: 'POST', path: '/chat.postEphemeral', ...form },
});

const span = {
  oldest: ts.optional().meta({ title: 'From', description: 'A ts, or Unix time.', 'x-order': 3 }),
  latest: ts.optional().meta({ title: 'Until', description: 'A ts, or Unix time.', 'x-order': 4 }),
};

/** What was written in a channel. */
export const listMessages = defineHttpAction({
  title: 'List messages',
  description: 'Gives the messages of a channel, newest first, without replies in threads.',
  tags: ['history', 'read'],
  docsUrl: 'https://docs.slack.dev/reference/methods/conversations.history',
  input: z.strictObject({ channel, ...span }),
  output: message,
  sample: { channel: SAMPLE_CHANNEL.id, oldest: '1767500000.000000' },
  sampleOutput: [SAMPLE_MESSAGE],
  effects: { reads: true },
  scopes: ['channels:history', 'groups:history'],
  http: { method: 'GET', path: '/conversations.history' },
  paginate: pages('messages'),
});

/** A thread. */
export const listReplies = defineHttpAction({
  title: 'List the replies in a thread',
  description: 'Gives a message and its replies, oldest first.',
  tags: ['thread', 'answers', 'read'],
  docsUrl: 'https://docs.slack.dev/reference/methods/conversations.replies',
  input: z.strictObject({ channel, ts, ...span }),
  output: message,
  sample: SAMPLE_POSTED,
  sampleOutput: [SAMPLE_MESSAGE],
  effects: { reads: true },
  scopes: ['channels:history', 'groups:history'],
  http: { method: 'GET', path: '/conversations.replies' },
  paginate: pages('messages'),
});

/** An emoji under a message. */
export const addReaction = defineHttpAction({
  title: 'Add a reaction',
  description: 'Puts an emoji under a message.',
  tags: ['emoji', 'mark'],
  docsUrl: 'https://docs.slack.dev/reference/methods/reactions.add',
  input: z.strictObject({
    channel,
    timestamp: ts,
    name: z
      .string()
      .regex(/^[^:\s]+$/, 'is written without colons')
      .meta({ title: 'Emoji', 'x-placeholder': 'white_check_mark', 'x-order': 3 }),
  }),
  sample: { channel: SAMPLE_CHANNEL.id, timestamp: SAMPLE_MESSAGE.ts, name: 'white_check_mark' },
  effects: { reads: false, idempotent: true },
  scopes: ['reactions:write'],
  http: { method: 'POST', path: '/reactions.add', body: { type: 'form' } },
});
