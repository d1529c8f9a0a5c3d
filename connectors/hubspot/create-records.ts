import { z } from 'zod';

import { defineHttpAction } from '#sdk';

import {
  asProperties,
  owner,
  properties,
  record,
  SAMPLE_CONTACT,
  wantedProperties,
} from './fields.ts';

const text = (title: string, order: number) =>
  z.string().optional().meta({ title, 'x-order': order });
const email = z.email().meta({ title: 'Email', 'x-order': 1 });
const person = {
  firstname: text('First name', 2),
  lastname: text('Last name', 3),
  phone: text('Phone', 4),
  company: text('Company', 5),
  lifecyclestage: text('Lifecycle stage', 6).meta({
    'x-options': 'lifecycleStages',
    'x-placeholder': 'lead',
  }),
  hubspot_owner_id: owner,
};

/** A new contact. */
export const createContact = defineHttpAction({
  title: 'Create a contact',
  description: 'Creates a contact; fails when the mail address is known already.',
  tags: ['person', 'lead', 'add'],
  docsUrl: 'https://developers.hubspot.com/docs/api-reference/crm-contacts-v3/guide',
  input: z.strictObject({ properties, email, ...person }),
  output: record,
  sample: {
    email: 'ada@example.com',
    firstname: 'Ada',
    lastname: 'Byron',
    properties: { jobtitle: 'Captain' },
  },
  sampleOutput: SAMPLE_CONTACT,
  effects: { reads: false },
  http: {
    method: 'POST',
    path: '/crm/v3/objects/contacts',
    params: asProperties('email', ...Object.keys(person)),
  },
});

/** A contact, known or new. */
export const upsertContact = defineHttpAction({
  title: 'Create or update a contact',
  description: 'Changes the contact with this mail address, or creates it.',
  tags: ['person', 'lead', 'upsert', 'sync'],
  docsUrl: 'https://developers.hubspot.com/docs/api-reference/crm-contacts-v3/guide',
  input: z.strictObject({
    properties: wantedProperties,
    email,
    idProperty: z.string().default('email').meta({
      title: 'Known by',
      description: 'The property that tells contacts apart.',
      'x-advanced': true,
      'x-order': 31,
    }),
    ...person,
  }),
  output: record.extend({ new: z.boolean().optional() }),
  sample: { email: 'ada@example.com', firstname: 'Ada', lifecyclestage: 'customer' },
  sampleOutput: { ...SAMPLE_CONTACT, new: false },
  effects: { reads: false, idempotent: true },
  http: {
    method: 'POST',
    path: '/crm/v3/objects/contacts/batch/upsert',
    params: { ...asProperties(...Object.keys(person)), email: { in: 'body', name: 'id' } },
    body: { type: 'json', wrap: 'inputs', list: true },
    result: 'results.0',
  },
});

/** A new company. */
export const createCompany = defineHttpAction({
  title: 'Create a company',
  description: 'Creates a company.',
  tags: ['organisation', 'account', 'add'],
  docsUrl: 'https://developers.hubspot.com/docs/api-reference/crm-companies-v3/guide',
  input: z.strictObject({
    properties,
    name: z.string().min(1).meta({ title: 'Name', 'x-order': 1 }),
    domain: text('Domain', 2).meta({ 'x-placeholder': 'harbour-books.example' }),
    phone: text('Phone', 3),
    city: text('Town', 4),
    country: text('Country', 5),
    hubspot_owner_id: owner,
  }),
  output: record,
  sample: { name: 'Harbour Books', domain: 'harbour-books.example' },
  sampleOutput: { id: '77', properties: { name: 'Harbour Books' } },
  effects: { reads: false },
  http: {
    method: 'POST',
    path: '/crm/v3/objects/companies',
    params: asProperties('name', 'domain', 'phone', 'city', 'country', 'hubspot_owner_id'),
  },
});

/** A new deal. */
export const createDeal = defineHttpAction({
  title: 'Create a deal',
  description: 'Creates a deal in a stage of a pipeline.',
  tags: ['opportunity', 'sale', 'add'],
  docsUrl: 'https://developers.hubspot.com/docs/api-reference/crm-deals-v3/guide',
  input: z.strictObject({
    properties,
    dealname: z.string().min(1).meta({ title: 'Name', 'x-order': 1 }),
    pipeline: z.string().default('default').meta({
      title: 'Pipeline',
      'x-options': 'dealPipelines',
      'x-order': 2,
    }),
    dealstage: z
      .string()
      .min(1)
      .meta({
        title: 'Stage',
        'x-options': 'dealStages',
        'x-dependsOn': ['pipeline'],
        'x-order': 3,
      }),
    amount: z.number().transform(String).optional().meta({ title: 'Amount', 'x-order': 4 }),
    closedate: z.iso.date().optional().meta({ title: 'Closes on', 'x-order': 5 }),
    hubspot_owner_id: owner,
  }),
  output: record,
  sample: { dealname: 'Order 1042', dealstage: 'appointmentscheduled', amount: 288 },
  sampleOutput: { id: '900', properties: { dealname: 'Order 1042', amount: '288' } },
  effects: { reads: false },
  http: {
    method: 'POST',
    path: '/crm/v3/objects/deals',
    params: asProperties(
      'dealname',
      'pipeline',
      'dealstage',
      'amount',
      'closedate',
      'hubspot_owner_id',
    ),
  },
});

/** A new ticket. */
export const createTicket = defineHttpAction({
  title: 'Create a ticket',
  description: 'Creates a support ticket.',
  tags: ['support', 'request', 'add'],
  docsUrl: 'https://developers.hubspot.com/docs/api-reference/crm-tickets-v3/guide',
  input: z.strictObject({
    properties,
    subject: z.string().min(1).meta({ title: 'Subject', 'x-order': 1 }),
    content: text('Text', 2).meta({ 'x-multiline': true }),
    hs_pipeline: z.string().default('0').meta({
      title: 'Pipeline',
      'x-options': 'ticketPipelines',
      'x-order': 3,
    }),
    hs_pipeline_stage: z
      .string()
      .default('1')
      .meta({
        title: 'Status',
        'x-options': 'ticketStages',
        'x-dependsOn': ['hs_pipeline'],
        'x-order': 4,
      }),
    hs_ticket_priority: z
      .enum(['LOW', 'MEDIUM', 'HIGH', 'URGENT'])
      .optional()
      .meta({
        title: 'Priority',
        'x-enumTitles': ['Low', 'Medium', 'High', 'Urgent'],
        'x-order': 5,
      }),
    hubspot_owner_id: owner,
  }),
  output: record,
  sample: { subject: 'A page is torn', content: 'Order 1042', hs_ticket_priority: 'HIGH' },
  sampleOutput: { id: '61', properties: { subject: 'A page is torn' } },
  effects: { reads: false },
  scopes: ['tickets'],
  http: {
    method: 'POST',
    path: '/crm/v3/objects/tickets',
    params: asProperties(
      'subject',
      'content',
      'hs_pipeline',
      'hs_pipeline_stage',
      'hs_ticket_priority',
      'hubspot_owner_id',
    ),
  },
});
