import { z } from 'zod';

import type { Contract, Operation, Reply } from '#sdk/testing';

import { SAMPLE_CHANNEL, SAMPLE_MESSAGE, SAMPLE_POSTED, SAMPLE_USER } from './fields.ts';

const text = z.string().optional();
const flag = z.enum(['true', 'false']).optional();
const time = z.string().regex(/^\d+(\.\d+)?$/);
const json = z
  .string()
  .refine((value) => Array.isArray(JSON.parse(value)), 'is not a list in JSON')
  .optional();
const channel = { channel: z.string().regex(/^[CGDU]\w+$/) };
const paged = {
  limit: z
    .string()
    .regex(/^\d{1,3}$/)
    .optional(),
  cursor: text,
};
const span = { oldest: time.optional(), latest: time.optional(), inclusive: flag };

const post = (body: z.ZodRawShape, gives: object): Operation => ({
  type: 'application/x-www-form-urlencoded',
  body: z.strictObject(body),
  gives: { ok: true, ...gives },
});
const get = (query: z.ZodRawShape, gives: object): Operation => ({
  query: z.strictObject(query),
  gives: { ok: true, ...gives },
});
const failed = (error: string): Reply => ({ body: { ok: false, error } });

const written = {
  ...channel,
  text: z.string().min(1),
  blocks: json,
  attachments: json,
  thread_ts: time.optional(),
};

const methods: Record<string, Operation> = {
  'POST /chat.postMessage': {
    ...post(
      {
        ...written,
        reply_broadcast: flag,
        unfurl_links: flag,
        unfurl_media: flag,
        username: text,
        icon_emoji: text,
        mrkdwn: flag,
      },
      {},
    ),
    reply: ({ body }) => {
      const { channel: where } = body as { channel: string };
      if (where === 'C0FULL') return { status: 429, headers: { 'retry-after': '30' }, body: '' };
      if (where === 'C0OTHER') return failed('not_in_channel');
      return { body: { ok: true, ...SAMPLE_POSTED, message: SAMPLE_MESSAGE } };
    },
  },
  'POST /chat.update': post({ ...channel, ts: time, text, blocks: json }, SAMPLE_POSTED),
  'POST /chat.delete': post({ ...channel, ts: time }, SAMPLE_POSTED),
  'POST /chat.scheduleMessage': post(
    { ...written, post_at: z.string().regex(/^\d{10}$/) },
    { channel: SAMPLE_CHANNEL.id, scheduled_message_id: 'Q1', post_at: 1_798_000_000 },
  ),
  'POST /chat.postEphemeral': post(
    { ...written, user: z.string().regex(/^U\w+$/) },
    { message_ts: SAMPLE_MESSAGE.ts },
  ),
  'GET /conversations.history': {
    ...get({ ...channel, ...paged, ...span }, {}),
    reply: ({ query }) => ({
      body: {
        ok: true,
        messages: [{ ...SAMPLE_MESSAGE, ts: '1767600060.000100', bot_id: 'B1' }, SAMPLE_MESSAGE],
        has_more: query.cursor !== 'second',
        response_metadata: { next_cursor: query.cursor === 'second' ? '' : 'second' },
      },
    }),
  },
  'GET /conversations.replies': get(
    { ...channel, ...paged, ...span, ts: time },
    { messages: [SAMPLE_MESSAGE] },
  ),
  'POST /reactions.add': post({ ...channel, timestamp: time, name: z.string() }, {}),
  'POST /conversations.create': post(
    { name: z.string(), is_private: flag },
    { channel: SAMPLE_CHANNEL },
  ),
  'POST /conversations.invite': post(
    { ...channel, users: z.string().regex(/^U\w+(,U\w+)*$/) },
    { channel: SAMPLE_CHANNEL },
  ),
  'POST /conversations.setTopic': post({ ...channel, topic: z.string() }, {}),
  'POST /conversations.archive': post(channel, {}),
  'GET /conversations.list': get(
    {
      ...paged,
      exclude_archived: flag,
      types: z
        .string()
        .regex(/^(public_channel|private_channel|mpim|im)(,\w+)*$/)
        .optional(),
    },
    { channels: [SAMPLE_CHANNEL] },
  ),
  'GET /users.list': get(
    { ...paged, include_locale: flag },
    { members: [{ ...SAMPLE_USER, profile: { real_name: 'Ada Byron' } }] },
  ),
  'GET /users.lookupByEmail': get({ email: z.email() }, { user: SAMPLE_USER }),
  'GET /auth.test': get({}, { team: 'Harbour Books', user: 'patchbay', bot_id: 'B1' }),
  'GET /files.getUploadURLExternal': get(
    { filename: z.string(), length: z.string().regex(/^\d+$/) },
    { upload_url: 'https://files.slack.com/upload/v1/abc', file_id: 'F1' },
  ),
  'POST /files.completeUploadExternal': post(
    { files: json.unwrap(), channel_id: text, initial_comment: text, thread_ts: text },
    { files: [{ id: 'F1', title: 'orders.csv' }] },
  ),
};

/** Slack's Web API as far as this connector uses it, after Slack's method reference. */
export const contract: Contract = {
  headers: { authorization: 'Bearer xoxb-1' },
  operations: {
    ...Object.fromEntries(
      Object.entries(methods).map(([name, operation]) => [name.replace(' ', ' /api'), operation]),
    ),
    'POST /upload/v1/abc': {
      type: 'text/csv',
      body: z.string().startsWith('nr,total'),
      reply: () => ({ headers: { 'content-type': 'text/plain' }, body: 'OK - 18' }),
    },
  },
};
