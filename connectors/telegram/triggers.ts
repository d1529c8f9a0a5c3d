import { z } from 'zod';

import { definePollTrigger, defineWebhookTrigger } from '#sdk';

import { SAMPLE_UPDATE, update } from './fields.ts';

const received = defineWebhookTrigger({
  title: 'When the bot gets a message',
  description: 'Telegram reports messages, edits and pressed buttons as they happen.',
  tags: ['webhook', 'chat', 'button', 'callback'],
  input: z.strictObject({}),
  payload: update,
  sample: SAMPLE_UPDATE,
  verify: { from: 'x-telegram-bot-api-secret-token', algorithm: 'plain' },
  deliveryId: 'body.update_id',
  subscribe: {
    method: 'POST',
    path: '/setWebhook',
    body: {
      type: 'json',
      fixed: {
        url: '{webhook.url}',
        secret_token: '{webhook.secret}',
        allowed_updates: ['message', 'edited_message', 'channel_post', 'callback_query'],
      },
    },
  },
  unsubscribe: { method: 'POST', path: '/deleteWebhook' },
});

const newUpdate = definePollTrigger({
  title: 'When the bot has got a message',
  description:
    'Looks for messages and pressed buttons; needs no address that Telegram can reach. Not while another trigger of the bot has registered one.',
  tags: ['chat', 'button', 'callback'],
  input: z.strictObject({}),
  payload: update,
  sample: SAMPLE_UPDATE,
  everyS: 30,
  key: 'update_id',
  order: 'asc',
  cursor: { path: 'update_id', param: 'offset', format: 'text' },
  http: { method: 'GET', path: '/getUpdates', query: { limit: '100' }, result: 'result' },
});

export const triggers = { received, newUpdate };
