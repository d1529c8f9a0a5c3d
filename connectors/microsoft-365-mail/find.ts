import { z } from 'zod';

import { defineHttpAction } from '#sdk';

import { folder, message, messageId, SAMPLE_MESSAGE, SELECT } from './fields.ts';

const DOCS = 'https://learn.microsoft.com/en-us/graph/api';
const PAGES = {
  by: 'nextUrl',
  path: '@odata.nextLink',
  items: 'value',
} as const;

export const listMessages = defineHttpAction({
  title: 'List messages',
  description: 'Gives the messages of a folder, newest first.',
  tags: ['find', 'filter', 'email', 'outlook', 'inbox', 'unread'],
  docsUrl: `${DOCS}/mailfolder-list-messages`,
  input: z.strictObject({
    folder,
    filter: z.string().optional().meta({
      title: 'Filter',
      description: 'In OData; begin with receivedDateTime, because the list is in its order.',
      'x-placeholder': 'receivedDateTime ge 2026-11-01T00:00:00Z and isRead eq false',
      'x-order': 2,
    }),
  }),
  output: message,
  sample: { folder: 'inbox', filter: 'receivedDateTime ge 2026-11-01T00:00:00Z' },
  sampleOutput: [SAMPLE_MESSAGE],
  effects: { reads: true },
  http: {
    method: 'GET',
    path: '/me/mailFolders/{folder}/messages',
    params: { filter: { in: 'query', name: '$filter' } },
    query: { $orderby: 'receivedDateTime desc', $select: SELECT, $top: '50' },
  },
  paginate: PAGES,
});

export const searchMessages = defineHttpAction({
  title: 'Search messages',
  description: 'Looks for words in all folders, the newest of the best 1000 first.',
  tags: ['find', 'email', 'outlook', 'query'],
  docsUrl: 'https://learn.microsoft.com/en-us/graph/search-query-parameter',
  input: z.strictObject({
    search: z
      .string()
      .min(1)
      .regex(/^[^"]*$/, 'must not hold double quotes')
      .meta({
        title: 'Search',
        description: 'Words, or a property with words, as in the search field of Outlook.',
        'x-placeholder': 'from:ada@example.com subject:order',
        'x-order': 1,
      }),
  }),
  output: message,
  sample: { search: 'subject:order' },
  sampleOutput: [SAMPLE_MESSAGE],
  effects: { reads: true },
  http: {
    method: 'GET',
    path: '/me/messages',
    params: { search: { in: 'none' } },
    query: { $search: '"{search}"', $select: SELECT, $top: '50' },
  },
  paginate: PAGES,
});

export const getMessage = defineHttpAction({
  title: 'Get a message',
  description: 'Gives a message with its text.',
  tags: ['read', 'email', 'outlook'],
  docsUrl: `${DOCS}/message-get`,
  input: z.strictObject({
    id: messageId,
    bodyType: z
      .enum(['text', 'html'])
      .default('text')
      .meta({ title: 'Text as', 'x-enumTitles': ['Plain', 'HTML'], 'x-order': 2 }),
  }),
  output: message,
  sample: { id: SAMPLE_MESSAGE.id },
  sampleOutput: SAMPLE_MESSAGE,
  effects: { reads: true },
  http: {
    method: 'GET',
    path: '/me/messages/{id}',
    params: { bodyType: { in: 'none' } },
    query: { $select: SELECT },
    headers: { Prefer: 'IdType="ImmutableId", outlook.body-content-type="{bodyType}"' },
  },
});
