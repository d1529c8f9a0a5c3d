import { z } from 'zod';

import { definePollTrigger } from '#sdk';

import { channel, message, ofGuild, SAMPLE_MESSAGE, unsent } from './fields.ts';
import { reported } from './reported.ts';

const newMessage = definePollTrigger({
  title: 'When a message is new in a channel',
  description: 'Looks for messages in one channel. Their text needs the Message Content intent.',
  tags: ['chat', 'post'],
  input: z.strictObject({ guild: ofGuild, channel }),
  payload: message,
  sample: SAMPLE_MESSAGE,
  everyS: 60,
  key: 'id',
  cursor: { path: 'id', param: 'after', format: 'text' },
  http: {
    method: 'GET',
    path: '/channels/{channel}/messages',
    params: unsent,
    query: { limit: '100' },
  },
});

export const triggers = { reported, newMessage };
