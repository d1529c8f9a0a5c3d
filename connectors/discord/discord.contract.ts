import { z } from 'zod';

import type { Contract, Operation } from '#sdk/testing';

import { SAMPLE_CHANNEL, SAMPLE_MESSAGE } from './fields.ts';

const id = z.string().regex(/^\d{15,21}$/);
const text = z.string().optional();
const embeds = z.array(z.looseObject({})).max(10).optional();
const BY_BOT = { id: '334385199974967001', author: { id: '1', username: 'patchbay', bot: true } };
const nothing = (): { status: number } => ({ status: 204 });

const operations: Record<string, Operation> = {
  'POST /channels/{channel}/messages': {
    body: z.strictObject({
      content: z.string().max(2000).optional(),
      embeds,
      tts: z.boolean().optional(),
      message_reference: z.strictObject({ message_id: id }).optional(),
    }),
    reply: ({ body, path }) => {
      if (path.channel === '290926798999357299') {
        const headers = { 'retry-after': '65' };
        return { status: 429, headers, body: { message: 'You are being rate limited.' } };
      }
      const { content, embeds: framed } = body as { content?: string; embeds?: unknown };
      if (content || framed) return { body: SAMPLE_MESSAGE };
      return { status: 400, body: { code: 50_006, message: 'Cannot send an empty message' } };
    },
  },
  'PATCH /channels/{channel}/messages/{id}': {
    body: z.strictObject({ content: z.string().max(2000).optional(), embeds }),
    gives: SAMPLE_MESSAGE,
  },
  'DELETE /channels/{channel}/messages/{id}': { reply: nothing },
  'GET /channels/{channel}/messages': {
    query: z.strictObject({
      limit: z
        .string()
        .regex(/^(100|\d{1,2})$/)
        .optional(),
      before: id.optional(),
      after: z
        .string()
        .regex(/^(0|\d{15,21})$/)
        .optional(),
    }),
    reply: ({ query }) => ({
      body: query.before ? [] : [SAMPLE_MESSAGE, { ...SAMPLE_MESSAGE, ...BY_BOT }],
    }),
  },
  'PUT /channels/{channel}/messages/{id}/reactions/{emoji}/@me': {
    reply: ({ path }) => ({ status: path.emoji === '✅' ? 204 : 400 }),
  },
  'POST /channels/{channel}/messages/{id}/threads': {
    body: z.strictObject({
      name: z.string().min(1).max(100),
      auto_archive_duration: z.number().optional(),
    }),
    gives: { id: SAMPLE_MESSAGE.id, name: 'Order 1042' },
  },
  'GET /guilds/{guild}/channels': { gives: [SAMPLE_CHANNEL] },
  'POST /guilds/{guild}/channels': {
    body: z.strictObject({
      name: z.string().min(1).max(100),
      type: z.literal(0),
      topic: text,
      parent_id: id.optional(),
    }),
    gives: SAMPLE_CHANNEL,
  },
  'POST /users/@me/channels': {
    body: z.strictObject({ recipient_id: id }),
    gives: { id: '319674150115610528', type: 1 },
  },
  'GET /guilds/{guild}/members/{user}': { gives: { nick: null, roles: [] } },
  'PUT /guilds/{guild}/members/{user}/roles/{role}': { reply: nothing },
  'DELETE /guilds/{guild}/members/{user}/roles/{role}': { reply: nothing },
  'GET /guilds/{guild}/roles': { gives: [{ id: '41771983423143936', name: 'Paid' }] },
  'GET /users/@me/guilds': { gives: [{ id: '197038439483310086', name: 'Harbour Books' }] },
  'GET /users/@me': { gives: { id: '1', username: 'patchbay', bot: true } },
};

/** Discord's REST API 10 as far as this connector uses it, after Discord's OpenAPI description. */
export const contract: Contract = {
  headers: { authorization: 'Bot token' },
  operations: Object.fromEntries(
    Object.entries(operations).map(([name, operation]) => [
      name.replace(' ', ' /api/v10'),
      operation,
    ]),
  ),
};
