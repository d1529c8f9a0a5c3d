import { z } from 'zod';

import { definePollTrigger } from '#sdk';

import { ACCOUNT, call, message, SAMPLE_CALL, SAMPLE_MESSAGE } from './fields.ts';

const ours = z
  .string()
  .min(3)
  .meta({ title: 'Number', description: 'One of the account.', 'x-options': 'numbers' });

/** Messages to one of the numbers of the account. */
export const messageReceived = definePollTrigger({
  title: 'New message',
  description: 'Starts for each message that comes in on a number of the account.',
  tags: ['sms', 'received', 'inbound', 'whatsapp'],
  everyS: 60,
  input: z.strictObject({ To: ours }),
  payload: message,
  sample: { ...SAMPLE_MESSAGE, status: 'received', direction: 'inbound' },
  http: { method: 'GET', path: `${ACCOUNT}/Messages.json`, query: { PageSize: '100' } },
  paginate: { by: 'nextUrl', path: 'next_page_uri', items: 'messages' },
  key: 'sid',
  cursor: { path: 'date_sent', param: 'DateSent>', format: 'iso', overlapS: 60 },
  order: 'desc',
});

/** Calls to one of the numbers of the account that have ended. */
export const callCompleted = definePollTrigger({
  title: 'Call ended',
  description: 'Starts for each call to a number of the account that has ended.',
  tags: ['phone', 'voice', 'completed'],
  everyS: 120,
  input: z.strictObject({ To: ours }),
  payload: call,
  sample: { ...SAMPLE_CALL, status: 'completed', direction: 'inbound', duration: '12' },
  http: {
    method: 'GET',
    path: `${ACCOUNT}/Calls.json`,
    query: { PageSize: '100', Status: 'completed' },
  },
  paginate: { by: 'nextUrl', path: 'next_page_uri', items: 'calls' },
  key: 'sid',
  cursor: { path: 'end_time', param: 'EndTime>', format: 'iso', overlapS: 60 },
  order: 'desc',
});
