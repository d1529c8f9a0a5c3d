import { z } from 'zod';

import { definePollTrigger, defineWebhookTrigger, graphSubscription } from '#sdk';

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

const told = { payload: message, sample: SAMPLE_MESSAGE };

/** Graph tells that there is a message in the channel, and it is read. */
export const channelMessageTold = defineWebhookTrigger({
  ...graphSubscription({
    look: 'channelMessageReceived',
    resource: 'teams/{input.teamId}/channels/{input.channelId}/messages',
    inputs: ['teamId', 'channelId'],
  }),
  ...told,
  title: 'New message in a channel, at once',
  description: 'Microsoft tells when a conversation begins in a channel, and its message is read.',
  tags: ['webhook', 'post', 'received'],
  scopes: ['ChannelMessage.Read.All'],
  input: z.strictObject({ teamId, channelId }),
});

/** Graph tells that there is a message in the chat, and it is read. */
export const chatMessageTold = defineWebhookTrigger({
  ...graphSubscription({
    look: 'chatMessageReceived',
    resource: 'chats/{input.chatId}/messages',
    inputs: ['chatId'],
  }),
  ...told,
  title: 'New message in a chat, at once',
  description: 'Microsoft tells when a message comes into a chat, and it is read.',
  tags: ['webhook', 'received', 'group'],
  scopes: ['Chat.ReadWrite'],
  input: z.strictObject({ chatId }),
});
