import { z } from 'zod';

import { definePollTrigger } from '#sdk';

import { channel, message, ofGuild, SAMPLE_MESSAGE } from './fields.ts';
import { newMessages } from './new-messages.ts';
import { reported } from './reported.ts';

const newMessage = definePollTrigger({
  title: 'When a message is new in a channel',
  description:
    'Looks for messages in one channel, but for those of the bot itself. Their text needs the Message Content intent.',
  tags: ['chat', 'post'],
  input: z.strictObject({ guild: ofGuild, channel }),
  payload: message,
  sample: SAMPLE_MESSAGE,
  everyS: 60,
  key: 'id',
  order: 'asc',
  poll: newMessages,
});

export const triggers = { reported, newMessage };
