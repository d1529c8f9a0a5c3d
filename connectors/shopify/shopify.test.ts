import { describe, expect, it } from 'vitest';
import { z } from 'zod';

import { describeVendor } from '#sdk/testing';

import { SAMPLE_CUSTOMER, SAMPLE_ORDER, SAMPLE_PRODUCT } from './fields.ts';
import { shopify } from './index.ts';

const text = z.string().optional();
const id = (resource: string) => z.string().regex(new RegExp(`^gid://shopify/${resource}/\\d+$`));
const page = { first: z.number().max(250), after: text, query: text };
const status = z.enum(['ACTIVE', 'ARCHIVED', 'DRAFT']).optional();
const product = {
  title: text,
  descriptionHtml: text,
  vendor: text,
  productType: text,
  tags: z.array(z.string()).optional(),
  status,
};
const person = { email: text, firstName: text, lastName: text, phone: text, note: text };
const tags = z.array(z.string()).optional();
const draftLine = z.strictObject({
  variantId: id('ProductVariant').optional(),
  title: text,
  originalUnitPriceWithCurrency: z
    .strictObject({ amount: z.string(), currencyCode: z.string().length(3) })
    .optional(),
  quantity: z.number().int(),
});
const fulfillment = z.strictObject({
  lineItemsByFulfillmentOrder: z.array(
    z.strictObject({ fulfillmentOrderId: id('FulfillmentOrder') }),
  ),
  notifyCustomer: z.boolean(),
  trackingInfo: z.strictObject({ company: text, number: text, url: text }).optional(),
});

// Lists of choices stand in the document whole.
const orNothing = (shape: z.ZodRawShape) => z.union([z.strictObject({}), z.strictObject(shape)]);

/** What each field of the schema takes; the document names it after `query` or `mutation`. */
const OPERATIONS: Record<string, z.ZodType> = {
  shop: z.strictObject({}),
  orders: orNothing({
    ...page,
    sortKey: z.enum(['CREATED_AT', 'UPDATED_AT']),
    reverse: z.boolean(),
  }),
  order: z.strictObject({ id: id('Order') }),
  products: orNothing(page),
  productVariants: z.strictObject({}),
  customers: z.strictObject(page),
  productCreate: z.strictObject({ product: z.strictObject(product) }),
  productUpdate: z.strictObject({ product: z.strictObject({ ...product, id: id('Product') }) }),
  customerCreate: z.strictObject({ input: z.strictObject({ ...person, tags }) }),
  tagsAdd: z.strictObject({ id: z.string(), tags: tags.unwrap() }),
  draftOrderCreate: z.strictObject({
    input: z.strictObject({ email: text, note: text, tags, lineItems: z.array(draftLine).min(1) }),
  }),
  fulfillmentCreate: z.strictObject({ fulfillment }),
  orderUpdate: z.strictObject({
    input: z.strictObject({ id: id('Order'), note: text, email: text, tags, poNumber: text }),
  }),
  orderCancel: z.strictObject({
    orderId: id('Order'),
    reason: z.enum(['CUSTOMER', 'DECLINED', 'FRAUD', 'INVENTORY', 'OTHER', 'STAFF']),
    restock: z.boolean(),
    refundMethod: z.strictObject({ originalPaymentMethodsRefund: z.boolean() }).optional(),
    notifyCustomer: z.boolean().optional(),
    staffNote: text,
  }),
  inventoryAdjustQuantities: z.strictObject({
    input: z.strictObject({
      name: z.literal('available'),
      reason: z.string(),
      changes: z.array(
        z.strictObject({
          delta: z.number().int(),
          inventoryItemId: id('InventoryItem'),
          locationId: id('Location'),
        }),
      ),
    }),
  }),
  locations: z.strictObject({}),
  webhookSubscriptionCreate: z.strictObject({
    topic: z.string().regex(/^[A-Z]+(_[A-Z]+)+$/),
    webhookSubscription: z.strictObject({ uri: z.url(), format: z.literal('JSON') }),
  }),
  webhookSubscriptionDelete: z.strictObject({ id: id('WebhookSubscription') }),
  webhookSubscriptions: z.strictObject({}),
};

