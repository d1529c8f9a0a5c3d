import { z } from 'zod';

import { defineWebhookTrigger } from '#sdk';

const EVENTS = {
  'page.created': 'A page is created',
  'page.properties_updated': 'A property of a page changes',
  'page.content_updated': 'The content of a page changes',
  'page.moved': 'A page is moved',
  'page.deleted': 'A page is moved to the trash',
  'comment.created': 'A comment is written',
  'data_source.schema_updated': 'The properties of a database change',
} as const;

const NAMES = Object.keys(EVENTS) as (keyof typeof EVENTS)[];

/** What Notion itself reports: ids, without content. */
export const reported = defineWebhookTrigger({
  title: 'When something happens in Notion',
  description:
    'Notion reports new and edited pages and comments; changes of content once they rest.',
  tags: ['webhook', 'page', 'comment', 'created', 'updated'],
  input: z.strictObject({
    event: z
      .enum(NAMES)
      .meta({ title: 'Event', 'x-enumTitles': NAMES.map((name) => EVENTS[name]) }),
  }),
  payload: z.looseObject({
    id: z.string(),
    timestamp: z.string(),
    type: z.string(),
    entity: z.looseObject({ id: z.string(), type: z.string() }),
    authors: z.array(z.looseObject({ id: z.string() })).optional(),
    data: z.looseObject({}).optional(),
  }),
  sample: {
    id: '367cba44-b6f3-4c92-81e7-6a2e9659efd4',
    timestamp: '2026-01-05T09:30:00.000Z',
    type: 'page.created',
    entity: { id: '153104cd-477e-809d-8dc4-ff2d96ae3090', type: 'page' },
    authors: [{ id: 'c7c11cca-1d73-471d-9b6e-bdef51470190', type: 'person' }],
    data: { parent: { id: '13950b26-c203-4f3b-b97d-93ec06319565', type: 'space' } },
  },
  verify: { from: 'x-notion-signature', prefix: 'sha256=' },
  secret: { from: 'handshake' },
  handshake: { kind: 'secret', path: 'verification_token' },
  deliveryId: 'body.id',
  event: { from: 'body.type', input: 'event' },
  instructions:
    'In the settings of your integration open Webhooks, create a subscription with the address and the event. Notion sends a token that appears here: enter it under Verify.',
});
