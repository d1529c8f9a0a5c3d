import { z } from 'zod';

import { defineHttpAction } from '#sdk';

import { BOOK, DOCS, driveId, itemId, SAMPLE_BOOK } from './fields.ts';

const sheet = z.looseObject({ id: z.string(), name: z.string() });

export const addWorksheet = defineHttpAction({
  title: 'Add a worksheet',
  description: 'Adds an empty sheet at the end of a workbook.',
  tags: ['tab', 'new', 'create'],
  docsUrl: `${DOCS}/worksheetcollection-add`,
  input: z.strictObject({
    driveId,
    itemId,
    name: z
      .string()
      .max(31)
      .optional()
      .meta({ title: 'Name', description: 'Empty lets Excel choose one.', 'x-order': 3 }),
  }),
  output: sheet,
  sample: { ...SAMPLE_BOOK, name: 'Returns' },
  sampleOutput: { id: '{75A18F35-34AA-4F44-97CC-FDC3C05D9F40}', name: 'Returns', position: 1 },
  effects: { reads: false },
  http: { method: 'POST', path: `${BOOK}/worksheets/add` },
});

export const addTable = defineHttpAction({
  title: 'Create a table',
  description: 'Makes a range a table, so that rows can be added to it.',
  tags: ['new', 'add'],
  docsUrl: `${DOCS}/tablecollection-add`,
  input: z.strictObject({
    driveId,
    itemId,
    address: z.string().min(1).meta({
      title: 'Range',
      description: 'With the sheet before it.',
      'x-placeholder': 'Sheet1!A1:C1',
      'x-order': 3,
    }),
    hasHeaders: z
      .boolean()
      .default(true)
      .meta({ title: 'The first row names the columns', 'x-order': 4 }),
  }),
  output: sheet,
  sample: { ...SAMPLE_BOOK, address: 'Sheet1!A1:C1' },
  sampleOutput: { id: '{8C6F1F2B-0B5A-4C7F-9C0F-5D7F2B9C3A10}', name: 'Table1' },
  effects: { reads: false },
  http: { method: 'POST', path: `${BOOK}/tables/add` },
});
