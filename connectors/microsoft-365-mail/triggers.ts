import { z } from 'zod';

import { definePollTrigger, defineWebhookTrigger, graphSubscription } from '#sdk';

import { folder, message, SAMPLE_MESSAGE, SELECT } from './fields.ts';

/** Messages that came into a folder. */
export const messageReceived = definePollTrigger({
  title: 'New message',
  description: 'Starts for each message that comes into a folder.',
  tags: ['email', 'outlook', 'received', 'inbox'],
  everyS: 60,
  input: z.strictObject({ folder }),
  payload: message,
  sample: SAMPLE_MESSAGE,
  http: {
    method: 'GET',
    path: '/me/mailFolders/{folder}/messages',
    query: { $orderby: 'receivedDateTime desc', $select: SELECT, $top: '50' },
    headers: { Prefer: 'IdType="ImmutableId", outlook.body-content-type="text"' },
  },
  paginate: { by: 'nextUrl', path: '@odata.nextLink', items: 'value' },
  key: 'id',
  cursor: {
    path: 'receivedDateTime',
    param: '$filter',
    template: 'receivedDateTime ge {value}',
    format: 'iso',
    overlapS: 60,
  },
  order: 'desc',
});

/** Graph tells that there is a message, and it is read. */
export const messageTold = defineWebhookTrigger({
  ...graphSubscription({
    look: 'messageReceived',
    resource: "me/mailFolders('{input.folder}')/messages",
    inputs: ['folder'],
  }),
  title: 'New message, at once',
  description: 'Microsoft tells when a message comes into a folder, and it is read.',
  tags: ['webhook', 'email', 'outlook', 'received', 'inbox'],
  input: z.strictObject({ folder }),
  payload: message,
  sample: SAMPLE_MESSAGE,
});
