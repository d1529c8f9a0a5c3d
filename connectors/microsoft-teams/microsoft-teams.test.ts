import { describe, expect, it } from 'vitest';
import { z } from 'zod';

import { describeVendor } from '#sdk/testing';

import { SAMPLE_CHANNEL, SAMPLE_CHAT, SAMPLE_MESSAGE } from './fields.ts';
import { microsoftTeams } from './index.ts';

const HOST = 'https://graph.microsoft.com';
const CHANNEL = '/v1.0/teams/{teamId}/channels/{channelId}';
const message = z.strictObject({
  subject: z.string().optional(),
  importance: z.enum(['normal', 'high', 'urgent']).optional(),
  body: z.strictObject({ contentType: z.enum(['text', 'html']), content: z.string() }),
});
const member = z.strictObject({
  '@odata.type': z.literal('#microsoft.graph.aadUserConversationMember'),
  roles: z.tuple([z.literal('owner')]),
  'user@odata.bind': z.string().startsWith(`${HOST}/v1.0/users('`),
});
const channel = { id: SAMPLE_CHANNEL.channelId, displayName: 'Orders' };
const created = { status: 201, body: SAMPLE_MESSAGE };
const changed = z.strictObject({
  $top: z.string(),
  // Graph knows no other operator for this time, and none of these for the time of creation.
  $filter: z.string().regex(/^lastModifiedDateTime gt \d{4}-\d\d-\d\dT[\d:.]+Z$/),
});
const at = (createdDateTime: string, more?: object) => ({
  ...SAMPLE_MESSAGE,
  ...more,
  id: createdDateTime,
  createdDateTime,
});
const NEWS = {
  value: [
    at('2026-11-24T09:31:00Z'),
    at('2026-11-24T09:30:30Z', { messageType: 'unknownFutureValue' }),
    at('2026-11-24T09:30:00Z', { messageType: 'message' }),
    // An old message that somebody reacted to.
    at('2026-11-20T08:00:00Z'),
  ],
};
let members: unknown;

const bench = describeVendor({
  connector: microsoftTeams,
  connection: { scheme: 'oauth2', config: { tenant: 'common' }, fields: { accessToken: 'tok' } },
  origins: [HOST],
  options: { channels: { teamId: 't' } },
  triggers: {
    channelMessageTold: { teamId: 't', channelId: 'c' },
    chatMessageTold: { chatId: 'h' },
  },
  contract: {
    headers: { authorization: 'Bearer tok' },
    operations: {
      'POST /v1.0/subscriptions': {
        body: z.strictObject({
          changeType: z.literal('created'),
          notificationUrl: z.url(),
          // Without it Graph lets no subscription to messages last for more than an hour.
          lifecycleNotificationUrl: z.url(),
          resource: z.enum(['teams/t/channels/c/messages', 'chats/h/messages']),
          expirationDateTime: z.iso.datetime(),
          clientState: z.string().max(128),
        }),
        reply: () => ({ status: 201, body: { id: 'sub1' } }),
      },
      'PATCH /v1.0/subscriptions/sub1': {
        body: z.strictObject({ expirationDateTime: z.iso.datetime() }),
        gives: { id: 'sub1' },
      },
      'GET /v1.0/subscriptions': { gives: { value: [] } },
      'DELETE /v1.0/subscriptions/sub1': { reply: () => ({ status: 204 }) },
      'GET /v1.0/me': {
        query: z.strictObject({ $select: z.string() }),
        gives: { id: 'me1', userPrincipalName: 'ada@example.com' },
      },
      'GET /v1.0/me/joinedTeams': { gives: { value: [{ id: 't', displayName: 'Sales' }] } },
      'GET /v1.0/me/chats': {
        query: z.strictObject({ $filter: z.string(), $top: z.string() }),
        gives: { value: [{ id: SAMPLE_CHAT.chatId, topic: 'Launch' }] },
      },
      'GET /v1.0/teams/{teamId}/channels': { gives: { value: [channel] } },
      'POST /v1.0/teams/{teamId}/channels': {
        body: z.strictObject({
          displayName: z.string(),
          description: z.string().optional(),
          membershipType: z.enum(['standard', 'private', 'shared']),
        }),
        reply: ({ body }) =>
          (body as { displayName: string }).displayName === 'General'
            ? {
                status: 400,
                body: {
                  error: {
                    code: 'BadRequest',
                    message: 'Channel name already existed, please use other name.',
                  },
                },
              }
            : { status: 201, body: channel },
      },
      [`POST ${CHANNEL}/messages`]: {
        body: message,
        reply: ({ body }) => ({ status: 201, body: { ...SAMPLE_MESSAGE, sent: body } }),
      },
      [`POST ${CHANNEL}/messages/{messageId}/replies`]: { body: message, reply: () => created },
      [`GET ${CHANNEL}/messages`]: {
        query: z.strictObject({ $top: z.string(), $skiptoken: z.string().optional() }),
        reply: ({ query }) => {
          const rest = `${HOST}/v1.0/teams/t/channels/c/messages?$top=50&$skiptoken=2`;
          const more = query.$skiptoken ? {} : { '@odata.nextLink': rest };
          return { body: { value: [SAMPLE_MESSAGE], ...more } };
        },
      },
      [`GET ${CHANNEL}/messages/delta`]: { query: changed, gives: NEWS },
      'GET /v1.0/chats/{chatId}/messages': {
        query: changed.extend({ $orderby: z.literal('lastModifiedDateTime desc') }),
        gives: NEWS,
      },
      'POST /v1.0/chats': {
        body: z.strictObject({
          chatType: z.literal('oneOnOne'),
          members: z.array(member).length(2),
        }),
        reply: ({ body }) => {
          ({ members } = body as { members: unknown });
          return { status: 201, body: { id: '19:one@unq.gbl.spaces' } };
        },
      },
      'POST /v1.0/chats/{chatId}/messages': {
        body: message,
        reply: ({ path }) =>
          path.chatId === 'gone'
            ? { status: 404, body: { error: { code: 'NotFound', message: 'No thread.' } } }
            : created,
      },
      'POST /v1.0/me/onlineMeetings': {
        body: z.strictObject({
          subject: z.string(),
          startDateTime: z.iso.datetime({ offset: true }),
          endDateTime: z.iso.datetime({ offset: true }),
        }),
        reply: () => ({
          status: 201,
          body: { id: 'm', joinWebUrl: 'https://teams.microsoft.com/l/x', subject: 'Planning' },
        }),
      },
    },
  },
});

