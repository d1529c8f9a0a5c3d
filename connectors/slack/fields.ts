import { z } from 'zod';

export const channel = z.string().min(1).meta({
  title: 'Channel',
  description: 'Its id. The app must be a member of it.',
  'x-options': 'channels',
  'x-order': 1,
});

export const user = z.string().min(1).meta({
  title: 'Person',
  description: 'The id of a member.',
  'x-options': 'users',
});

/** What Slack names a message by: its time in the channel. */
export const ts = z
  .string()
  .regex(/^\d+\.\d+$/, 'is a time such as 1767600000.000100')
  .meta({
    title: 'Message',
    description: 'Its ts, as sending or reading it gives.',
    'x-placeholder': '1767600000.000100',
    'x-order': 2,
  });

export const text = z.string().max(40_000).meta({
  title: 'Text',
  description: 'With *bold*, _italic_ and <https://example.com|links>; <@U…> mentions a person.',
  'x-multiline': true,
  'x-order': 3,
});

export const blocks = z.array(z.record(z.string(), z.any())).optional().meta({
  title: 'Blocks',
  description: 'A layout in Block Kit; the text is then what notifications show.',
  'x-advanced': true,
  'x-language': 'json',
  'x-order': 10,
});

export const threadTs = ts.optional().meta({
  title: 'In the thread of',
  description: 'The ts of the message that it answers.',
  'x-order': 4,
});

/** A message among others. */
export const message = z.looseObject({
  type: z.string().optional(),
  ts: z.string().meta({ title: 'Message' }),
  user: z.string().optional(),
  text: z.string().optional(),
  thread_ts: z.string().optional(),
  reply_count: z.number().optional(),
});

export const channelRecord = z.looseObject({
  id: z.string(),
  name: z.string().optional(),
  is_private: z.boolean().optional(),
  is_archived: z.boolean().optional(),
  is_member: z.boolean().optional(),
  num_members: z.number().optional(),
});

export const userRecord = z.looseObject({
  id: z.string(),
  name: z.string().optional(),
  real_name: z.string().optional(),
  deleted: z.boolean().optional(),
  is_bot: z.boolean().optional(),
  profile: z.looseObject({ email: z.string().optional() }).optional(),
});

/** Where a message stands. */
export const posted = z.looseObject({ channel: z.string(), ts: z.string() });

export const SAMPLE_CHANNEL = { id: 'C0123456789', name: 'orders', is_private: false };
export const SAMPLE_USER = {
  id: 'U0123456789',
  name: 'ada',
  real_name: 'Ada Byron',
  deleted: false,
  is_bot: false,
  profile: { email: 'ada@example.com' },
};
export const SAMPLE_MESSAGE = {
  type: 'message',
  ts: '1767600000.000100',
  user: 'U0123456789',
  text: 'Order 1042 has come in.',
};
export const SAMPLE_POSTED = { channel: SAMPLE_CHANNEL.id, ts: SAMPLE_MESSAGE.ts };

/** Reads in pages by a cursor. */
export const pages = (items: string) =>
  ({
    by: 'cursor',
    items,
    next: 'response_metadata.next_cursor',
    param: 'cursor',
    size: { param: 'limit', most: 200 },
  }) as const;
