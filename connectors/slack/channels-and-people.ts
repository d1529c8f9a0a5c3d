import { z } from 'zod';

import { defineHttpAction } from '#sdk';

import {
  channel,
  channelRecord,
  pages,
  SAMPLE_CHANNEL,
  SAMPLE_USER,
  user,
  userRecord,
} from './fields.ts';

const form = { type: 'form' } as const;

/** A new channel. */
export const createChannel = defineHttpAction({
  title: 'Create a channel',
  description: 'Creates a channel, public or private.',
  tags: ['room', 'add'],
  docsUrl: 'https://docs.slack.dev/reference/methods/conversations.create',
  input: z.strictObject({
    name: z
      .string()
      .regex(/^[^\sA-Z.]{1,80}$/, 'is up to 80 small letters, digits, - or _')
      .meta({ title: 'Name', 'x-placeholder': 'order-1042', 'x-order': 1 }),
    is_private: z.boolean().default(false).meta({ title: 'Private', 'x-order': 2 }),
  }),
  output: channelRecord,
  sample: { name: 'order-1042', is_private: false },
  sampleOutput: SAMPLE_CHANNEL,
  effects: { reads: false },
  scopes: ['channels:manage', 'groups:write'],
  http: { method: 'POST', path: '/conversations.create', body: form, result: 'channel' },
});

/** People for a channel. */
export const inviteToChannel = defineHttpAction({
  title: 'Invite people to a channel',
  description: 'Adds members to a channel that the app is in.',
  tags: ['add', 'members'],
  docsUrl: 'https://docs.slack.dev/reference/methods/conversations.invite',
  input: z.strictObject({
    channel,
    users: z.array(user).min(1).max(100).meta({ title: 'People', 'x-order': 2 }),
  }),
  output: channelRecord,
  sample: { channel: SAMPLE_CHANNEL.id, users: ['U0123456789', 'U0123456780'] },
  sampleOutput: SAMPLE_CHANNEL,
  effects: { reads: false, idempotent: true },
  scopes: ['channels:manage', 'groups:write'],
  http: {
    method: 'POST',
    path: '/conversations.invite',
    params: { users: { in: 'body', style: 'comma' } },
    body: form,
    result: 'channel',
  },
});

/** What a channel is about. */
export const setTopic = defineHttpAction({
  title: 'Set the topic of a channel',
  description: 'Replaces the line at the top of a channel.',
  tags: ['status', 'header'],
  docsUrl: 'https://docs.slack.dev/reference/methods/conversations.setTopic',
  input: z.strictObject({
    channel,
    topic: z.string().max(250).meta({ title: 'Topic', 'x-order': 2 }),
  }),
  sample: { channel: SAMPLE_CHANNEL.id, topic: 'On duty: Ada' },
  effects: { reads: false, idempotent: true },
  scopes: ['channels:manage', 'groups:write'],
  http: { method: 'POST', path: '/conversations.setTopic', body: form },
});

/** Puts a channel away. */
export const archiveChannel = defineHttpAction({
  title: 'Archive a channel',
  description: 'Closes a channel; its messages stay readable.',
  tags: ['close', 'remove'],
  docsUrl: 'https://docs.slack.dev/reference/methods/conversations.archive',
  input: z.strictObject({ channel }),
  sample: { channel: SAMPLE_CHANNEL.id },
  effects: { reads: false, destructive: true, idempotent: true },
  scopes: ['channels:manage', 'groups:write'],
  http: { method: 'POST', path: '/conversations.archive', body: form },
});

/** Channels the app can see. */
export const listChannels = defineHttpAction({
  title: 'List channels',
  description: 'Gives public channels, and the private ones that the app is in.',
  tags: ['rooms', 'find'],
  docsUrl: 'https://docs.slack.dev/reference/methods/conversations.list',
  input: z.strictObject({
    types: z
      .array(z.enum(['public_channel', 'private_channel', 'mpim', 'im']))
      .default(['public_channel'])
      .meta({
        title: 'Kinds',
        description: 'Public and private channels, and talks of several or two.',
        'x-order': 1,
      }),
    exclude_archived: z.boolean().default(true).meta({
      title: 'Without archived ones',
      'x-order': 2,
    }),
  }),
  output: channelRecord,
  sample: { types: ['public_channel', 'private_channel'] },
  sampleOutput: [SAMPLE_CHANNEL],
  effects: { reads: true },
  http: {
    method: 'GET',
    path: '/conversations.list',
    params: { types: { in: 'query', style: 'comma' } },
  },
  paginate: pages('channels'),
});

/** Everybody. */
export const listUsers = defineHttpAction({
  title: 'List people',
  description: 'Gives the members of the workspace, also bots and those who have left.',
  tags: ['members', 'users'],
  docsUrl: 'https://docs.slack.dev/reference/methods/users.list',
  input: z.strictObject({}),
  output: userRecord,
  sample: {},
  sampleOutput: [SAMPLE_USER],
  effects: { reads: true },
  http: { method: 'GET', path: '/users.list' },
  paginate: pages('members'),
});

/** The member with a mail address. */
export const findUserByEmail = defineHttpAction({
  title: 'Find a person by email',
  description: 'Gives the member with this mail address, for a mention or a direct message.',
  tags: ['member', 'lookup', 'mention'],
  docsUrl: 'https://docs.slack.dev/reference/methods/users.lookupByEmail',
  input: z.strictObject({ email: z.email().meta({ title: 'Email', 'x-order': 1 }) }),
  output: userRecord,
  sample: { email: 'ada@example.com' },
  sampleOutput: SAMPLE_USER,
  effects: { reads: true },
  scopes: ['users:read.email'],
  http: { method: 'GET', path: '/users.lookupByEmail', result: 'user' },
});
