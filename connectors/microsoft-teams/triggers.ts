import { z } from 'zod';

import { definePollTrigger } from '#sdk';

import { CHANNEL, channelId, chatId, message, SAMPLE_MESSAGE, teamId } from './fields.ts';

/** Messages that begin a conversation in a channel; the API gives no way to ask for the new ones only. */
export const channelMessageReceived = definePollTrigger({
  title: 'New message in a channel',
  description: 'Starts for each message that begins a conversation in a channel.',
  tags: ['post', 'received'],
  everyS: 60,
  scopes: ['ChannelMessage.Read.All'],
  input: z.strictObject({ teamId, channelId }),
  payload: message,
  sample: SAMPLE_MESSAGE,
  http: { method: 'GET', path: `${CHANNEL}/messages`, query: { $top: '50' } },
  paginate: { by: 'nextUrl', path: '@odata.nextLink', items: 'value' },
  key: 'id',
  order: 'desc',
});

/** Messages of a chat, those of the account itself among them. */
export const chatMessageReceived = definePollTrigger({
  title: 'New message in a chat',
  description: 'Starts for each message in a chat.',
  tags: ['received', 'group'],
  everyS: 60,
  scopes: ['Chat.ReadWrite'],
  input: z.strictObject({ chatId }),
  payload: message,
  sample: SAMPLE_MESSAGE,
  http: {
    method: 'GET',
    path: '/chats/{chatId}/messages',
    query: { $top: '50', $orderby: 'createdDateTime desc' },
  },
  paginate: { by: 'nextUrl', path: '@odata.nextLink', items: 'value' },
  key: 'id',
  cursor: {
    path: 'createdDateTime',
    param: '$filter',
    template: 'createdDateTime gt {value}',
    format: 'iso',
    overlapS: 10,
  },
  order: 'desc',
});
