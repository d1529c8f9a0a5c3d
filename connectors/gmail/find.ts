import type { HttpBinding, Paginate } from '@patchbay/shared/catalog';
import { z } from 'zod';

import { type ActionContext, defineAction, type HttpFacts, sendHttp, sendPages } from '#sdk';

import { message, type Message, messageId, SAMPLE_MESSAGE } from './fields.ts';
import { readMessage } from './read-message.ts';

const LIST: HttpBinding = { method: 'GET', path: '/users/me/messages' };
const PAGES: Paginate = {
  by: 'cursor',
  items: 'messages',
  next: 'nextPageToken',
  param: 'pageToken',
  size: { param: 'maxResults', most: 500 },
};
const listed = z.array(z.looseObject({ id: z.string() }));

/** The ids of messages, newest first. */
export async function listIds(
  facts: HttpFacts,
  ctx: ActionContext,
  most: number,
): Promise<string[]> {
  const found = await sendPages(facts, { http: LIST, paginate: PAGES, most }, ctx);
  return listed.parse(found).map(({ id }) => id);
}

/** A whole message. */
export async function fetchMessage(
  facts: HttpFacts,
  ctx: ActionContext,
  id: string,
): Promise<Message> {
  const binding = { method: 'GET', path: '/users/me/messages/{id}', query: { format: 'full' } };
  return readMessage(await sendHttp(facts, binding as HttpBinding, { ...ctx, input: { id } }));
}

export const findMessages = defineAction({
  title: 'Find messages',
  description: 'Gives messages that match a search, newest first.',
  tags: ['search', 'list', 'email', 'mail', 'inbox'],
  docsUrl:
    'https://developers.google.com/workspace/gmail/api/reference/rest/v1/users.messages/list',
  input: z.strictObject({
    q: z.string().optional().meta({
      title: 'Search',
      description: 'In the words of the search field of Gmail.',
      'x-placeholder': 'from:ada@example.com is:unread newer_than:7d',
      'x-order': 1,
    }),
    labelIds: z
      .array(z.string().meta({ 'x-options': 'labels' }))
      .optional()
      .meta({ title: 'Labels', description: 'Messages that have all of them.', 'x-order': 2 }),
    includeSpamTrash: z
      .boolean()
      .optional()
      .meta({ title: 'Look into spam and trash too', 'x-advanced': true }),
    maxItems: z
      .number()
      .int()
      .min(1)
      .max(200)
      .default(20)
      .meta({ title: 'Messages at most', 'x-advanced': true }),
  }),
  output: z.array(message),
  sample: { q: 'is:unread', labelIds: ['INBOX'] },
  sampleOutput: [SAMPLE_MESSAGE],
  effects: { reads: true },
  timeoutMs: 120_000,
  run: async (ctx, facts) => {
    const { maxItems, ...input } = ctx.input;
    const found: Message[] = [];
    for (const id of await listIds(facts, { ...ctx, input }, maxItems))
      found.push(await fetchMessage(facts, ctx, id));
    return found;
  },
});

export const getMessage = defineAction({
  title: 'Get a message',
  description: 'Gives the texts, the sender and the list of attachments of a message.',
  tags: ['read', 'email', 'mail'],
  docsUrl: 'https://developers.google.com/workspace/gmail/api/reference/rest/v1/users.messages/get',
  input: z.strictObject({ id: messageId }),
  output: message,
  sample: { id: SAMPLE_MESSAGE.id },
  sampleOutput: SAMPLE_MESSAGE,
  effects: { reads: true },
  run: (ctx, facts) => fetchMessage(facts, ctx, ctx.input.id),
});
