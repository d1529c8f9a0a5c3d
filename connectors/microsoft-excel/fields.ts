import { z } from 'zod';

export const BOOK = '/drives/{driveId}/items/{itemId}/workbook';
export const DOCS = 'https://learn.microsoft.com/en-us/graph/api';

export const driveId = z.string().min(1).meta({
  title: 'Drive',
  description: 'The OneDrive, or the document library of a SharePoint site.',
  'x-options': 'drives',
  'x-order': 1,
});

export const itemId = z
  .string()
  .min(1)
  .meta({
    title: 'Workbook',
    description: 'A file of the type .xlsx.',
    'x-options': 'workbooks',
    'x-dependsOn': ['driveId'],
    'x-order': 2,
  });

export const table = z
  .string()
  .min(1)
  .meta({
    title: 'Table',
    description: 'Its name, as the table design of Excel shows it.',
    'x-options': 'tables',
    'x-dependsOn': ['driveId', 'itemId'],
    'x-order': 3,
  });

export const worksheet = z
  .string()
  .min(1)
  .meta({
    title: 'Worksheet',
    'x-options': 'worksheets',
    'x-dependsOn': ['driveId', 'itemId'],
    'x-order': 3,
  });

/** A cell that is written: empty text empties it, null leaves it as it is. */
export const cell = z.union([z.string(), z.number(), z.boolean(), z.null()]);

export const values = z.record(z.string(), cell).meta({
  title: 'Cells',
  description: 'Column by its name, and what to write there.',
  'x-keyOptions': 'columns',
  'x-dependsOn': ['driveId', 'itemId', 'table'],
  'x-order': 5,
});

export const index = z.number().int().min(0).meta({
  title: 'Row',
  description: 'Its index from 0, as "Find rows" gives it.',
  'x-order': 4,
});

/** A row as actions and the trigger give it. */
export const row = z.object({
  index: z.number().int().meta({ title: 'Row' }),
  values: z.record(z.string(), z.any()).meta({ title: 'Cells by column' }),
});

/** What Graph says of a row it wrote. */
export const written = z.looseObject({
  index: z.number().optional(),
  values: z.array(z.array(z.any())).optional(),
});

export const SAMPLE_BOOK = {
  driveId: 'b!-RIj2DuyvEyV1T4NlOaMHk8XkS_I8MdFlUCq1BlcjgmhRfAj3-Z8RY2VpuvV_tpd',
  itemId: '01BYE5RZ6QN3ZWBTUFOFD3GSPGOHDJD36K',
};
export const SAMPLE_TABLE = { ...SAMPLE_BOOK, table: 'Orders' };
