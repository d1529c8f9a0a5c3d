import { z } from 'zod';

import { defineHttpAction } from '#sdk';

import {
  BODY,
  CHANNEL,
  channelId,
  DOCS,
  message,
  SAMPLE_CHANNEL,
  SAMPLE_MESSAGE,
  teamId,
  text,
} from './fields.ts';

const place = { teamId, channelId };

export const sendChannelMessage = defineHttpAction({
  title: 'Send a message to a channel',
  description: 'Begins a conversation in a channel, in the name of the account.',
  tags: ['post', 'write', 'notify'],
  docsUrl: `${DOCS}/channel-post-messages`,
  input: z.strictObject({
    ...place,
    subject: z.string().optional().meta({ title: 'Subject', 'x-order': 3 }),
    ...text,
  }),
  output: message,
  sample: { ...SAMPLE_CHANNEL, content: 'Order 1042 is paid.' },
  sampleOutput: SAMPLE_MESSAGE,
  effects: { reads: false },
  scopes: ['ChannelMessage.Send'],
  http: { method: 'POST', path: `${CHANNEL}/messages`, params: BODY },
});

export const replyToMessage = defineHttpAction({
  title: 'Reply in a channel',
  description: 'Answers a message of a channel in its conversation.',
  tags: ['answer', 'thread', 'respond'],
  docsUrl: `${DOCS}/chatmessage-post-replies`,
  input: z.strictObject({
    ...place,
    messageId: z
      .string()
      .min(1)
      .meta({ title: 'Message', description: 'The id of the first one.', 'x-order': 3 }),
    ...text,
  }),
  output: message,
  sample: { ...SAMPLE_CHANNEL, messageId: '1616990032035', content: 'It is on its way.' },
  sampleOutput: { ...SAMPLE_MESSAGE, replyToId: '1616990032035' },
  effects: { reads: false },
  scopes: ['ChannelMessage.Send'],
  http: { method: 'POST', path: `${CHANNEL}/messages/{messageId}/replies`, params: BODY },
});

export const listChannelMessages = defineHttpAction({
  title: 'List messages of a channel',
  description: 'Gives the messages that begin conversations, newest first.',
  tags: ['read', 'get', 'find'],
  docsUrl: `${DOCS}/channel-list-messages`,
  input: z.strictObject(place),
  output: message,
  sample: SAMPLE_CHANNEL,
  sampleOutput: [SAMPLE_MESSAGE],
  effects: { reads: true },
  scopes: ['ChannelMessage.Read.All'],
  http: { method: 'GET', path: `${CHANNEL}/messages`, query: { $top: '50' } },
  paginate: { by: 'nextUrl', path: '@odata.nextLink', items: 'value' },
});
