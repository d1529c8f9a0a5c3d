import { z } from 'zod';

export const DOCS = 'https://www.twilio.com/docs';
/** Where everything of an account stands; the files of the API end in .json. */
export const ACCOUNT = '/2010-04-01/Accounts/{config.accountSid}';

export const to = z.string().min(3).meta({
  title: 'To',
  description: 'A number with its country code; for WhatsApp with whatsapp: before it.',
  'x-placeholder': '+447700900123',
  'x-order': 1,
});
export const from = z.string().min(3).meta({
  title: 'From',
  description: 'A number of the account, or what it may send as.',
  'x-options': 'numbers',
  'x-order': 2,
});

const text = z.string().nullable().optional();

export const message = z.looseObject({
  sid: z.string(),
  status: text,
  direction: text,
  from: text,
  to: text,
  body: text,
  date_sent: text,
  error_code: z.number().nullable().optional(),
});

export const call = z.looseObject({
  sid: z.string(),
  status: text,
  direction: text,
  from: text,
  to: text,
  duration: text,
  start_time: text,
});

export const SAMPLE_MESSAGE = {
  sid: 'SM0123456789abcdef0123456789abcdef',
  status: 'queued',
  direction: 'outbound-api',
  from: '+447700900456',
  to: '+447700900123',
  body: 'Order 1042 is on its way.',
  date_sent: null,
  error_code: null,
};
export const SAMPLE_CALL = {
  sid: 'CA0123456789abcdef0123456789abcdef',
  status: 'queued',
  direction: 'outbound-api',
  from: '+447700900456',
  to: '+447700900123',
  duration: null,
  start_time: null,
};
