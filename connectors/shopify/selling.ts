import { z } from 'zod';

import { defineAction, defineHttpAction, rejected, sendHttp } from '#sdk';

import { CREATE_DRAFT, FULFIL, OPEN_FULFILMENTS } from './documents.ts';
import { DOCS, gid, orderId, SAMPLE_ORDER, SEND } from './fields.ts';

const line = z.strictObject({
  variantId: gid('ProductVariant', 'Variant').optional().meta({ 'x-options': 'variants' }),
  title: z
    .string()
    .optional()
    .meta({ title: 'Title', description: 'For an item that is not in the shop.' }),
  originalUnitPriceWithCurrency: z
    .strictObject({
      amount: z
        .string()
        .regex(/^\d+(\.\d+)?$/, 'is an amount such as 12.50')
        .meta({ title: 'Amount', 'x-placeholder': '12.50' }),
      currencyCode: z
        .string()
        .regex(/^[A-Z]{3}$/, 'is three capital letters')
        .meta({ title: 'Currency', 'x-placeholder': 'EUR' }),
    })
    .optional()
    .meta({ title: 'Price of one, for such an item' }),
  quantity: z.number().int().min(1).default(1).meta({ title: 'Quantity' }),
});

export const createDraftOrder = defineHttpAction({
  title: 'Create a draft order',
  description: 'Makes an order that a person or the customer completes by its address.',
  tags: ['new', 'quote', 'invoice', 'checkout'],
  docsUrl: `${DOCS}/mutations/draftOrderCreate`,
  input: z.strictObject({
    email: z.email().optional().meta({ title: 'Mail address', 'x-order': 1 }),
    lineItems: z.array(line).min(1).max(200).meta({ title: 'Lines', 'x-order': 2 }),
    note: z.string().optional().meta({ title: 'Note', 'x-multiline': true, 'x-order': 3 }),
    tags: z.array(z.string()).optional().meta({ title: 'Tags', 'x-order': 4 }),
  }),
  output: z.looseObject({ id: z.string(), name: z.string() }),
  sample: {
    email: 'ada@example.com',
    lineItems: [{ variantId: 'gid://shopify/ProductVariant/9', quantity: 2 }],
  },
  sampleOutput: { id: 'gid://shopify/DraftOrder/3', name: '#D3', status: 'OPEN' },
  effects: { reads: false },
  http: {
    ...SEND,
    body: { type: 'json', wrap: 'variables.input', fixed: { query: CREATE_DRAFT } },
    result: 'data.result.draftOrder',
  },
});

const opened = z.looseObject({ id: z.string(), status: z.string() });

/** What is left to send stands in fulfilment orders, one for each place that sends. */
export const fulfilOrder = defineAction({
  title: 'Mark an order as sent',
  description: 'Fulfils all that is open of an order, with the number of the parcel.',
  tags: ['fulfil', 'fulfillment', 'ship', 'tracking'],
  docsUrl: `${DOCS}/mutations/fulfillmentCreate`,
  input: z.strictObject({
    id: orderId,
    company: z.string().optional().meta({ title: 'Carrier', 'x-order': 2 }),
    number: z.string().optional().meta({ title: 'Number of the parcel', 'x-order': 3 }),
    url: z.url().optional().meta({ title: 'Address to follow it', 'x-order': 4 }),
    notifyCustomer: z.boolean().default(true).meta({ title: 'Tell the customer', 'x-order': 5 }),
  }),
  output: z.looseObject({ id: z.string(), status: z.string() }),
  sample: { id: SAMPLE_ORDER.id, company: 'DHL Express', number: '00340434161094000000' },
  sampleOutput: { id: 'gid://shopify/Fulfillment/5', status: 'SUCCESS' },
  effects: { reads: false },
  run: async (ctx, facts) => {
    const { id, notifyCustomer, ...trackingInfo } = ctx.input;
    const found = await sendHttp(
      facts,
      { ...SEND, result: 'data.order.fulfillmentOrders.nodes' },
      { ...ctx, input: { query: OPEN_FULFILMENTS, variables: { id } } },
    );
    const open = z
      .array(opened)
      .parse(found ?? [])
      .filter(({ status }) => canSend(status));
    if (open.length === 0)
      throw rejected('Nothing of this order is left to send.', {
        hint: 'It is sent already, cancelled, on hold, or the id is not right: look at it in Shopify.',
      });
    const fulfillment = {
      lineItemsByFulfillmentOrder: open.map((one) => ({ fulfillmentOrderId: one.id })),
      notifyCustomer,
      ...(Object.keys(trackingInfo).length > 0 && { trackingInfo }),
    };
    return sendHttp(
      facts,
      { ...SEND, result: 'data.result.fulfillment' },
      { ...ctx, input: { query: FULFIL, variables: { fulfillment } } },
    );
  },
});

function canSend(status: string): boolean {
  return status === 'OPEN' || status === 'IN_PROGRESS';
}
