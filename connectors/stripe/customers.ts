import { z } from 'zod';

import { defineHttpAction } from '#sdk';

import {
  created,
  createdInQuery,
  customer,
  description,
  metadata,
  pages,
  searchPages,
  written,
} from './fields.ts';
import { customerRecord, SAMPLE_CUSTOMER } from './records.ts';

const DOCS = 'https://docs.stripe.com/api/customers';

const details = {
  email: z.email().optional().meta({ title: 'Email', 'x-order': 2 }),
  name: z.string().optional().meta({ title: 'Name', 'x-order': 3 }),
  phone: z.string().optional().meta({ title: 'Phone', 'x-order': 4 }),
  address: z
    .strictObject({
      line1: z.string().optional().meta({ title: 'Line 1', 'x-order': 1 }),
      line2: z.string().optional().meta({ title: 'Line 2', 'x-order': 2 }),
      postal_code: z.string().optional().meta({ title: 'Postal code', 'x-order': 3 }),
      city: z.string().optional().meta({ title: 'Town', 'x-order': 4 }),
      state: z.string().optional().meta({ title: 'State', 'x-order': 5 }),
      country: z.string().length(2).optional().meta({
        title: 'Country',
        description: 'Two letters.',
        'x-placeholder': 'DE',
        'x-order': 6,
      }),
    })
    .optional()
    .meta({ title: 'Address', 'x-order': 5 }),
  description,
  metadata,
};

/** A new customer. */
export const createCustomer = defineHttpAction({
  title: 'Create a customer',
  description: 'Creates a customer that payments, invoices and subscriptions belong to.',
  tags: ['add', 'client', 'buyer'],
  docsUrl: DOCS,
  input: z.strictObject(details),
  output: customerRecord,
  sample: {
    email: 'ada@example.com',
    name: 'Ada Byron',
    address: { city: 'Hamburg', country: 'DE' },
    metadata: { crm: '1042' },
  },
  sampleOutput: SAMPLE_CUSTOMER,
  effects: { reads: false, idempotent: true },
  http: { path: '/customers', ...written },
});

/** Changes a customer. */
export const updateCustomer = defineHttpAction({
  title: 'Update a customer',
  description: 'Changes a customer; fields that are left out stay as they are.',
  tags: ['edit', 'client'],
  docsUrl: DOCS,
  input: z.strictObject({ customer: customer.meta({ 'x-order': 1 }), ...details }),
  output: customerRecord,
  sample: { customer: SAMPLE_CUSTOMER.id, name: 'Ada Byron' },
  sampleOutput: SAMPLE_CUSTOMER,
  effects: { reads: false, idempotent: true },
  http: { path: '/customers/{customer}', ...written },
});

/** One customer. */
export const getCustomer = defineHttpAction({
  title: 'Get a customer',
  description: 'Gives one customer.',
  tags: ['read', 'client'],
  docsUrl: DOCS,
  input: z.strictObject({ customer: customer.meta({ 'x-order': 1 }) }),
  output: customerRecord,
  sample: { customer: SAMPLE_CUSTOMER.id },
  sampleOutput: SAMPLE_CUSTOMER,
  effects: { reads: true },
  http: { method: 'GET', path: '/customers/{customer}' },
});

/** Customers, newest first. */
export const listCustomers = defineHttpAction({
  title: 'List customers',
  description: 'Gives customers by mail address or time, newest first.',
  tags: ['find', 'email', 'clients'],
  docsUrl: DOCS,
  input: z.strictObject({
    email: z.string().optional().meta({
      title: 'Email',
      description: 'Exactly this one, with capitals as they are.',
      'x-order': 1,
    }),
    created,
  }),
  output: customerRecord,
  sample: { email: 'ada@example.com' },
  sampleOutput: [SAMPLE_CUSTOMER],
  effects: { reads: true },
  http: { method: 'GET', path: '/customers', params: { created: createdInQuery } },
  paginate: pages,
});

/** Customers by a search. */
export const searchCustomers = defineHttpAction({
  title: 'Search customers',
  description: 'Finds customers by name, phone or metadata; new ones are found after a minute.',
  tags: ['find', 'query', 'metadata'],
  docsUrl: 'https://docs.stripe.com/search',
  input: z.strictObject({
    query: z.string().min(1).meta({
      title: 'Search',
      'x-placeholder': "metadata['crm']:'1042' AND name~'ada'",
      'x-order': 1,
    }),
  }),
  output: customerRecord,
  sample: { query: "metadata['crm']:'1042'" },
  sampleOutput: [SAMPLE_CUSTOMER],
  effects: { reads: true },
  http: { method: 'GET', path: '/customers/search' },
  paginate: searchPages,
});
