import type { Paginate } from '@patchbay/shared/catalog';
import { z } from 'zod';

import { defineHttpAction } from '#sdk';

import { ADD_TAGS, GET_ORDER, LIST_ORDERS } from './documents.ts';
import { DOCS, order, orderId, SAMPLE_ORDER, search, SEND } from './fields.ts';

/** Orders hold lists themselves, and the cost of a query grows with both: small pages. */
export const ORDER_PAGES: Paginate = {
  by: 'cursor',
  items: 'data.orders.nodes',
  next: 'data.orders.pageInfo.endCursor',
  more: 'data.orders.pageInfo.hasNextPage',
  param: 'variables.after',
  inBody: true,
  size: { param: 'variables.first', most: 25 },
};

export const listOrders = defineHttpAction({
  title: 'Find orders',
  description: 'Gives orders, the newest first.',
  tags: ['list', 'search', 'sales'],
  docsUrl: `${DOCS}/queries/orders`,
  input: z.strictObject({
    query: search.meta({
      'x-placeholder': 'financial_status:paid fulfillment_status:unfulfilled',
    }),
  }),
  output: order,
  sample: { query: 'financial_status:paid' },
  sampleOutput: [SAMPLE_ORDER],
  effects: { reads: true },
  http: {
    ...SEND,
    params: { query: { in: 'body', at: 'variables.query' } },
    body: {
      type: 'json',
      fixed: { query: LIST_ORDERS, variables: { sortKey: 'CREATED_AT', reverse: true } },
    },
  },
  paginate: ORDER_PAGES,
});

export const getOrder = defineHttpAction({
  title: 'Get an order',
  description: 'Gives an order with its lines and address; null when there is none.',
  tags: ['read', 'sale'],
  docsUrl: `${DOCS}/queries/order`,
  input: z.strictObject({ id: orderId }),
  output: order.nullable(),
  sample: { id: SAMPLE_ORDER.id },
  sampleOutput: SAMPLE_ORDER,
  effects: { reads: true },
  http: {
    ...SEND,
    body: { type: 'json', wrap: 'variables', fixed: { query: GET_ORDER } },
    result: 'data.order',
  },
});

export const addTags = defineHttpAction({
  title: 'Add tags',
  description: 'Adds tags to an order, a product or a customer; those it has stay.',
  tags: ['label', 'mark'],
  docsUrl: `${DOCS}/mutations/tagsAdd`,
  input: z.strictObject({
    id: z
      .string()
      .regex(/^gid:\/\/shopify\/(Order|Product|Customer|DraftOrder)\/\d+$/, 'is no id of these')
      .meta({ title: 'Order, product or customer', 'x-order': 1 }),
    tags: z.array(z.string().min(1)).min(1).meta({ title: 'Tags', 'x-order': 2 }),
  }),
  output: z.looseObject({ id: z.string() }),
  sample: { id: SAMPLE_ORDER.id, tags: ['exported'] },
  sampleOutput: { id: SAMPLE_ORDER.id },
  effects: { reads: false, idempotent: true },
  http: {
    ...SEND,
    body: { type: 'json', wrap: 'variables', fixed: { query: ADD_TAGS } },
    result: 'data.result.node',
  },
});
