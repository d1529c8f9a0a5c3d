import { z } from 'zod';

import { defineWebhookTrigger } from '#sdk';

const EVENTS = {
  APPLICATION_AUTHORIZED: 'Somebody adds the app',
  APPLICATION_DEAUTHORIZED: 'Somebody removes the app',
  ENTITLEMENT_CREATE: 'Somebody buys something of the app',
} as const;

const NAMES = Object.keys(EVENTS) as (keyof typeof EVENTS)[];

/** Discord reports what happens to the app itself; messages come through a socket only, or by looking. */
export const reported = defineWebhookTrigger({
  title: 'When something happens to the app',
  description: 'Discord reports who adds the app, removes it or buys in it.',
  tags: ['webhook', 'authorized', 'installed', 'entitlement', 'purchase'],
  input: z.strictObject({
    event: z
      .enum(NAMES)
      .meta({ title: 'Event', 'x-enumTitles': NAMES.map((name) => EVENTS[name]) }),
  }),
  payload: z.looseObject({
    application_id: z.string(),
    type: z.number(),
    event: z.looseObject({ type: z.string(), timestamp: z.string() }).optional(),
  }),
  sample: {
    version: 1,
    application_id: '1234560123453231555',
    type: 1,
    event: {
      type: 'APPLICATION_AUTHORIZED',
      timestamp: '2026-11-24T09:30:00.000000',
      data: {
        integration_type: 1,
        scopes: ['applications.commands'],
        user: { id: '80351110224678912' },
      },
    },
  },
  verify: {
    from: 'x-signature-ed25519',
    algorithm: 'ed25519',
    text: '{timestamp}{body}',
    timestampHeader: 'x-signature-timestamp',
    key: 'hex',
  },
  secret: { from: 'person', help: 'The public key of the app, under General Information.' },
  deliveryId: 'body.event.type body.event.timestamp',
  event: { from: 'body.event.type', input: 'event' },
  answers: 204,
  instructions:
    'Publish the flow first. In the Discord developer portal open your app, then Webhooks: enter the address as endpoint URL, switch on the events, and save.',
});
