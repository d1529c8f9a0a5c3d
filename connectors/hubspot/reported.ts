import { z } from 'zod';

import { defineWebhookTrigger } from '#sdk';

const EVENTS = {
  'contact.creation': 'A contact is created',
  'contact.propertyChange': 'A field of a contact changes',
  'contact.deletion': 'A contact is deleted',
  'company.creation': 'A company is created',
  'company.propertyChange': 'A field of a company changes',
  'company.deletion': 'A company is deleted',
  'deal.creation': 'A deal is created',
  'deal.propertyChange': 'A field of a deal changes',
  'deal.deletion': 'A deal is deleted',
  'ticket.creation': 'A ticket is created',
  'ticket.propertyChange': 'A field of a ticket changes',
  'ticket.deletion': 'A ticket is deleted',
} as const;

const NAMES = Object.keys(EVENTS) as (keyof typeof EVENTS)[];

/** What HubSpot itself reports: ids and the changed field, several in one message. */
export const reported = defineWebhookTrigger({
  title: 'When something happens in HubSpot',
  description: 'HubSpot reports new, changed and deleted records as it happens.',
  tags: ['webhook', 'contact', 'company', 'deal', 'ticket', 'created', 'changed'],
  input: z.strictObject({
    event: z
      .enum(NAMES)
      .meta({ title: 'Event', 'x-enumTitles': NAMES.map((name) => EVENTS[name]) }),
  }),
  payload: z.looseObject({
    eventId: z.number(),
    subscriptionType: z.string(),
    objectId: z.number().optional(),
    propertyName: z.string().optional(),
    propertyValue: z.string().optional(),
    portalId: z.number().optional(),
    occurredAt: z.number(),
    attemptNumber: z.number().optional(),
  }),
  sample: {
    eventId: 3_181_526_809,
    subscriptionId: 22_305,
    portalId: 62_515,
    occurredAt: 1_767_600_000_000,
    subscriptionType: 'contact.creation',
    attemptNumber: 0,
    objectId: 123,
    changeFlag: 'CREATED',
  },
  verify: {
    from: 'x-hubspot-signature-v3',
    encoding: 'base64',
    text: '{method}{url}{body}{timestamp}',
    timestampHeader: 'x-hubspot-request-timestamp',
    timestampUnit: 'ms',
    toleranceS: 300,
  },
  secret: { from: 'person', help: 'The client secret of the app, under Auth.' },
  items: '',
  // HubSpot does not promise that the id alone is unique.
  deliveryId: 'body.eventId body.subscriptionType body.objectId body.occurredAt',
  event: { from: 'body.subscriptionType', input: 'event' },
  instructions:
    'In HubSpot open your app, then Webhooks: enter the address as target URL, and subscribe to the event.',
});