const fieldOf = (query: string): string => /\{\s*(?:result: )?(\w+)/.exec(query)?.[1] ?? '';
const body = z
  .strictObject({ query: z.string(), variables: z.record(z.string(), z.any()).default({}) })
  .superRefine(({ query, variables }, context) => {
    const schema = OPERATIONS[fieldOf(query)];
    const issue = schema ? schema.safeParse(variables).error?.issues[0] : { message: 'no field' };
    if (issue) context.addIssue({ code: 'custom', message: JSON.stringify(issue) });
    // Every variable is declared, and used.
    for (const name of Object.keys(variables))
      if (query.split(`$${name}`).length < 3)
        context.addIssue({ code: 'custom', message: `$${name} is not declared` });
  });

let orders: object[] = [SAMPLE_ORDER];
let asked: Record<string, unknown> = {};
const results: Record<string, object> = {
  productCreate: { product: SAMPLE_PRODUCT },
  productUpdate: { product: SAMPLE_PRODUCT },
  customerCreate: { customer: SAMPLE_CUSTOMER },
  tagsAdd: { node: { id: SAMPLE_ORDER.id } },
  draftOrderCreate: { draftOrder: { id: 'gid://shopify/DraftOrder/3', name: '#D3' } },
  webhookSubscriptionCreate: {
    webhookSubscription: { id: 'gid://shopify/WebhookSubscription/7' },
  },
  webhookSubscriptionDelete: {
    deletedWebhookSubscriptionId: 'gid://shopify/WebhookSubscription/7',
  },
  orderUpdate: { order: SAMPLE_ORDER },
  orderCancel: { job: { id: 'gid://shopify/Job/5' } },
  inventoryAdjustQuantities: { inventoryAdjustmentGroup: { reason: 'correction' } },
  fulfillmentCreate: { fulfillment: { id: 'gid://shopify/Fulfillment/5', status: 'SUCCESS' } },
};

function answer(field: string, variables: Record<string, unknown>): object {
  asked = variables;
  if (field === 'shop') return { shop: { name: 'Hill Tea' } };
  if (field === 'order') {
    const open = { id: 'gid://shopify/FulfillmentOrder/1', status: 'OPEN' };
    const nodes =
      variables.id === 'gid://shopify/Order/2' ? [{ ...open, status: 'CLOSED' }] : [open];
    return { order: { ...SAMPLE_ORDER, fulfillmentOrders: { nodes } } };
  }
  if (results[field]) return { result: { ...results[field], userErrors: [] } };
  const inventoryItem = { id: 'gid://shopify/InventoryItem/30' };
  const productVariants = [
    { id: 'gid://shopify/ProductVariant/9', displayName: 'Tea - Green', inventoryItem },
  ];
  const lists: Record<string, object[]> = {
    orders,
    productVariants,
    products: [SAMPLE_PRODUCT],
    customers: [SAMPLE_CUSTOMER],
    locations: [{ id: 'gid://shopify/Location/4', name: 'Store' }],
  };
  const all = lists[field] ?? [];
  const from = Number(variables.after ?? 0);
  const pageInfo = { hasNextPage: from + 1 < all.length, endCursor: String(from + 1) };
  return { [field]: { nodes: all.slice(from, from + 1), pageInfo } };
}

const bench = describeVendor({
  connector: shopify,
  connection: { scheme: 'token', config: { shop: 'hill-tea' }, fields: { key: 'shpat_1' } },
  triggers: { reported: { topic: 'ORDERS_PAID' } },
  origins: ['https://hill-tea.myshopify.com'],
  contract: {
    headers: { 'x-shopify-access-token': 'shpat_1' },
    operations: {
      'POST /admin/api/2026-01/graphql.json': {
        body,
        reply: (given) => {
          const { query, variables = {} } = given.body as z.input<typeof body>;
          const field = fieldOf(query);
          if (JSON.stringify(variables).includes('taken@')) {
            const userErrors = [{ field: ['email'], message: 'Email has already been taken' }];
            return { body: { data: { result: { customer: null, userErrors } } } };
          }
          if (JSON.stringify(variables).includes('busy')) {
            const errors = [{ message: 'Throttled', extensions: { code: 'THROTTLED' } }];
            return { body: { errors } };
          }
          return { body: { data: answer(field, variables) } };
        },
      },
    },
  },
});

describe('an answer of 200', () => {
  it('that names errors of the input has failed', async () => {
    await expect(
      bench.call('createCustomer', { email: 'taken@example.com' }),
    ).rejects.toMatchObject({
      problem: { code: 'invalid_input', details: { title: 'Exists already' } },
    });
  });

  it('that asks for a pause is tried again', async () => {
    await expect(bench.call('listProducts', { query: 'busy' })).rejects.toMatchObject({
      problem: { code: 'rate_limited', retry: 'backoff' },
    });
  });
});

describe('orders', () => {
  it('are read over as many pages as it takes, and few at a time', async () => {
    orders = [SAMPLE_ORDER, { ...SAMPLE_ORDER, name: '#1043' }];
    expect(await bench.call('listOrders', {})).toMatchObject([
      { name: '#1042' },
      { name: '#1043' },
    ]);
    expect(asked).toMatchObject({ first: 25, after: '1' });
  });

  it('are sent with their parcel, unless nothing is left', async () => {
    await bench.call('fulfilOrder', { id: 'gid://shopify/Order/1', number: '7' });
    expect(asked).toMatchObject({
      fulfillment: {
        lineItemsByFulfillmentOrder: [{ fulfillmentOrderId: 'gid://shopify/FulfillmentOrder/1' }],
        trackingInfo: { number: '7' },
      },
    });
    const sent = bench.call('fulfilOrder', { id: 'gid://shopify/Order/2' });
    await expect(sent).rejects.toThrow('Nothing of this order is left to send.');
  });

  it('start flows from the newest on', async () => {
    orders = [SAMPLE_ORDER];
    const first = await bench.look('orderCreated', { query: 'tag:web' });
    // What lies in the newest order's second is marked, and starts nothing.
    expect(first).toMatchObject({
      items: [{ id: SAMPLE_ORDER.id }],
      cursor: '2026-11-24T09:30:00Z',
    });
    const { items } = await bench.look('orderChanged', { query: 'tag:web' }, first.cursor);
    expect(items).toMatchObject([{ change: 'gid://shopify/Order/1042 2026-11-24T09:30:00Z' }]);
    expect(asked).toMatchObject({
      query: "tag:web updated_at:>='2026-11-24T09:30:00Z'",
      sortKey: 'UPDATED_AT',
      reverse: false,
    });
  });
});
