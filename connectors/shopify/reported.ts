import { z } from 'zod';

import { defineWebhookTrigger } from '#sdk';

import { ADD_HOOK, LIST_HOOKS, REMOVE_HOOK } from './documents.ts';
import { SEND } from './fields.ts';

const EVENTS = {
  ORDERS_CREATE: 'An order comes in',
  ORDERS_PAID: 'An order is paid',
  ORDERS_FULFILLED: 'An order is sent',
  ORDERS_UPDATED: 'An order is changed',
  ORDERS_CANCELLED: 'An order is cancelled',
  REFUNDS_CREATE: 'Money is given back',
  CUSTOMERS_CREATE: 'A customer is created',
  CUSTOMERS_UPDATE: 'A customer is changed',
  PRODUCTS_CREATE: 'A product is created',
  PRODUCTS_UPDATE: 'A product is changed',
  PRODUCTS_DELETE: 'A product is deleted',
  INVENTORY_LEVELS_UPDATE: 'The stock of an item changes',
} as const;

const NAMES = Object.keys(EVENTS) as (keyof typeof EVENTS)[];

/** What Shopify itself reports, in the shape of its REST API. */
export const reported = defineWebhookTrigger({
  title: 'When something happens in the shop',
  description: 'Shopify reports orders, customers, products and stock as it happens.',
  tags: ['webhook', 'order', 'paid', 'refund', 'customer', 'product', 'inventory'],
  input: z.strictObject({
    topic: z
      .enum(NAMES)
      .meta({ title: 'Event', 'x-enumTitles': NAMES.map((name) => EVENTS[name]) }),
  }),
  payload: z.looseObject({ id: z.number().optional() }),
  sample: {
    id: 820_982_911_946_154_500,
    admin_graphql_api_id: 'gid://shopify/Order/820982911946154508',
    name: '#1042',
    created_at: '2026-11-24T09:30:00Z',
    currency: 'EUR',
    total_price: '25.00',
    financial_status: 'paid',
  },
  verify: { from: 'x-shopify-hmac-sha256', encoding: 'base64' },
  secret: { from: 'person', help: 'The client secret (API secret key) of the app.' },
  deliveryId: 'x-shopify-webhook-id',
  subscribe: {
    ...SEND,
    params: { topic: { in: 'body', at: 'variables.topic' } },
    body: {
      type: 'json',
      fixed: {
        query: ADD_HOOK,
        variables: { webhookSubscription: { uri: '{webhook.url}', format: 'JSON' } },
      },
    },
  },
  subscriptionId: 'data.result.webhookSubscription.id',
  unsubscribe: {
    ...SEND,
    body: { type: 'json', fixed: { query: REMOVE_HOOK, variables: { id: '{webhook.id}' } } },
  },
  find: {
    http: { ...SEND, body: { type: 'json', fixed: { query: LIST_HOOKS } } },
    items: 'data.webhookSubscriptions.nodes',
    url: 'uri',
    id: 'id',
  },
});
