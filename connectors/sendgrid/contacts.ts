import { z } from 'zod';

import { defineHttpAction } from '#sdk';

import { DOCS } from './fields.ts';

const field = (title: string) => z.string().optional().meta({ title });

export const upsertContact = defineHttpAction({
  title: 'Create or update a contact',
  description: 'Puts an address into the contacts and into lists; SendGrid does it within minutes.',
  tags: ['subscriber', 'add', 'list', 'newsletter'],
  docsUrl: `${DOCS}/contacts/add-or-update-a-contact`,
  input: z.strictObject({
    email: z.email().meta({ title: 'Mail address', 'x-order': 1 }),
    first_name: field('First name'),
    last_name: field('Last name'),
    list_ids: z
      .array(z.string().meta({ 'x-options': 'lists' }))
      .optional()
      .meta({ title: 'Lists' }),
    city: field('City'),
    country: field('Country'),
    postal_code: field('Postal code'),
    custom_fields: z.record(z.string(), z.any()).optional().meta({
      title: 'Fields of your own',
      description: 'By their ids, such as e1_T.',
      'x-advanced': true,
    }),
  }),
  output: z.looseObject({ job_id: z.string() }),
  sample: { email: 'ada@example.com', first_name: 'Ada' },
  sampleOutput: { job_id: '0b8f2c4e-1d5a-4c83-9a1e-2b7d1e5f3c10' },
  effects: { reads: false, idempotent: true },
  http: {
    method: 'PUT',
    path: '/v3/marketing/contacts',
    params: Object.fromEntries(
      ['email', 'first_name', 'last_name', 'city', 'country', 'postal_code', 'custom_fields'].map(
        (key) => [key, { in: 'body' as const, at: `contacts.0.${key}` }],
      ),
    ),
  },
});

const contact = z.looseObject({ id: z.string(), email: z.string() });

export const findContacts = defineHttpAction({
  title: 'Find contacts by address',
  description: 'Gives the contacts of addresses, by address; none is an error.',
  tags: ['search', 'get', 'subscriber'],
  docsUrl: `${DOCS}/contacts/get-contacts-by-emails`,
  input: z.strictObject({
    emails: z.array(z.email()).min(1).max(100).meta({ title: 'Mail addresses' }),
  }),
  output: z.record(z.string(), z.looseObject({ contact: contact.optional() })),
  sample: { emails: ['ada@example.com'] },
  sampleOutput: {
    'ada@example.com': {
      contact: { id: '6dcd683f-6f1b-4a23-9cbe-0c9d0c1e2f30', email: 'ada@example.com' },
    },
  },
  effects: { reads: true },
  http: { method: 'POST', path: '/v3/marketing/contacts/search/emails', result: 'result' },
});

export const createList = defineHttpAction({
  title: 'Create a list',
  description: 'Adds an empty list of contacts.',
  tags: ['newsletter', 'segment', 'add'],
  docsUrl: `${DOCS}/lists/create-list`,
  input: z.strictObject({ name: z.string().min(1).max(100).meta({ title: 'Name' }) }),
  output: z.looseObject({ id: z.string(), name: z.string() }),
  sample: { name: 'Newsletter' },
  sampleOutput: {
    id: 'a3f1d9f0-2a6e-4a6b-8f43-1f0f1c6b7a20',
    name: 'Newsletter',
    contact_count: 0,
  },
  effects: { reads: false },
  http: { method: 'POST', path: '/v3/marketing/lists' },
});
