import { z } from 'zod';

import { defineHttpAction } from '#sdk';

import { pages, record, recordId, RECORDS, SAMPLE_RECORD, SAMPLE_TABLE, table } from './fields.ts';

/** One record. */
export const getRecord = defineHttpAction({
  title: 'Get a record',
  description: 'Gives one record with its fields.',
  tags: ['row', 'read'],
  docsUrl: 'https://airtable.com/developers/web/api/get-record',
  input: z.strictObject({ ...table, recordId }),
  output: record,
  sample: { ...SAMPLE_TABLE, recordId: SAMPLE_RECORD.id },
  sampleOutput: SAMPLE_RECORD,
  effects: { reads: true },
  http: { method: 'GET', path: `${RECORDS}/{recordId}` },
});

/** Records, filtered. */
export const listRecords = defineHttpAction({
  title: 'List records',
  description: 'Gives the records of a table or view, filtered by a formula.',
  tags: ['rows', 'find', 'search', 'filter', 'view'],
  docsUrl: 'https://airtable.com/developers/web/api/list-records',
  input: z.strictObject({
    ...table,
    filterByFormula: z.string().optional().meta({
      title: 'Where',
      description: 'A formula; records for which it is true are given.',
      'x-placeholder': "{Status} = 'Open'",
      'x-order': 3,
    }),
    view: z.string().optional().meta({
      title: 'View',
      description: 'Its name or id: only what it shows, in its order.',
      'x-order': 4,
    }),
    sort: z
      .array(
        z.strictObject({
          field: z.string().meta({ title: 'Field', 'x-order': 1 }),
          direction: z.enum(['asc', 'desc']).optional().meta({ title: 'Direction', 'x-order': 2 }),
        }),
      )
      .optional()
      .meta({ title: 'Sort', 'x-order': 5 }),
    fields: z.array(z.string()).optional().meta({
      title: 'Fields to give',
      description: 'Empty gives all.',
      'x-advanced': true,
      'x-order': 6,
    }),
  }),
  output: record,
  sample: {
    ...SAMPLE_TABLE,
    filterByFormula: "{Status} = 'Open'",
    sort: [{ field: 'Name', direction: 'asc' }],
    fields: ['Name', 'Total'],
  },
  sampleOutput: [SAMPLE_RECORD],
  effects: { reads: true },
  http: {
    method: 'GET',
    path: RECORDS,
    params: {
      sort: { in: 'query', style: 'brackets' },
      fields: { in: 'query', style: 'brackets' },
    },
  },
  paginate: pages,
});

/** Tables with their fields. */
export const listTables = defineHttpAction({
  title: 'List the tables of a base',
  description: 'Gives the tables of a base with their fields and views.',
  tags: ['schema', 'columns'],
  docsUrl: 'https://airtable.com/developers/web/api/get-base-schema',
  input: z.strictObject({ baseId: table.baseId }),
  output: z.array(
    z.looseObject({
      id: z.string(),
      name: z.string(),
      fields: z.array(z.looseObject({ id: z.string(), name: z.string(), type: z.string() })),
    }),
  ),
  sample: { baseId: SAMPLE_TABLE.baseId },
  sampleOutput: [
    {
      id: SAMPLE_TABLE.tableId,
      name: 'Orders',
      fields: [{ id: 'fldA1', name: 'Name', type: 'singleLineText' }],
    },
  ],
  effects: { reads: true },
  http: { method: 'GET', path: '/v0/meta/bases/{baseId}/tables', result: 'tables' },
});
