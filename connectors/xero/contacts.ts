import { z } from 'zod';

import { defineHttpAction } from '#sdk';

import {
  contactId,
  FIRST_PAGE,
  modifiedSince,
  modifiedSinceHeader,
  order,
  pages,
  where,
} from './fields.ts';
import { contact, SAMPLE_CONTACT, SAMPLES } from './records.ts';

const DOCS = 'https://developer.xero.com/documentation/api/accounting/contacts';

const address = z.strictObject({
  AddressType: z.enum(['POBOX', 'STREET']).meta({
    title: 'Kind',
    'x-enumTitles': ['For post', 'For deliveries'],
    'x-order': 1,
  }),
  AddressLine1: z.string().max(500).optional().meta({ title: 'Line 1', 'x-order': 2 }),
  AddressLine2: z.string().max(500).optional().meta({ title: 'Line 2', 'x-order': 3 }),
  City: z.string().max(255).optional().meta({ title: 'Town', 'x-order': 4 }),
  Region: z.string().max(255).optional().meta({ title: 'Region', 'x-order': 5 }),
  PostalCode: z.string().max(50).optional().meta({ title: 'Postal code', 'x-order': 6 }),
  Country: z.string().max(50).optional().meta({ title: 'Country', 'x-order': 7 }),
});

const phone = z.strictObject({
  PhoneType: z
    .enum(['DEFAULT', 'DDI', 'MOBILE', 'FAX'])
    .meta({ title: 'Kind', 'x-enumTitles': ['Main', 'Direct', 'Mobile', 'Fax'], 'x-order': 1 }),
  PhoneNumber: z.string().max(50).meta({ title: 'Number', 'x-order': 2 }),
  PhoneAreaCode: z.string().max(10).optional().meta({ title: 'Area code', 'x-order': 3 }),
  PhoneCountryCode: z.string().max(20).optional().meta({ title: 'Country code', 'x-order': 4 }),
});

const name = z.string().min(1).max(255).meta({
  title: 'Name',
  description: 'Unique among the active contacts.',
  'x-order': 2,
});

const details = {
  EmailAddress: z.string().max(255).optional().meta({ title: 'Email', 'x-order': 3 }),
  FirstName: z.string().max(255).optional().meta({ title: 'First name', 'x-order': 4 }),
  LastName: z.string().max(255).optional().meta({ title: 'Last name', 'x-order': 5 }),
  AccountNumber: z.string().max(50).optional().meta({
    title: 'Your number of it',
    description: 'Such as the id in your CRM.',
    'x-order': 6,
  }),
  CompanyNumber: z.string().max(50).optional().meta({
    title: 'Company number',
    'x-advanced': true,
    'x-order': 7,
  }),
  TaxNumber: z.string().max(50).optional().meta({ title: 'Tax number', 'x-order': 8 }),
  Addresses: z.array(address).optional().meta({ title: 'Addresses', 'x-order': 9 }),
  Phones: z.array(phone).optional().meta({ title: 'Phones', 'x-order': 10 }),
};

const written = {
  body: { type: 'json', wrap: 'Contacts', list: true },
  idempotencyHeader: 'Idempotency-Key',
  result: 'Contacts.0',
} as const;

/** Creates a contact. */
export const createContact = defineHttpAction({
  title: 'Create a contact',
  description: 'Creates a customer or supplier.',
  tags: ['customer', 'supplier', 'add'],
  docsUrl: DOCS,
  input: z.strictObject({ Name: name, ...details }),
  output: contact,
  sample: { Name: 'Harbour Books', EmailAddress: 'office@harbour-books.example' },
  sampleOutput: SAMPLE_CONTACT,
  effects: { reads: false, idempotent: true },
  http: { method: 'PUT', path: '/Contacts', ...written },
});

/** Changes a contact. */
export const updateContact = defineHttpAction({
  title: 'Update a contact',
  description: 'Changes a customer or supplier; fields that are left out stay as they are.',
  tags: ['customer', 'supplier', 'archive', 'change'],
  docsUrl: DOCS,
  input: z.strictObject({
    ContactID: contactId.meta({ 'x-order': 1 }),
    Name: name.optional(),
    ...details,
    ContactStatus: z
      .enum(['ACTIVE', 'ARCHIVED'])
      .optional()
      .meta({ title: 'Status', 'x-enumTitles': ['Active', 'Archived'], 'x-order': 11 }),
  }),
  output: contact,
  sample: { ContactID: SAMPLES.contactId, EmailAddress: 'office@harbour-books.example' },
  sampleOutput: SAMPLE_CONTACT,
  effects: { reads: false, idempotent: true },
  http: { method: 'POST', path: '/Contacts/{ContactID}', ...written },
});

/** One contact. */
export const getContact = defineHttpAction({
  title: 'Get a contact',
  description: 'Gives one customer or supplier with addresses, phones and balances.',
  tags: ['customer', 'supplier', 'read'],
  docsUrl: DOCS,
  input: z.strictObject({ ContactID: contactId.meta({ 'x-order': 1 }) }),
  output: contact,
  sample: { ContactID: SAMPLES.contactId },
  sampleOutput: SAMPLE_CONTACT,
  effects: { reads: true },
  http: { method: 'GET', path: '/Contacts/{ContactID}', result: 'Contacts.0' },
});

/** Contacts, filtered. */
export const listContacts = defineHttpAction({
  title: 'List contacts',
  description: 'Gives customers and suppliers by words in them, a condition or time of change.',
  tags: ['customers', 'suppliers', 'search', 'find'],
  docsUrl: DOCS,
  input: z.strictObject({
    searchTerm: z.string().optional().meta({
      title: 'Search',
      description: 'Looks in name, first and last name, number and email.',
      'x-order': 1,
    }),
    modifiedSince,
    includeArchived: z.boolean().optional().meta({
      title: 'Archived ones too',
      'x-order': 11,
    }),
    where: where.meta({ 'x-placeholder': 'EmailAddress == "ada@example.com"' }),
    order,
  }),
  output: contact,
  sample: { searchTerm: 'harbour' },
  sampleOutput: [SAMPLE_CONTACT],
  effects: { reads: true },
  http: {
    method: 'GET',
    path: '/Contacts',
    query: FIRST_PAGE,
    params: { modifiedSince: modifiedSinceHeader },
  },
  paginate: pages('Contacts'),
});
