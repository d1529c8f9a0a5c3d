import { z } from 'zod';

import { defineHttpAction } from '#sdk';

import {
  DOCS,
  fieldName,
  object,
  record,
  recordId,
  SAMPLE_ID,
  SAMPLE_RECORD,
  SAMPLE_SAVED,
  saved,
  values,
} from './fields.ts';

const ONE = '/sobjects/{object}/{id}';
const RECORD_BODY = { type: 'json', key: 'values' } as const;

export const getRecord = defineHttpAction({
  title: 'Get a record',
  description: 'Gives one record by its id.',
  tags: ['read', 'find'],
  docsUrl: DOCS,
  input: z.strictObject({
    object,
    id: recordId,
    fields: z.array(fieldName).optional().meta({
      title: 'Fields',
      description: 'Empty gives all.',
      'x-order': 3,
    }),
  }),
  output: record,
  sample: { object: 'Account', id: SAMPLE_ID, fields: ['Name', 'Phone'] },
  sampleOutput: { ...SAMPLE_RECORD, Phone: null },
  effects: { reads: true },
  http: { method: 'GET', path: ONE, params: { fields: { in: 'query', style: 'comma' } } },
});

export const createRecord = defineHttpAction({
  title: 'Create a record',
  description: 'Adds a record of any object.',
  tags: ['new', 'add', 'lead', 'contact', 'account', 'opportunity', 'case', 'task'],
  docsUrl: DOCS,
  input: z.strictObject({ object, values }),
  output: saved,
  sample: { object: 'Account', values: { Name: 'Harbour Books' } },
  sampleOutput: SAMPLE_SAVED,
  effects: { reads: false },
  http: { method: 'POST', path: '/sobjects/{object}', body: RECORD_BODY },
});

export const updateRecord = defineHttpAction({
  title: 'Update a record',
  description: 'Changes the fields that are given.',
  tags: ['edit', 'change', 'stage', 'close'],
  docsUrl: DOCS,
  input: z.strictObject({ object, id: recordId, values }),
  sample: { object: 'Account', id: SAMPLE_ID, values: { Phone: '+44 20 7946 0000' } },
  effects: { reads: false, idempotent: true },
  http: { method: 'PATCH', path: ONE, body: RECORD_BODY },
});

export const upsertRecord = defineHttpAction({
  title: 'Create or update a record',
  description: 'Finds the record by the id of another system, and creates it when there is none.',
  tags: ['upsert', 'sync', 'external id'],
  docsUrl: DOCS,
  input: z.strictObject({
    object,
    externalField: z
      .string()
      .regex(/^[A-Za-z]\w*$/, 'is a name of the API')
      .meta({
        title: 'Field',
        description: 'A field that is marked as an external id.',
        'x-options': 'externalIds',
        'x-dependsOn': ['object'],
        'x-order': 2,
      }),
    externalId: z.string().min(1).meta({ title: 'Its value', 'x-order': 3 }),
    values: values.meta({ 'x-order': 4 }),
  }),
  output: saved,
  sample: {
    object: 'Account',
    externalField: 'Shop_Id__c',
    externalId: 'c-1042',
    values: { Name: 'Harbour Books' },
  },
  sampleOutput: { ...SAMPLE_SAVED, created: true },
  effects: { reads: false, idempotent: true },
  http: {
    method: 'PATCH',
    path: '/sobjects/{object}/{externalField}/{externalId}',
    body: RECORD_BODY,
  },
});

export const deleteRecord = defineHttpAction({
  title: 'Delete a record',
  description: 'Puts a record into the recycle bin.',
  tags: ['remove'],
  docsUrl: DOCS,
  input: z.strictObject({ object, id: recordId }),
  sample: { object: 'Account', id: SAMPLE_ID },
  effects: { reads: false, destructive: true, idempotent: true },
  http: { method: 'DELETE', path: ONE },
});
