import { z } from 'zod';

/** Ids are numbers too large for JavaScript, so they travel as text. */
const snowflake = z.string().regex(/^\d{15,21}$/, 'is a number of 15 to 21 digits');

export const guild = snowflake.meta({ title: 'Server', 'x-options': 'guilds', 'x-order': 1 });

/** The server that the choices of other fields are taken from; it is not sent. */
export const ofGuild = guild.optional().meta({
  description: 'Only to choose the channel from a list.',
  'x-advanced': true,
  'x-order': 0,
});

export const channel = snowflake.meta({
  title: 'Channel',
  'x-options': 'channels',
  'x-dependsOn': ['guild'],
  'x-order': 1,
});

export const messageId = snowflake.meta({ title: 'Message', 'x-order': 2 });
export const user = snowflake.meta({ title: 'Person', description: 'A user id.', 'x-order': 2 });

export const role = snowflake.meta({
  title: 'Role',
  'x-options': 'roles',
  'x-dependsOn': ['guild'],
  'x-order': 3,
});

export const category = snowflake.optional().meta({
  title: 'In the category',
  description: 'The id of a category.',
  'x-order': 4,
});

export const content = z.string().max(2000).meta({
  title: 'Text',
  description: 'Markdown; <@id> mentions a person.',
  'x-multiline': true,
  'x-order': 3,
});

export const embeds = z.array(z.record(z.string(), z.any())).max(10).optional().meta({
  title: 'Embeds',
  description: 'Framed parts: [{ "title": "Order 1042", "url": "…", "color": 2450411 }].',
  'x-language': 'json',
  'x-advanced': true,
  'x-order': 10,
});

/** Where `ofGuild` goes: nowhere. */
export const unsent = { guild: { in: 'none' } } as const;

const author = z.looseObject({ id: z.string(), username: z.string().optional() });

export const message = z.looseObject({
  id: z.string().meta({ title: 'Message' }),
  channel_id: z.string(),
  content: z.string().optional(),
  author: author.optional(),
  timestamp: z.string().optional(),
});

export const channelRecord = z.looseObject({
  id: z.string(),
  name: z.string().nullish(),
  type: z.number(),
  topic: z.string().nullish(),
  parent_id: z.string().nullish(),
});

export const SAMPLE_GUILD = '197038439483310086';
export const SAMPLE_CHANNEL = { id: '290926798999357250', name: 'orders', type: 0 };
export const SAMPLE_MESSAGE = {
  id: '334385199974967042',
  channel_id: SAMPLE_CHANNEL.id,
  content: 'Order 1042 has come in.',
  author: { id: '53908099506183680', username: 'ada' },
  timestamp: '2026-01-05T09:00:00.000000+00:00',
};
