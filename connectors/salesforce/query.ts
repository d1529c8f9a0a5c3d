import { z } from 'zod';

import { defineHttpAction } from '#sdk';

import { DOCS, record, SAMPLE_RECORD } from './fields.ts';

/** How an answer to a query goes on. */
export const PAGES = { by: 'nextUrl', path: 'nextRecordsUrl', items: 'records' } as const;

export const query = defineHttpAction({
  title: 'Run a query',
  description: 'Gives the records that a SOQL query finds.',
  tags: ['soql', 'select', 'find', 'list', 'report'],
  docsUrl: DOCS,
  input: z.strictObject({
    q: z.string().min(1).meta({
      title: 'Query',
      description: 'In SOQL. Put single quotes around texts.',
      'x-placeholder': "SELECT Id, Name FROM Account WHERE Industry = 'Retail'",
      'x-multiline': true,
      'x-order': 1,
    }),
  }),
  output: record,
  sample: { q: 'SELECT Id, Name FROM Account ORDER BY Name LIMIT 10' },
  sampleOutput: [SAMPLE_RECORD],
  effects: { reads: true },
  http: { method: 'GET', path: '/query' },
  paginate: PAGES,
});

export const search = defineHttpAction({
  title: 'Search',
  description: 'Looks for words in all fields of some objects.',
  tags: ['find', 'sosl', 'text', 'lookup'],
  docsUrl: DOCS,
  input: z.strictObject({
    q: z.string().min(2).meta({ title: 'Words', 'x-order': 1 }),
    sobject: z
      .array(z.string().meta({ 'x-options': 'objects' }))
      .optional()
      .meta({ title: 'Objects', description: 'Empty looks into all.', 'x-order': 2 }),
    fields: z.array(z.string()).optional().meta({
      title: 'Fields',
      description: 'Which to give of the chosen objects. Empty gives ids, as does no object.',
      'x-order': 3,
    }),
    overallLimit: z
      .number()
      .int()
      .min(1)
      .max(2000)
      .default(50)
      .meta({ title: 'Records at most', 'x-advanced': true }),
  }),
  output: z.array(record),
  sample: { q: 'Harbour', sobject: ['Account'], fields: ['Id', 'Name'] },
  sampleOutput: [SAMPLE_RECORD],
  effects: { reads: true },
  http: {
    method: 'GET',
    path: '/parameterizedSearch',
    params: {
      sobject: { in: 'query', style: 'repeat' },
      fields: { in: 'query', style: 'comma' },
    },
    result: 'searchRecords',
  },
});
