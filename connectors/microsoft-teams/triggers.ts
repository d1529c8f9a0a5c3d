import { z } from 'zod';

import { definePollTrigger } from '#sdk';

import { CHANNEL, channelId, chatId, message, SAMPLE_MESSAGE, teamId } from './fields.ts';
import { recentMessages } from './recent-messages.ts';

const looked = {
  everyS: 60,
  payload: message,
  sample: SAMPLE_MESSAGE,
  key: 'id',
  order: 'asc' as const,
};

/** Messages that begin a conversation in a channel. */
export const channelMessageReceived = definePollTrigger({
  ...looked,
  title: 'New message in a channel',
  description: 'Starts for each message that begins a conversation in a channel.',
  tags: ['post', 'received'],
  scopes: ['ChannelMessage.Read.All'],
  input: z.strictObject({ teamId, channelId }),
  poll: (ctx, look) => recentMessages(ctx, look, { path: `${CHANNEL}/messages/delta`, query: {} }),
});

/** Messages of a chat, those of the account itself among them. */
export const chatMessageReceived = definePollTrigger({
  ...looked,
  title: 'New message in a chat',
  description: 'Starts for each message in a chat.',
  tags: ['received', 'group'],
  scopes: ['Chat.ReadWrite'],
  input: z.strictObject({ chatId }),
  poll: (ctx, look) =>
    recentMessages(ctx, look, {
      path: '/chats/{chatId}/messages',
      query: { $orderby: 'lastModifiedDateTime desc' },
    }),
});
