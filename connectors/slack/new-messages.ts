import { z } from 'zod';

import { type ActionContext, type Poll, type PollResult, sendHttp, sendPages } from '#sdk';

import { message, pages } from './fields.ts';

const MOST = 1000;
const written = message.extend({ bot_id: z.string().optional() });

/**
 * Messages of a channel since the last look, oldest first. What the app itself wrote is left out: a
 * flow that answers in the channel would answer itself.
 */
export async function newMessages(
  ctx: ActionContext<{ channel: string }>,
  { cursor, manifest }: Parameters<Poll>[1],
): Promise<PollResult> {
  if (cursor === undefined) return { items: [], cursor: (Date.now() / 1000).toFixed(6) };
  const { channel } = ctx.input;
  const found = await sendPages(
    manifest,
    {
      http: { method: 'GET', path: '/conversations.history' },
      paginate: pages('messages'),
      most: MOST,
    },
    { ...ctx, input: { channel, oldest: cursor } },
  );
  const messages = z.array(written).parse(found).toReversed();
  const self = messages.some(({ bot_id }) => bot_id) ? await whoWeAre(ctx, manifest) : undefined;
  const items = messages.filter(({ bot_id }) => bot_id === undefined || bot_id !== self);
  return { items, cursor: messages.at(-1)?.ts ?? cursor };
}

async function whoWeAre(
  ctx: ActionContext,
  manifest: Parameters<Poll>[1]['manifest'],
): Promise<string | undefined> {
  const call = { ...ctx, input: {} };
  const answer = await sendHttp(manifest, { method: 'GET', path: '/auth.test' }, call);
  return z.looseObject({ bot_id: z.string().optional() }).parse(answer).bot_id;
}
