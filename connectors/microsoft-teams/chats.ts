import { z } from 'zod';

import { defineAction, defineHttpAction, sendHttp } from '#sdk';

import { BODY, chatId, DOCS, message, SAMPLE_CHAT, SAMPLE_MESSAGE, text } from './fields.ts';

export const sendChatMessage = defineHttpAction({
  title: 'Send a message to a chat',
  description: 'Writes into a chat that the account is part of.',
  tags: ['post', 'write', 'notify', 'group'],
  docsUrl: `${DOCS}/chat-post-messages`,
  input: z.strictObject({ chatId, ...text }),
  output: message,
  sample: { ...SAMPLE_CHAT, content: 'Order 1042 is paid.' },
  sampleOutput: SAMPLE_MESSAGE,
  effects: { reads: false },
  scopes: ['Chat.ReadWrite'],
  http: { method: 'POST', path: '/chats/{chatId}/messages', params: BODY },
});

const withId = z.looseObject({ id: z.string() });

/** Graph gives the chat of two persons when there is one already, so asking for it again is harmless. */
export const sendDirectMessage = defineAction({
  title: 'Send a message to a person',
  description: 'Writes to one person, and opens the chat if there is none.',
  tags: ['direct', 'private', 'dm', 'notify'],
  docsUrl: `${DOCS}/chat-post`,
  input: z.strictObject({
    user: z.string().min(1).meta({
      title: 'Person',
      description: 'The sign-in name, mostly the mail address, or the id.',
      'x-placeholder': 'bo@example.com',
      'x-order': 1,
    }),
    ...text,
  }),
  output: message,
  sample: { user: 'bo@example.com', content: 'Order 1042 is paid.' },
  sampleOutput: SAMPLE_MESSAGE,
  effects: { reads: false },
  scopes: ['Chat.ReadWrite'],
  run: async (ctx, facts) => {
    const { user, ...words } = ctx.input;
    const me = await sendHttp(
      facts,
      { method: 'GET', path: '/me', query: { $select: 'id' } },
      { ...ctx, input: {} },
    );
    const members = [withId.parse(me).id, user].map(memberOf);
    const chat = await sendHttp(
      facts,
      { method: 'POST', path: '/chats' },
      { ...ctx, input: { chatType: 'oneOnOne', members } },
    );
    const input = { ...words, chatId: withId.parse(chat).id };
    return sendHttp(
      facts,
      { method: 'POST', path: '/chats/{chatId}/messages', params: BODY },
      { ...ctx, input },
    );
  },
});

function memberOf(user: string): Record<string, unknown> {
  const name = encodeURIComponent(user).replaceAll('%40', '@').replaceAll("'", "''");
  return {
    '@odata.type': '#microsoft.graph.aadUserConversationMember',
    roles: ['owner'],
    'user@odata.bind': `https://graph.microsoft.com/v1.0/users('${name}')`,
  };
}
