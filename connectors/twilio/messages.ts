import { z } from 'zod';

import { defineHttpAction } from '#sdk';

import { ACCOUNT, DOCS, from, message, SAMPLE_MESSAGE, to } from './fields.ts';

const body = z.string().min(1).max(1600).meta({ title: 'Text', 'x-multiline': true, 'x-order': 3 });
const MediaUrl = z
  .array(z.url())
  .max(10)
  .optional()
  .meta({ title: 'Media', description: 'Addresses of pictures and files.', 'x-order': 4 });
const SEND = {
  method: 'POST',
  path: `${ACCOUNT}/Messages.json`,
  body: { type: 'form', style: 'repeat' },
} as const;

export const sendMessage = defineHttpAction({
  title: 'Send a message',
  description: 'Sends a text message, or one of WhatsApp.',
  tags: ['sms', 'mms', 'whatsapp', 'text', 'notify'],
  docsUrl: `${DOCS}/messaging/api/message-resource#create-a-message-resource`,
  input: z.strictObject({ To: to, From: from, Body: body, MediaUrl }),
  output: message,
  sample: { To: '+447700900123', From: '+447700900456', Body: 'Order 1042 is on its way.' },
  sampleOutput: SAMPLE_MESSAGE,
  effects: { reads: false },
  http: SEND,
});

export const sendByService = defineHttpAction({
  title: 'Send a message by a messaging service',
  description: 'The service chooses the sender; the message can wait for its time.',
  tags: ['sms', 'schedule', 'later', 'text'],
  docsUrl: `${DOCS}/messaging/features/message-scheduling`,
  input: z.strictObject({
    To: to,
    MessagingServiceSid: z
      .string()
      .min(1)
      .meta({ title: 'Messaging service', 'x-options': 'messagingServices', 'x-order': 2 }),
    Body: body,
    MediaUrl,
    SendAt: z.iso.datetime().optional().meta({
      title: 'Send at',
      description: 'From 5 minutes to 35 days from now, in UTC. Set "Schedule" too.',
      'x-placeholder': '2026-12-01T08:30:00Z',
      'x-advanced': true,
    }),
    ScheduleType: z
      .enum(['fixed'])
      .optional()
      .meta({ title: 'Schedule', 'x-enumTitles': ['At a fixed time'], 'x-advanced': true }),
  }),
  output: message,
  sample: {
    To: '+447700900123',
    MessagingServiceSid: 'MG0123456789abcdef0123456789abcdef',
    Body: 'Order 1042 is on its way.',
  },
  sampleOutput: { ...SAMPLE_MESSAGE, status: 'accepted' },
  effects: { reads: false },
  http: SEND,
});

export const getMessage = defineHttpAction({
  title: 'Get a message',
  description: 'Says whether a message has arrived, and what went wrong.',
  tags: ['status', 'delivered', 'sms'],
  docsUrl: `${DOCS}/messaging/api/message-resource#fetch-a-message-resource`,
  input: z.strictObject({
    Sid: z.string().min(1).meta({ title: 'Message', description: 'Its SID.' }),
  }),
  output: message,
  sample: { Sid: SAMPLE_MESSAGE.sid },
  sampleOutput: { ...SAMPLE_MESSAGE, status: 'delivered' },
  effects: { reads: true },
  http: { method: 'GET', path: `${ACCOUNT}/Messages/{Sid}.json` },
});

export const listMessages = defineHttpAction({
  title: 'List messages',
  description: 'Gives messages of the account, newest first.',
  tags: ['find', 'sms', 'history'],
  docsUrl: `${DOCS}/messaging/api/message-resource#read-multiple-message-resources`,
  input: z.strictObject({
    To: z.string().optional().meta({ title: 'To', 'x-order': 1 }),
    From: z.string().optional().meta({ title: 'From', 'x-order': 2 }),
    DateSent: z.iso.date().optional().meta({ title: 'Day (UTC)', 'x-order': 3 }),
  }),
  output: message,
  sample: { To: '+447700900456' },
  sampleOutput: [SAMPLE_MESSAGE],
  effects: { reads: true },
  http: { method: 'GET', path: `${ACCOUNT}/Messages.json`, query: { PageSize: '100' } },
  paginate: { by: 'nextUrl', path: 'next_page_uri', items: 'messages' },
});
