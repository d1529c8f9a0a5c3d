import { z } from 'zod';

import { defineHttpAction } from '#sdk';

import { ADJUST_STOCK, CANCEL_ORDER, UPDATE_ORDER } from './documents.ts';
import { DOCS, gid, order, orderId, SAMPLE_ORDER, SEND } from './fields.ts';

export const updateOrder = defineHttpAction({
  title: 'Update an order',
  description: 'Changes the note, the mail address or the tags of an order; tags are replaced.',
  tags: ['edit', 'change', 'note'],
  docsUrl: `${DOCS}/mutations/orderUpdate`,
  input: z.strictObject({
    id: orderId,
    note: z.string().optional().meta({ title: 'Note', 'x-multiline': true, 'x-order': 2 }),
    email: z.email().optional().meta({ title: 'Mail address', 'x-order': 3 }),
    tags: z.array(z.string()).optional().meta({ title: 'Tags', 'x-order': 4 }),
    poNumber: z.string().optional().meta({ title: 'Order number of the customer', 'x-order': 5 }),
  }),
  output: order,
  sample: { id: SAMPLE_ORDER.id, note: 'Booked as invoice 1037.' },
  sampleOutput: SAMPLE_ORDER,
  effects: { reads: false, idempotent: true },
  http: {
    ...SEND,
    body: { type: 'json', wrap: 'variables.input', fixed: { query: UPDATE_ORDER } },
    result: 'data.result.order',
  },
});

const REASONS = ['CUSTOMER', 'DECLINED', 'FRAUD', 'INVENTORY', 'STAFF', 'OTHER'] as const;

export const cancelOrder = defineHttpAction({
  title: 'Cancel an order',
  description:
    'Cancels an order, and gives money and stock back if wanted. Shopify does it a little later.',
  tags: ['refund', 'restock', 'void'],
  docsUrl: `${DOCS}/mutations/orderCancel`,
  input: z.strictObject({
    orderId,
    reason: z
      .enum(REASONS)
      .default('OTHER')
      .meta({
        title: 'Reason',
        'x-enumTitles': [
          'The customer wants it',
          'The payment was declined',
          'Fraud',
          'Not in stock',
          'A mistake of the shop',
          'Another',
        ],
        'x-order': 2,
      }),
    refund: z.boolean().default(false).meta({
      title: 'Give the money back',
      description: 'By the way it was paid.',
      'x-order': 3,
    }),
    restock: z.boolean().default(true).meta({ title: 'Put the items back', 'x-order': 4 }),
    notifyCustomer: z.boolean().default(false).meta({ title: 'Tell the customer', 'x-order': 5 }),
    staffNote: z.string().max(255).optional().meta({ title: 'Own note', 'x-order': 6 }),
  }),
  output: z.looseObject({ id: z.string() }),
  sample: { orderId: SAMPLE_ORDER.id, reason: 'CUSTOMER', refund: true },
  sampleOutput: { id: 'gid://shopify/Job/5' },
  effects: { reads: false, destructive: true },
  http: {
    ...SEND,
    params: {
      refund: { in: 'body', at: 'variables.refundMethod.originalPaymentMethodsRefund' },
      ...Object.fromEntries(
        ['orderId', 'reason', 'restock', 'notifyCustomer', 'staffNote'].map((name) => [
          name,
          { in: 'body' as const, at: `variables.${name}` },
        ]),
      ),
    },
    body: { type: 'json', fixed: { query: CANCEL_ORDER } },
    result: 'data.result.job',
  },
});

export const adjustStock = defineHttpAction({
  title: 'Adjust stock',
  description: 'Adds to what is available of an item at a location, or takes from it.',
  tags: ['inventory', 'quantity', 'available', 'count'],
  docsUrl: `${DOCS}/mutations/inventoryAdjustQuantities`,
  input: z.strictObject({
    inventoryItemId: gid('InventoryItem', 'Item').meta({ 'x-options': 'inventoryItems' }),
    locationId: gid('Location', 'Location').meta({ 'x-options': 'locations', 'x-order': 2 }),
    delta: z
      .number()
      .int()
      .meta({ title: 'How many', description: 'Below 0 takes away.', 'x-order': 3 }),
    reason: z
      .enum(['correction', 'received', 'damaged', 'shrinkage', 'restock', 'other'])
      .default('correction')
      .meta({
        title: 'Reason',
        'x-enumTitles': ['Correction', 'Received', 'Damaged', 'Lost', 'Came back', 'Another'],
        'x-order': 4,
      }),
  }),
  output: z.looseObject({ reason: z.string().optional() }),
  sample: {
    inventoryItemId: 'gid://shopify/InventoryItem/30',
    locationId: 'gid://shopify/Location/4',
    delta: -2,
  },
  sampleOutput: { reason: 'correction' },
  effects: { reads: false },
  http: {
    ...SEND,
    params: {
      reason: { in: 'body', at: 'variables.input.reason' },
      ...Object.fromEntries(
        ['inventoryItemId', 'locationId', 'delta'].map((name) => [
          name,
          { in: 'body' as const, at: `variables.input.changes.0.${name}` },
        ]),
      ),
    },
    body: {
      type: 'json',
      fixed: { query: ADJUST_STOCK, variables: { input: { name: 'available' } } },
    },
    result: 'data.result.inventoryAdjustmentGroup',
  },
});
