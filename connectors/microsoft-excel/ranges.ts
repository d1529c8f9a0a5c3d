import { z } from 'zod';

import { defineHttpAction } from '#sdk';

import { BOOK, cell, DOCS, driveId, itemId, SAMPLE_BOOK, worksheet } from './fields.ts';

const RANGE = `${BOOK}/worksheets/{worksheet}/range(address='{address}')`;
const place = {
  driveId,
  itemId,
  worksheet,
  address: z
    .string()
    .regex(/^[A-Za-z0-9:$]+$/, 'is a range such as A2:D20')
    .meta({ title: 'Range', 'x-placeholder': 'A2:D20', 'x-order': 4 }),
};
const range = z.looseObject({ address: z.string(), values: z.array(z.array(z.any())) });
const SAMPLE = { ...SAMPLE_BOOK, worksheet: 'Sheet1', address: 'A1:B2' };
const GIVEN = {
  address: 'Sheet1!A1:B2',
  values: [
    ['Order', 'Total'],
    [1042, 99.5],
  ],
};

export const readRange = defineHttpAction({
  title: 'Read a range',
  description: 'Gives the cells of a range as a list of rows.',
  tags: ['get', 'values', 'cells'],
  docsUrl: `${DOCS}/worksheet-range`,
  input: z.strictObject(place),
  output: range,
  sample: SAMPLE,
  sampleOutput: {
    ...GIVEN,
    text: [
      ['Order', 'Total'],
      ['1042', '99.50'],
    ],
  },
  effects: { reads: true },
  http: { method: 'GET', path: RANGE, query: { $select: 'address,values,text' } },
});

export const readWorksheet = defineHttpAction({
  title: 'Read a worksheet',
  description: 'Gives all cells of a worksheet that hold something.',
  tags: ['get', 'values', 'used range'],
  docsUrl: `${DOCS}/worksheet-usedrange`,
  input: z.strictObject({ driveId, itemId, worksheet }),
  output: range,
  sample: { ...SAMPLE_BOOK, worksheet: 'Sheet1' },
  sampleOutput: GIVEN,
  effects: { reads: true },
  http: {
    method: 'GET',
    path: `${BOOK}/worksheets/{worksheet}/usedRange(valuesOnly=true)`,
    query: { $select: 'address,values' },
  },
});

export const updateRange = defineHttpAction({
  title: 'Write a range',
  description: 'Writes cells over those of a range of the same size.',
  tags: ['set', 'values', 'cells'],
  docsUrl: `${DOCS}/range-update`,
  input: z.strictObject({
    ...place,
    values: z.array(z.array(cell)).min(1).meta({
      title: 'Rows',
      description: 'A list of rows; each is a list of cells. null leaves a cell as it is.',
      'x-order': 5,
    }),
  }),
  output: range,
  sample: { ...SAMPLE, values: GIVEN.values },
  sampleOutput: GIVEN,
  effects: { reads: false, idempotent: true },
  http: { method: 'PATCH', path: RANGE },
});

export const clearRange = defineHttpAction({
  title: 'Clear a range',
  description: 'Empties cells, with or without their format.',
  tags: ['delete', 'values', 'cells'],
  docsUrl: `${DOCS}/range-clear`,
  input: z.strictObject({
    ...place,
    applyTo: z
      .enum(['Contents', 'Formats', 'All'])
      .default('Contents')
      .meta({ title: 'Clear', 'x-enumTitles': ['Contents', 'Formats', 'Both'], 'x-order': 5 }),
  }),
  sample: SAMPLE,
  effects: { reads: false, destructive: true, idempotent: true },
  http: { method: 'POST', path: `${RANGE}/clear` },
});
