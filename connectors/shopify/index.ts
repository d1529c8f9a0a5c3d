/** Shopify, by its GraphQL Admin API, for one shop. */
import { z } from 'zod';

import { apiKeyAuth, defineConnector, readIcon, tokenExchangeAuth } from '#sdk';

import {
  createCustomer,
  createProduct,
  listCustomers,
  listProducts,
  updateProduct,
} from './catalogue.ts';
import { adjustStock, cancelOrder, updateOrder } from './change-orders.ts';
import { SHOP } from './documents.ts';
import { SEND } from './fields.ts';
import { facts } from './network.ts';
import { options } from './options.ts';
import { addTags, getOrder, listOrders } from './orders.ts';
import { reported } from './reported.ts';
import { createDraftOrder, fulfilOrder } from './selling.ts';
import { orderChanged, orderCreated } from './triggers.ts';

const TOKEN_HEADER = 'X-Shopify-Access-Token';

export const shopify = defineConnector({
  id: 'shopify',
  version: '1.0.0',
  name: 'Shopify',
  description: 'Find and send orders, keep products and customers of a shop.',
  kind: 'service',
  categories: ['E-commerce'],
  useCases: [
    'Book each paid order into an accounting system.',
    'Mark orders as sent with the number of the parcel.',
    'Keep products in step with a spreadsheet.',
  ],
  icon: { svg: readIcon(import.meta.dirname), color: '#5e8e3e' },
  docsUrl: 'https://shopify.dev/docs/api/admin-graphql',
  releases: [{ version: '1.0.0', date: '2026-11-24', breaking: false, notes: 'First release.' }],
  ...facts,
  config: z.strictObject({
    shop: z
      .string()
      .regex(/^[a-zA-Z0-9][a-zA-Z0-9-]*$/, 'is the name before .myshopify.com')
      .meta({
        title: 'Shop',
        description: 'What stands before .myshopify.com.',
        'x-placeholder': 'hill-tea',
      }),
  }),
  auth: [
    tokenExchangeAuth(
      {
        id: 'app',
        title: 'Client of an app',
        help: 'Create an app in the Dev Dashboard with the scopes your flows need, install it in the shop, and take its client id and secret.',
        helpUrl: 'https://shopify.dev/docs/apps/build/dev-dashboard/get-api-access-tokens',
        request: {
          method: 'POST',
          url: 'https://{config.shop}.myshopify.com/admin/oauth/access_token',
          bodyType: 'form',
          body: {
            grant_type: 'client_credentials',
            client_id: '{fields.clientId}',
            client_secret: '{fields.clientSecret}',
          },
        },
        tokenPath: 'access_token',
        expiresPath: 'expires_in',
        lifetimeS: 86_399,
        header: TOKEN_HEADER,
        prefix: '',
      },
      z.strictObject({
        clientId: z.string().min(1).meta({ title: 'Client id' }),
        clientSecret: z.string().min(1).meta({ title: 'Client secret', 'x-secret': true }),
      }),
    ),
    apiKeyAuth({
      id: 'token',
      title: 'Access token of a custom app',
      help: 'The token that begins with shpat_, from the settings of a custom app of the shop.',
      helpUrl: 'https://help.shopify.com/en/manual/apps/app-types/custom-apps',
      place: 'header',
      name: TOKEN_HEADER,
    }),
  ],
  test: {
    http: { ...SEND, body: { type: 'json', fixed: { query: SHOP } } },
    identity: 'data.shop.name',
  },
  actions: {
    listOrders,
    getOrder,
    updateOrder,
    cancelOrder,
    fulfilOrder,
    createDraftOrder,
    addTags,
    listProducts,
    createProduct,
    updateProduct,
    adjustStock,
    listCustomers,
    createCustomer,
  },
  triggers: { reported, orderCreated, orderChanged },
  options,
});
