import { z } from 'zod';

import { defineHttpAction } from '#sdk';

import {
  objectId,
  objectType,
  pages,
  properties,
  record,
  SAMPLE_CONTACT,
  wanted,
} from './fields.ts';

const RECORD = '/crm/v3/objects/{objectType}/{objectId}';

const idProperty = z.string().optional().meta({
  title: 'The id is the value of',
  description: 'Another property that is unique, such as email for contacts.',
  'x-advanced': true,
  'x-order': 31,
});

/** Changes a record of any kind. */
export const updateRecord = defineHttpAction({
  title: 'Update a record',
  description: 'Changes properties of a contact, company, deal or ticket.',
  tags: ['contact', 'company', 'deal', 'ticket', 'edit', 'stage'],
  docsUrl: 'https://developers.hubspot.com/docs/api-reference/crm-objects-v3/guide',
  input: z.strictObject({
    objectType,
    objectId,
    properties: properties.unwrap().meta({ title: 'Properties', 'x-order': 3 }),
    idProperty,
  }),
  output: record,
  sample: { objectType: 'contacts', objectId: '512', properties: { lifecyclestage: 'customer' } },
  sampleOutput: SAMPLE_CONTACT,
  effects: { reads: false, idempotent: true },
  http: { method: 'PATCH', path: RECORD, params: { idProperty: { in: 'query' } } },
});

/** One record of any kind. */
export const getRecord = defineHttpAction({
  title: 'Get a record',
  description: 'Gives a contact, company, deal or ticket.',
  tags: ['contact', 'company', 'deal', 'ticket', 'read'],
  docsUrl: 'https://developers.hubspot.com/docs/api-reference/crm-objects-v3/guide',
  input: z.strictObject({ objectType, objectId, properties: wanted, idProperty }),
  output: record,
  sample: { objectType: 'contacts', objectId: 'ada@example.com', idProperty: 'email' },
  sampleOutput: SAMPLE_CONTACT,
  effects: { reads: true },
  http: { method: 'GET', path: RECORD, params: { properties: { in: 'query', style: 'comma' } } },
});

/** Records by a search. */
export const searchRecords = defineHttpAction({
  title: 'Search records',
  description: 'Finds contacts, companies, deals or tickets by words or filters.',
  tags: ['find', 'list', 'query', 'filter', 'contacts', 'deals'],
  docsUrl: 'https://developers.hubspot.com/docs/api-reference/search/guide',
  input: z.strictObject({
    objectType,
    query: z.string().optional().meta({ title: 'Words', 'x-order': 2 }),
    filterGroups: z
      .array(z.looseObject({ filters: z.array(z.record(z.string(), z.any())) }))
      .optional()
      .meta({
        title: 'Filters',
        description:
          'One group must hold, with all its filters: [{ "filters": [{ "propertyName": "email", "operator": "EQ", "value": "…" }] }].',
        'x-language': 'json',
        'x-order': 3,
      }),
    sorts: z
      .array(
        z.strictObject({
          propertyName: z.string().meta({ title: 'Property', 'x-order': 1 }),
          direction: z.enum(['ASCENDING', 'DESCENDING']).meta({ title: 'Direction', 'x-order': 2 }),
        }),
      )
      .max(1)
      .optional()
      .meta({ title: 'Sort', 'x-order': 4 }),
    properties: wanted,
  }),
  output: record,
  sample: {
    objectType: 'contacts',
    filterGroups: [
      { filters: [{ propertyName: 'lifecyclestage', operator: 'EQ', value: 'lead' }] },
    ],
    properties: ['email', 'firstname'],
  },
  sampleOutput: [SAMPLE_CONTACT],
  effects: { reads: true },
  http: { method: 'POST', path: '/crm/v3/objects/{objectType}/search', body: { type: 'json' } },
  paginate: { ...pages, inBody: true },
});

/** Puts a record into the recycling bin. */
export const archiveRecord = defineHttpAction({
  title: 'Delete a record',
  description: 'Moves a record to the recycling bin, where it stays for 90 days.',
  tags: ['remove', 'archive'],
  docsUrl: 'https://developers.hubspot.com/docs/api-reference/crm-objects-v3/guide',
  input: z.strictObject({ objectType, objectId }),
  sample: { objectType: 'contacts', objectId: '512' },
  effects: { reads: false, destructive: true, idempotent: true },
  http: { method: 'DELETE', path: RECORD },
});

/** Ties two records together. */
export const associateRecords = defineHttpAction({
  title: 'Associate two records',
  description: 'Ties a record to another, such as a contact to a company.',
  tags: ['link', 'relate', 'association'],
  docsUrl: 'https://developers.hubspot.com/docs/api-reference/crm-associations-v4/guide',
  input: z.strictObject({
    objectType,
    objectId,
    toObjectType: objectType.meta({ title: 'Kind of the other', 'x-order': 3 }),
    toObjectId: objectId.meta({ title: 'The other record', 'x-order': 4 }),
  }),
  sample: { objectType: 'contacts', objectId: '512', toObjectType: 'companies', toObjectId: '77' },
  effects: { reads: false, idempotent: true },
  http: {
    method: 'PUT',
    path: '/crm/v4/objects/{objectType}/{objectId}/associations/default/{toObjectType}/{toObjectId}',
  },
});

/** Who can own records. */
export const listOwners = defineHttpAction({
  title: 'List owners',
  description: 'Gives the people who can own records.',
  tags: ['users', 'people', 'team'],
  docsUrl: 'https://developers.hubspot.com/docs/api-reference/crm-crm-owners-v3/guide',
  input: z.strictObject({
    email: z.string().optional().meta({ title: 'Email', 'x-order': 1 }),
  }),
  output: z.looseObject({
    id: z.string(),
    email: z.string().nullish(),
    firstName: z.string().optional(),
    lastName: z.string().optional(),
  }),
  sample: {},
  sampleOutput: [{ id: '9', email: 'grace@example.com', firstName: 'Grace', lastName: 'Hopper' }],
  effects: { reads: true },
  http: { method: 'GET', path: '/crm/v3/owners' },
  paginate: pages,
});
