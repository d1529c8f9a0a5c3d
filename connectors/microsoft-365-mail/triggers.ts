import { z } from 'zod';

import { definePollTrigger, defineWebhookTrigger } from '#sdk';

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

/** Graph tells that there is a message, and holds a registration for three days at most. */
export const messageTold = defineWebhookTrigger({
  title: 'New message, at once',
  description: 'Microsoft tells when a message comes into a folder, and it is read.',
  tags: ['webhook', 'email', 'outlook', 'received', 'inbox'],
  input: z.strictObject({ folder }),
  payload: message,
  sample: SAMPLE_MESSAGE,
  look: 'messageReceived',
  verify: { from: 'body.clientState', algorithm: 'plain' },
  secret: { from: 'us' },
  handshake: { kind: 'echo', in: 'query', path: 'validationToken' },
  items: 'value',
  answers: 202,
  subscribe: {
    method: 'POST',
    path: '/subscriptions',
    params: { folder: { in: 'none' } },
    body: {
      fixed: {
        changeType: 'created',
        notificationUrl: '{webhook.url}',
        resource: "me/mailFolders('{input.folder}')/messages",
        expirationDateTime: '{webhook.expires}',
        clientState: '{webhook.secret}',
      },
    },
  },
  subscriptionId: 'id',
  lastsS: 70 * 3600,
  renew: {
    method: 'PATCH',
    path: '/subscriptions/{webhook.id}',
    body: { fixed: { expirationDateTime: '{webhook.expires}' } },
  },
  renewEveryS: 48 * 3600,
  unsubscribe: { method: 'DELETE', path: '/subscriptions/{webhook.id}' },
  find: {
    http: { method: 'GET', path: '/subscriptions' },
    items: 'value',
    url: 'notificationUrl',
    id: 'id',
  },
});
