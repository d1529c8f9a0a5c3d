import { z } from 'zod';

import { defineHttpAction } from '#sdk';

import {
  fields,
  record,
  recordId,
  RECORDS,
  SAMPLE_RECORD,
  SAMPLE_TABLE,
  table,
  typecast,
} from './fields.ts';

/** One new record. */
export const createRecord = defineHttpAction({
  title: 'Create a record',
  description: 'Adds a record to a table.',
  tags: ['row', 'add', 'insert'],
  docsUrl: 'https://airtable.com/developers/web/api/create-records',
  input: z.strictObject({ ...table, fields, typecast }),
  output: record,
  sample: { ...SAMPLE_TABLE, fields: SAMPLE_RECORD.fields },
  sampleOutput: SAMPLE_RECORD,
  effects: { reads: false },
  http: { method: 'POST', path: RECORDS },
});

/** Several new records in one call. */
export const createRecords = defineHttpAction({
  title: 'Create several records',
  description: 'Adds up to ten records to a table in one call, all or none.',
  tags: ['rows', 'bulk', 'insert'],
  docsUrl: 'https://airtable.com/developers/web/api/create-records',
  input: z.strictObject({
    ...table,
    records: z.array(fields).min(1).max(10).meta({
      title: 'Records',
      description: 'The fields of each.',
      'x-order': 4,
    }),
    typecast,
  }),
  output: z.array(record),
  sample: { ...SAMPLE_TABLE, records: [{ Name: 'Order 1042' }, { Name: 'Order 1043' }] },
  sampleOutput: [SAMPLE_RECORD],
  effects: { reads: false },
  http: {
    method: 'POST',
    path: RECORDS,
    params: { records: { in: 'body', at: 'records', each: 'fields' } },
    result: 'records',
  },
});

/** Changes fields of a record. */
export const updateRecord = defineHttpAction({
  title: 'Update a record',
  description: 'Changes fields of a record; those that are left out stay as they are.',
  tags: ['row', 'edit', 'change'],
  docsUrl: 'https://airtable.com/developers/web/api/update-record',
  input: z.strictObject({ ...table, recordId, fields, typecast }),
  output: record,
  sample: { ...SAMPLE_TABLE, recordId: SAMPLE_RECORD.id, fields: { Status: 'Paid' } },
  sampleOutput: SAMPLE_RECORD,
  effects: { reads: false, idempotent: true },
  http: { method: 'PATCH', path: `${RECORDS}/{recordId}` },
});

/** A record, known or new. */
export const upsertRecord = defineHttpAction({
  title: 'Create or update a record',
  description: 'Changes the record whose fields are equal in the ones named, or creates it.',
  tags: ['row', 'upsert', 'sync', 'merge'],
  docsUrl: 'https://airtable.com/developers/web/api/update-multiple-records',
  input: z.strictObject({
    ...table,
    fieldsToMergeOn: z
      .array(
        z
          .string()
          .meta({ title: 'Field', 'x-options': 'fields', 'x-dependsOn': ['baseId', 'tableId'] }),
      )
      .min(1)
      .max(3)
      .meta({ title: 'Known by', 'x-order': 3 }),
    fields,
    typecast,
  }),
  output: record,
  sample: { ...SAMPLE_TABLE, fieldsToMergeOn: ['Name'], fields: SAMPLE_RECORD.fields },
  sampleOutput: SAMPLE_RECORD,
  effects: { reads: false, idempotent: true },
  http: {
    method: 'PATCH',
    path: RECORDS,
    params: {
      fieldsToMergeOn: { in: 'body', at: 'performUpsert.fieldsToMergeOn' },
      fields: { in: 'body', at: 'records.0.fields' },
    },
    result: 'records.0',
  },
});

/** Removes a record. */
export const deleteRecord = defineHttpAction({
  title: 'Delete a record',
  description: 'Removes a record from a table.',
  tags: ['row', 'remove'],
  docsUrl: 'https://airtable.com/developers/web/api/delete-record',
  input: z.strictObject({ ...table, recordId }),
  output: z.looseObject({ id: z.string(), deleted: z.boolean() }),
  sample: { ...SAMPLE_TABLE, recordId: SAMPLE_RECORD.id },
  sampleOutput: { id: SAMPLE_RECORD.id, deleted: true },
  effects: { reads: false, destructive: true },
  http: { method: 'DELETE', path: `${RECORDS}/{recordId}` },
});

/** A comment at a record. */
export const addComment = defineHttpAction({
  title: 'Comment on a record',
  description: 'Writes a comment at a record; @[usr…] mentions a person.',
  tags: ['note', 'mention'],
  docsUrl: 'https://airtable.com/developers/web/api/create-comment',
  scopes: ['data.recordComments:write'],
  input: z.strictObject({
    ...table,
    recordId,
    text: z.string().min(1).meta({ title: 'Text', 'x-multiline': true, 'x-order': 4 }),
  }),
  output: z.looseObject({ id: z.string(), text: z.string(), createdTime: z.string().optional() }),
  sample: { ...SAMPLE_TABLE, recordId: SAMPLE_RECORD.id, text: 'Paid by transfer.' },
  sampleOutput: { id: 'comB5z37Mg9zaEPw6', text: 'Paid by transfer.' },
  effects: { reads: false },
  http: { method: 'POST', path: `${RECORDS}/{recordId}/comments` },
});
