import { z } from 'zod';

import { defineWebhookTrigger } from '#sdk';

const EVENTS = {
  processed: 'A message is taken',
  delivered: 'A message is delivered',
  deferred: 'A message is put off',
  bounce: 'A message bounces',
  dropped: 'A message is not sent',
  open: 'A message is opened',
  click: 'A link is clicked',
  spamreport: 'A message is marked as spam',
  unsubscribe: 'Somebody unsubscribes',
} as const;

const NAMES = Object.keys(EVENTS) as (keyof typeof EVENTS)[];

/** What SendGrid itself reports of messages, many in one delivery, signed with a key pair. */
export const mailReported = defineWebhookTrigger({
  title: 'When something happens to a message',
  description: 'SendGrid reports deliveries, bounces, opens, clicks and more as they happen.',
  tags: ['webhook', 'event', 'delivered', 'bounce', 'open', 'click', 'spam'],
  input: z.strictObject({
    event: z
      .enum(NAMES)
      .meta({ title: 'Event', 'x-enumTitles': NAMES.map((name) => EVENTS[name]) }),
  }),
  payload: z.looseObject({
    email: z.string(),
    timestamp: z.number(),
    event: z.string(),
    sg_event_id: z.string(),
    sg_message_id: z.string().optional(),
    reason: z.string().optional(),
    url: z.string().optional(),
  }),
  sample: {
    email: 'ada@example.com',
    timestamp: 1_767_600_000,
    event: 'delivered',
    sg_event_id: 'ZGVsaXZlcmVkLTAtMTIzNDU2Nzg',
    sg_message_id: '14c5d75ce93.dfd.64b469.filter0001.16648.5515E0B88.0',
    response: '250 OK',
  },
  verify: {
    from: 'x-twilio-email-event-webhook-signature',
    algorithm: 'ecdsa-sha256',
    encoding: 'base64',
    text: '{timestamp}{body}',
    timestampHeader: 'x-twilio-email-event-webhook-timestamp',
    key: 'base64',
  },
  secret: { from: 'person', help: 'The verification key that SendGrid shows for the webhook.' },
  items: '',
  deliveryId: 'body.sg_event_id',
  event: { from: 'body.event', input: 'event' },
  instructions:
    'In SendGrid open Settings, Mail Settings, Event Webhooks and create one with the address and the event; switch on the signature, and copy the verification key.',
});
