import type { Paginate } from '@patchbay/shared/catalog';
import { z } from 'zod';

import { defineHttpAction } from '#sdk';

import {
  CREATE_CUSTOMER,
  CREATE_PRODUCT,
  LIST_CUSTOMERS,
  LIST_PRODUCTS,
  UPDATE_PRODUCT,
} from './documents.ts';
import {
  customer,
  DOCS,
  gid,
  product,
  SAMPLE_CUSTOMER,
  SAMPLE_PRODUCT,
  search,
  SEND,
} from './fields.ts';

const QUERY = { query: { in: 'body', at: 'variables.query' } } as const;
const details = {
  descriptionHtml: z
    .string()
    .optional()
    .meta({ title: 'Description (HTML)', 'x-multiline': true, 'x-order': 3 }),
  vendor: z.string().optional().meta({ title: 'Maker', 'x-order': 4 }),
  productType: z.string().optional().meta({ title: 'Type', 'x-order': 5 }),
  tags: z.array(z.string()).optional().meta({ title: 'Tags', 'x-order': 6 }),
  status: z
    .enum(['DRAFT', 'ACTIVE', 'ARCHIVED'])
    .optional()
    .meta({ title: 'Status', 'x-enumTitles': ['Draft', 'On sale', 'Archived'], 'x-order': 7 }),
};
const title = z.string().min(1).max(255).meta({ title: 'Title', 'x-order': 2 });

function pages(name: string): Paginate {
  return {
    by: 'cursor',
    items: `data.${name}.nodes`,
    next: `data.${name}.pageInfo.endCursor`,
    more: `data.${name}.pageInfo.hasNextPage`,
    param: 'variables.after',
    inBody: true,
    size: { param: 'variables.first', most: 100 },
  };
}

export const listProducts = defineHttpAction({
  title: 'Find products',
  description: 'Gives products of the shop.',
  tags: ['list', 'search', 'articles'],
  docsUrl: `${DOCS}/queries/products`,
  input: z.strictObject({ query: search.meta({ 'x-placeholder': 'status:active vendor:Acme' }) }),
  output: product,
  sample: { query: 'status:active' },
  sampleOutput: [SAMPLE_PRODUCT],
  effects: { reads: true },
  http: { ...SEND, params: QUERY, body: { type: 'json', fixed: { query: LIST_PRODUCTS } } },
  paginate: pages('products'),
});

export const createProduct = defineHttpAction({
  title: 'Create a product',
  description: 'Adds a product with one variant; as a draft unless told otherwise.',
  tags: ['new', 'add', 'article'],
  docsUrl: `${DOCS}/mutations/productCreate`,
  input: z.strictObject({ title, ...details, status: details.status.default('DRAFT') }),
  output: product,
  sample: { title: 'Tea', vendor: 'Hill Tea', tags: ['new'] },
  sampleOutput: { ...SAMPLE_PRODUCT, status: 'DRAFT' },
  effects: { reads: false },
  http: {
    ...SEND,
    body: { type: 'json', wrap: 'variables.product', fixed: { query: CREATE_PRODUCT } },
    result: 'data.result.product',
  },
});

export const updateProduct = defineHttpAction({
  title: 'Update a product',
  description: 'Changes what is given; tags are replaced.',
  tags: ['edit', 'change', 'publish', 'archive'],
  docsUrl: `${DOCS}/mutations/productUpdate`,
  input: z.strictObject({
    id: gid('Product', 'Product').meta({ 'x-options': 'products' }),
    title: title.optional(),
    ...details,
  }),
  output: product,
  sample: { id: SAMPLE_PRODUCT.id, status: 'ACTIVE' },
  sampleOutput: SAMPLE_PRODUCT,
  effects: { reads: false, idempotent: true },
  http: {
    ...SEND,
    body: { type: 'json', wrap: 'variables.product', fixed: { query: UPDATE_PRODUCT } },
    result: 'data.result.product',
  },
});

export const listCustomers = defineHttpAction({
  title: 'Find customers',
  description: 'Gives customers of the shop.',
  tags: ['list', 'search', 'people'],
  docsUrl: `${DOCS}/queries/customers`,
  input: z.strictObject({ query: search.meta({ 'x-placeholder': 'email:ada@example.com' }) }),
  output: customer,
  sample: { query: 'email:ada@example.com' },
  sampleOutput: [SAMPLE_CUSTOMER],
  effects: { reads: true },
  http: { ...SEND, params: QUERY, body: { type: 'json', fixed: { query: LIST_CUSTOMERS } } },
  paginate: pages('customers'),
});

export const createCustomer = defineHttpAction({
  title: 'Create a customer',
  description: 'Adds a customer; the mail address must be new.',
  tags: ['new', 'add', 'person'],
  docsUrl: `${DOCS}/mutations/customerCreate`,
  input: z.strictObject({
    email: z.email().optional().meta({ title: 'Mail address', 'x-order': 1 }),
    firstName: z.string().optional().meta({ title: 'First name', 'x-order': 2 }),
    lastName: z.string().optional().meta({ title: 'Last name', 'x-order': 3 }),
    phone: z
      .string()
      .optional()
      .meta({ title: 'Phone', 'x-placeholder': '+447700900123', 'x-order': 4 }),
    note: z.string().optional().meta({ title: 'Note', 'x-order': 5 }),
    tags: z.array(z.string()).optional().meta({ title: 'Tags', 'x-order': 6 }),
  }),
  output: customer,
  sample: { email: 'ada@example.com', firstName: 'Ada', lastName: 'Byron' },
  sampleOutput: SAMPLE_CUSTOMER,
  effects: { reads: false },
  http: {
    ...SEND,
    body: { type: 'json', wrap: 'variables.input', fixed: { query: CREATE_CUSTOMER } },
    result: 'data.result.customer',
  },
});
