import { z } from 'zod';

import { defineHttpAction } from '#sdk';

import {
  category,
  channelRecord,
  guild,
  role,
  SAMPLE_CHANNEL,
  SAMPLE_GUILD,
  SAMPLE_MESSAGE,
  user,
} from './fields.ts';

const SAMPLE_MEMBER = { guild: SAMPLE_GUILD, user: SAMPLE_MESSAGE.author.id };

/** The channels of a server. */
export const listChannels = defineHttpAction({
  title: 'List channels',
  description: 'Gives the channels of a server, without threads.',
  tags: ['rooms', 'find'],
  docsUrl: 'https://discord.com/developers/docs/resources/guild',
  input: z.strictObject({ guild }),
  output: z.array(channelRecord),
  sample: { guild: SAMPLE_GUILD },
  sampleOutput: [SAMPLE_CHANNEL],
  effects: { reads: true },
  http: { method: 'GET', path: '/guilds/{guild}/channels' },
});

/** A new channel. */
export const createChannel = defineHttpAction({
  title: 'Create a channel',
  description: 'Creates a text channel in a server.',
  tags: ['room', 'add'],
  docsUrl: 'https://discord.com/developers/docs/resources/guild',
  input: z.strictObject({
    guild,
    name: z.string().min(1).max(100).meta({ title: 'Name', 'x-order': 2 }),
    topic: z.string().max(1024).optional().meta({ title: 'Topic', 'x-order': 3 }),
    parent_id: category,
  }),
  output: channelRecord,
  sample: { guild: SAMPLE_GUILD, name: 'order-1042', topic: 'A page is torn' },
  sampleOutput: SAMPLE_CHANNEL,
  effects: { reads: false },
  http: {
    method: 'POST',
    path: '/guilds/{guild}/channels',
    body: { type: 'json', fixed: { type: 0 } },
  },
});

/** The way to write to one person. */
export const openDirectMessage = defineHttpAction({
  title: 'Open a direct conversation',
  description: 'Gives the channel in which the bot can write to one person.',
  tags: ['dm', 'private', 'direct message'],
  docsUrl: 'https://discord.com/developers/docs/resources/user',
  input: z.strictObject({ recipient_id: user.meta({ 'x-order': 1 }) }),
  output: channelRecord,
  sample: { recipient_id: SAMPLE_MESSAGE.author.id },
  sampleOutput: { id: '319674150115610528', type: 1 },
  effects: { reads: true, idempotent: true },
  http: { method: 'POST', path: '/users/@me/channels' },
});

/** One member of a server. */
export const getMember = defineHttpAction({
  title: 'Get a member',
  description: 'Gives a member of a server with nickname and roles.',
  tags: ['person', 'user', 'roles'],
  docsUrl: 'https://discord.com/developers/docs/resources/guild',
  input: z.strictObject({ guild, user }),
  output: z.looseObject({
    nick: z.string().nullish(),
    roles: z.array(z.string()),
    joined_at: z.string().nullish(),
    user: z.looseObject({ id: z.string(), username: z.string().optional() }).optional(),
  }),
  sample: SAMPLE_MEMBER,
  sampleOutput: { nick: null, roles: [], user: SAMPLE_MESSAGE.author },
  effects: { reads: true },
  http: { method: 'GET', path: '/guilds/{guild}/members/{user}' },
});

/** A role for a member. */
export const addRole = defineHttpAction({
  title: 'Give a role',
  description: 'Gives a member a role; needs the permission Manage Roles.',
  tags: ['member', 'access', 'permission'],
  docsUrl: 'https://discord.com/developers/docs/resources/guild',
  input: z.strictObject({ guild, user, role }),
  sample: { ...SAMPLE_MEMBER, role: '41771983423143936' },
  effects: { reads: false, idempotent: true },
  http: { method: 'PUT', path: '/guilds/{guild}/members/{user}/roles/{role}' },
});

/** Takes a role away. */
export const removeRole = defineHttpAction({
  title: 'Take a role away',
  description: 'Takes a role away from a member; needs the permission Manage Roles.',
  tags: ['member', 'access', 'permission'],
  docsUrl: 'https://discord.com/developers/docs/resources/guild',
  input: z.strictObject({ guild, user, role }),
  sample: { ...SAMPLE_MEMBER, role: '41771983423143936' },
  effects: { reads: false, destructive: true, idempotent: true },
  http: { method: 'DELETE', path: '/guilds/{guild}/members/{user}/roles/{role}' },
});
