import { z } from 'zod';

import { type ActionContext, type Poll, type PollResult, sendHttp } from '#sdk';

import { message } from './fields.ts';

const written = message.extend({
  author: z.looseObject({ id: z.string(), bot: z.boolean().optional() }).optional(),
});

/**
 * Messages of a channel since the last look, oldest first; the first marks where to begin. What the
 * bot itself wrote is left out: a flow that answers in the channel would answer itself.
 */
export async function newMessages(
  ctx: ActionContext<{ channel: string }>,
  { cursor, manifest }: Parameters<Poll>[1],
): Promise<PollResult> {
  const { channel } = ctx.input;
  const wanted = cursor === undefined ? { limit: 1 } : { limit: 100, after: cursor };
  const found = await sendHttp(
    manifest,
    { method: 'GET', path: '/channels/{channel}/messages' },
    { ...ctx, input: { channel, ...wanted } },
  );
  const messages = z.array(written).parse(found).toReversed();
  const last = messages.at(-1)?.id;
  // An empty channel has no message to go on from; every id is above 0.
  if (cursor === undefined) return { items: [], cursor: last ?? '0' };
  const self = messages.some(({ author }) => author?.bot)
    ? await whoWeAre(ctx, manifest)
    : undefined;
  const items = messages.filter(({ author }) => author === undefined || author.id !== self);
  return { items, cursor: last ?? cursor };
}

async function whoWeAre(
  ctx: ActionContext,
  manifest: Parameters<Poll>[1]['manifest'],
): Promise<string> {
  const call = { ...ctx, input: {} };
  const answer = await sendHttp(manifest, { method: 'GET', path: '/users/@me' }, call);
  return z.looseObject({ id: z.string() }).parse(answer).id;
}
