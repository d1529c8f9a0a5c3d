import { z } from 'zod';

const TABLE = {
  title: 'Table',
  'x-options': 'tables',
  'x-dependsOn': ['baseId'],
  'x-placeholder': 'tbl…',
  'x-order': 2,
};

/** Which table; part of every action on records. */
export const table = {
  baseId: z.string().min(1).meta({
    title: 'Base',
    'x-options': 'bases',
    'x-placeholder': 'app…',
    'x-order': 1,
  }),
  tableId: z
    .string()
    .min(1)
    .meta({ ...TABLE, description: 'Its id or name; an id survives renaming.' }),
};

/** Where a name is not taken. */
export const tableById = z.string().regex(/^tbl/, 'must be the id of a table: tbl…').meta(TABLE);

export const recordId = z.string().min(1).meta({
  title: 'Record',
  'x-placeholder': 'rec…',
  'x-order': 3,
});

export const fields = z.record(z.string(), z.any()).meta({
  title: 'Fields',
  description: 'By name or id: { "Name": "Order 1042", "Total": 288 }.',
  'x-keyOptions': 'fields',
  'x-dependsOn': ['baseId', 'tableId'],
  'x-order': 4,
});

export const typecast = z.boolean().default(false).meta({
  title: 'Let Airtable convert texts',
  description: 'Texts become dates, numbers and links, and new choices are added.',
  'x-order': 5,
});

/** A record; empty fields are not in it. */
export const record = z.looseObject({
  id: z.string().meta({ title: 'Record' }),
  createdTime: z.string().optional(),
  fields: z.record(z.string(), z.any()),
});

export const SAMPLE_TABLE = { baseId: 'appZ1Y2X3W4V5U6T7', tableId: 'tblA1B2C3D4E5F6G7' };
export const SAMPLE_RECORD = {
  id: 'recH1I2J3K4L5M6N7',
  createdTime: '2026-01-05T09:00:00.000Z',
  fields: { Name: 'Order 1042', Total: 288, Status: 'Open' },
};

/** Where records live; `{tableId}` may be a name. */
export const RECORDS = '/v0/{baseId}/{tableId}';

/** Lists go on from a mark that lasts a few minutes. */
export const pages = {
  by: 'cursor',
  items: 'records',
  next: 'offset',
  param: 'offset',
  size: { param: 'pageSize', most: 100 },
} as const;
