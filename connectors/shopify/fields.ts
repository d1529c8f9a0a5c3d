import { z } from 'zod';

export const DOCS = 'https://shopify.dev/docs/api/admin-graphql/2026-01';

/** Every operation is sent to the one address; `result` is what its answer calls `result`. */
export const SEND = { method: 'POST', path: '/graphql.json' } as const;

const text = z.string().nullable().optional();

/** A global id of a resource, as Shopify writes it. */
export function gid(resource: string, title: string) {
  return z
    .string()
    .regex(new RegExp(`^gid://shopify/${resource}/\\d+$`), `is gid://shopify/${resource}/…`)
    .meta({ title, 'x-placeholder': `gid://shopify/${resource}/1234567890`, 'x-order': 1 });
}

export const orderId = gid('Order', 'Order').meta({ 'x-options': 'orders' });

export const search = z.string().optional().meta({
  title: 'Search',
  description: 'In the search syntax of Shopify. Empty gives all.',
  'x-order': 1,
});

export const order = z.looseObject({
  id: z.string(),
  name: z.string(),
  createdAt: text,
  updatedAt: text,
  email: text,
  displayFinancialStatus: text,
  displayFulfillmentStatus: text,
});
export const product = z.looseObject({ id: z.string(), title: z.string(), status: text });
export const customer = z.looseObject({ id: z.string(), displayName: text });

export const SAMPLE_ORDER = {
  id: 'gid://shopify/Order/1042',
  name: '#1042',
  createdAt: '2026-11-24T09:30:00Z',
  updatedAt: '2026-11-24T09:30:00Z',
  email: 'ada@example.com',
  displayFinancialStatus: 'PAID',
  displayFulfillmentStatus: 'UNFULFILLED',
  totalPriceSet: { shopMoney: { amount: '99.50', currencyCode: 'EUR' } },
  customer: { id: 'gid://shopify/Customer/58', displayName: 'Ada Byron' },
  lineItems: { nodes: [{ title: 'Tea', quantity: 2, sku: 'TEA-1' }] },
};
export const SAMPLE_PRODUCT = {
  id: 'gid://shopify/Product/7',
  title: 'Tea',
  handle: 'tea',
  status: 'ACTIVE',
};
export const SAMPLE_CUSTOMER = {
  id: 'gid://shopify/Customer/58',
  displayName: 'Ada Byron',
  defaultEmailAddress: { emailAddress: 'ada@example.com' },
};
