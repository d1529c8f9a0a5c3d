import { z } from 'zod';

export const DOCS = 'https://learn.microsoft.com/en-us/graph/api';
export const CHANNEL = '/teams/{teamId}/channels/{channelId}';

export const teamId = z.string().min(1).meta({ title: 'Team', 'x-options': 'teams', 'x-order': 1 });

export const channelId = z
  .string()
  .min(1)
  .meta({
    title: 'Channel',
    'x-options': 'channels',
    'x-dependsOn': ['teamId'],
    'x-order': 2,
  });

export const chatId = z.string().min(1).meta({ title: 'Chat', 'x-options': 'chats', 'x-order': 1 });

/** What is written of any message. */
export const text = {
  content: z.string().min(1).meta({ title: 'Text', 'x-multiline': true, 'x-order': 4 }),
  contentType: z
    .enum(['text', 'html'])
    .default('text')
    .meta({ title: 'The text is', 'x-enumTitles': ['Plain', 'HTML'], 'x-order': 5 }),
  importance: z
    .enum(['normal', 'high', 'urgent'])
    .optional()
    .meta({ title: 'Importance', 'x-advanced': true }),
};

/** Where the texts of a message stand in the body. */
export const BODY = {
  content: { in: 'body', at: 'body.content' },
  contentType: { in: 'body', at: 'body.contentType' },
} as const;

const maybe = z.string().nullable().optional();

export const message = z.looseObject({
  id: z.string(),
  createdDateTime: maybe,
  subject: maybe,
  body: z.looseObject({ contentType: z.string(), content: z.string().nullable() }),
  from: z
    .looseObject({ user: z.looseObject({ id: maybe, displayName: maybe }).nullable().optional() })
    .nullable()
    .optional(),
  webUrl: maybe,
});

export const SAMPLE_MESSAGE = {
  id: '1616990032035',
  createdDateTime: '2026-11-24T09:30:00.000Z',
  subject: null,
  body: { contentType: 'text', content: 'Order 1042 is paid.' },
  from: { user: { id: '8b081ef6-4792-4def-b2c9-c363a1bf41d5', displayName: 'Ada Byron' } },
  webUrl: 'https://teams.microsoft.com/l/message/19%3A4a95f7d8/1616990032035',
};
export const SAMPLE_CHANNEL = {
  teamId: 'fbe2bf47-16c8-47cf-b4a5-4b9b187c508b',
  channelId: '19:4a95f7d8db4c4e7fae857bcebe0623e6@thread.tacv2',
};
export const SAMPLE_CHAT = { chatId: '19:2da4c29f6d7041eca70b638b43d45437@thread.v2' };
