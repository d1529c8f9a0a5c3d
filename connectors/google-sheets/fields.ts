import { z } from 'zod';

export const spreadsheetId = z.string().min(1).meta({
  title: 'Spreadsheet',
  description: 'Its id, as in its address between /d/ and /edit.',
  'x-options': 'spreadsheets',
  'x-order': 1,
});

export const sheet = z
  .string()
  .min(1)
  .meta({
    title: 'Sheet',
    description: 'Name of the tab.',
    'x-options': 'sheets',
    'x-dependsOn': ['spreadsheetId'],
    'x-order': 2,
  });

export const range = z.string().min(1).meta({
  title: 'Range',
  description: 'Cells in A1 notation, with the sheet before the exclamation mark.',
  'x-placeholder': 'Orders!A2:D20',
  'x-order': 2,
});

/** A cell that is written: empty text empties it, null leaves it as it is. */
const cell = z.union([z.string(), z.number(), z.boolean(), z.null()]);

export const values = z.array(z.array(cell)).min(1).meta({
  title: 'Rows',
  description: 'A list of rows; each is a list of cells. null leaves a cell as it is.',
  'x-order': 3,
});

export const record = z.record(z.string(), cell).meta({
  title: 'Cells',
  description: 'Column by its name in the first row, and what to write there.',
  'x-keyOptions': 'columns',
  'x-dependsOn': ['spreadsheetId', 'sheet'],
  'x-order': 4,
});

export const valueInputOption = z
  .enum(['USER_ENTERED', 'RAW'])
  .default('USER_ENTERED')
  .meta({
    title: 'Write values',
    description: 'As typed, "=A1+1" is a formula and "1 Jan" a date.',
    'x-enumTitles': ['As if typed in', 'As they are'],
    'x-advanced': true,
  });

export const valueRenderOption = z
  .enum(['FORMATTED_VALUE', 'UNFORMATTED_VALUE', 'FORMULA'])
  .default('UNFORMATTED_VALUE')
  .meta({
    title: 'Read values',
    'x-enumTitles': ['As shown, all text', 'As numbers and texts', 'As formulas'],
    'x-advanced': true,
  });

export const dateTimeRenderOption = z
  .enum(['FORMATTED_STRING', 'SERIAL_NUMBER'])
  .default('FORMATTED_STRING')
  .meta({
    title: 'Read dates',
    'x-enumTitles': ['As text', 'As a number of days since 30 December 1899'],
    'x-advanced': true,
  });

/** A row as actions and the trigger give it. */
export const row = z.object({
  row: z.number().int().meta({ title: 'Row', description: 'Its number in the sheet.' }),
  values: z.record(z.string(), z.any()).meta({ title: 'Cells by column' }),
});

/** What an update says of itself. */
export const updated = z.looseObject({
  spreadsheetId: z.string(),
  updatedRange: z.string().optional(),
  updatedRows: z.number().optional(),
  updatedColumns: z.number().optional(),
  updatedCells: z.number().optional(),
});

export const SPREADSHEET = '1mHIWnDvW9cALRMq9OdNfRwjAthCUFUOACPp0Lkyl7b4';
export const UPDATED = {
  spreadsheetId: SPREADSHEET,
  updatedRange: 'Orders!A3:C3',
  updatedRows: 1,
  updatedColumns: 3,
  updatedCells: 3,
};