describe('a message', () => {
  it('stands in the body as Graph wants it', async () => {
    const input = { ...SAMPLE_CHANNEL, subject: 'S', content: '<b>x</b>', contentType: 'html' };
    expect(await bench.call('sendChannelMessage', input)).toMatchObject({
      sent: { subject: 'S', body: { contentType: 'html', content: '<b>x</b>' } },
    });
  });

  it('to a person opens the chat of both', async () => {
    bench.seen();
    await bench.call('sendDirectMessage', { user: "o'neil@example.com", content: 'hi' });
    expect(bench.seen().at(-1)).toBe('POST /v1.0/chats/19%3Aone%40unq.gbl.spaces/messages');
    expect(members).toMatchObject([
      { 'user@odata.bind': `${HOST}/v1.0/users('me1')` },
      { 'user@odata.bind': `${HOST}/v1.0/users('o''neil@example.com')` },
    ]);
  });

  it('to a chat that is gone says what to do', async () => {
    const failed = bench.call('sendChatMessage', { chatId: 'gone', content: 'x' });
    await expect(failed).rejects.toMatchObject({
      problem: { details: { title: 'No such team, channel or chat' } },
    });
  });

  it('is listed over as many pages as it takes', async () => {
    expect(await bench.call('listChannelMessages', SAMPLE_CHANNEL)).toHaveLength(2);
  });

  it.each([
    ['channelMessageReceived', SAMPLE_CHANNEL],
    ['chatMessageReceived', SAMPLE_CHAT],
  ])('is found by %s when it is new, oldest first', async (trigger, input) => {
    const first = await bench.look(trigger, input);
    expect(first.items).toEqual([]);
    expect(Date.parse(first.cursor ?? '')).toBeGreaterThan(Date.now() - 60_000);
    const next = await bench.look(trigger, input, '2026-11-24T09:29:00.000Z');
    expect(next.items).toMatchObject([
      { id: '2026-11-24T09:30:00Z' },
      { id: '2026-11-24T09:31:00Z' },
    ]);
  });
});

describe('a channel', () => {
  it('whose name is taken is the fault of the input', async () => {
    const input = { teamId: 't', displayName: 'General' };
    await expect(bench.call('createChannel', input)).rejects.toMatchObject({
      problem: { code: 'invalid_input', details: { title: 'Exists already' } },
    });
  });
});
