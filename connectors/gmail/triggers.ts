import { z } from 'zod';

import { definePollTrigger } from '#sdk';

import { message, type Message, SAMPLE_MESSAGE } from './fields.ts';
import { fetchMessage, listIds } from './find.ts';

const MOST = 500;

/** Messages that came in since the newest one of the last look. */
export const messageReceived = definePollTrigger({
  title: 'New message',
  description: 'Starts for each message that comes in.',
  tags: ['email', 'mail', 'received', 'inbox'],
  everyS: 60,
  input: z.strictObject({
    labelIds: z
      .array(z.string().meta({ 'x-options': 'labels' }))
      .default(['INBOX'])
      .meta({ title: 'Labels', description: 'Messages that have all of them.', 'x-order': 1 }),
    q: z.string().optional().meta({
      title: 'Search',
      description: 'Only messages that match, in the words of the search field of Gmail.',
      'x-placeholder': 'from:orders@example.com has:attachment',
      'x-order': 2,
    }),
  }),
  payload: message,
  sample: SAMPLE_MESSAGE,
  key: 'id',
  order: 'asc',
  poll: async (ctx, { cursor, manifest: facts }) => {
    const { labelIds, q = '' } = ctx.input;
    // `after:` knows whole seconds only, and leaves its own second out.
    const since = cursor === undefined ? '' : `after:${Math.floor(Date.parse(cursor) / 1000) - 1}`;
    const input = { labelIds, q: `${q} ${since}`.trim() };
    const ids = await listIds(facts, { ...ctx, input }, cursor === undefined ? 1 : MOST);
    const found: Message[] = [];
    for (const id of ids.toReversed()) found.push(await fetchMessage(facts, ctx, id));
    const newest = found.map(({ date }) => date).toSorted();
    const items = cursor === undefined ? [] : found.filter(({ date }) => date > cursor);
    return { items, cursor: newest.at(-1) ?? cursor ?? new Date(0).toISOString() };
  },
});
