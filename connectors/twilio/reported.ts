import { z } from 'zod';

import { defineWebhookTrigger } from '#sdk';

/** Twilio's own call when a message comes in; an empty answer sends nothing back. */
export const messageReported = defineWebhookTrigger({
  title: 'When a message comes in',
  description: 'Twilio hands over each text or WhatsApp message to a number at once.',
  tags: ['webhook', 'sms', 'received', 'inbound', 'whatsapp'],
  input: z.strictObject({
    To: z.string().optional().meta({
      title: 'Number',
      description: 'Only messages to it; empty takes all that come to the address.',
      'x-options': 'numbers',
    }),
  }),
  payload: z.looseObject({
    MessageSid: z.string(),
    From: z.string(),
    To: z.string(),
    Body: z.string(),
    NumMedia: z.string().optional(),
  }),
  sample: {
    MessageSid: 'SM0123456789abcdef0123456789abcdef',
    AccountSid: `AC${'0'.repeat(32)}`,
    From: '+447700900123',
    To: '+447700900456',
    Body: 'Where is my order?',
    NumMedia: '0',
  },
  verify: {
    from: 'x-twilio-signature',
    algorithm: 'sha1',
    encoding: 'base64',
    text: '{url}{form}',
  },
  secret: {
    from: 'person',
    help: 'The auth token of the account, on the first page of the console.',
  },
  deliveryId: 'body.MessageSid',
  event: { from: 'body.To', input: 'To' },
  answers: 204,
  instructions:
    'In the Twilio console open the number, and under Messaging enter the address for "A message comes in" as a webhook with HTTP POST.',
});
