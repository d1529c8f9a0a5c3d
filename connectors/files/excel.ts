import type readWorkbook from 'read-excel-file/node';
import type { Cell, Row } from 'write-excel-file/node';
import { z } from 'zod';

import { bytesOf, defineAction, fileInput, fileOf, fileOutput, invalidInput } from '#sdk';

import { cellsOf, readFields, tableOf, tableOutput, writeFields } from './table.ts';
import { notAWorkbook, safeWorkbook } from './unpack-workbook.ts';

/** Reads a sheet of a workbook. */
export const readExcel = defineAction({
  title: 'Read an Excel file',
  description: 'Gives the rows of one sheet of a workbook (.xlsx).',
  tags: ['excel', 'xlsx', 'spreadsheet', 'workbook', 'table', 'parse', 'import'],
  input: z.strictObject({
    file: fileInput.meta({ 'x-order': 1 }),
    sheet: z.string().optional().meta({
      title: 'Sheet',
      description: 'Its name. Default: the first.',
      'x-order': 2,
    }),
    ...readFields,
  }),
  output: z.object({
    sheet: z.string().meta({ title: 'Sheet' }),
    sheets: z.array(z.string()).meta({ title: 'All sheets' }),
    ...tableOutput,
  }),
  sample: {
    file: { name: 'people.xlsx', base64: 'UEsFBgAAAAAAAAAAAAAAAAAAAAAAAA==' },
  },
  sampleOutput: {
    sheet: 'People',
    sheets: ['People'],
    columns: ['name', 'born'],
    rows: [{ name: 'Ann', born: '1990-05-01T00:00:00.000Z' }],
    count: 1,
    truncated: false,
  },
  effects: { reads: true },
  run: async ({ input }) => {
    const sheets = await readSheets(safeWorkbook(bytesOf(input.file)));
    const names = sheets.map(({ sheet }) => sheet);
    const asked = input.sheet || names[0];
    const found = sheets.find(({ sheet }) => sheet === asked);
    if (!found) throw noSheet(asked, names);
    return { sheet: found.sheet, sheets: names, ...tableOf(found.data.map(asJson), input) };
  },
});

/** Writes a workbook of one sheet. */
export const writeExcel = defineAction({
  title: 'Write an Excel file',
  description: 'Makes a workbook (.xlsx) with one sheet of rows.',
  tags: ['excel', 'xlsx', 'spreadsheet', 'workbook', 'export'],
  input: z.strictObject({
    ...writeFields,
    name: z.string().min(1).default('table.xlsx').meta({ title: 'Name', 'x-order': 3 }),
    sheet: z
      .string()
      .min(1)
      .max(31)
      .regex(/^[^\\/?*[\]:]+$/, 'must not hold \\ / ? * [ ] :')
      .default('Sheet1')
      .meta({ title: 'Sheet', 'x-order': 4 }),
  }),
  output: fileOutput,
  sample: { rows: [{ name: 'Ann', age: 36 }] },
  effects: { reads: true },
  run: async ({ input }) => {
    const { rows, columns, name, sheet } = input;
    const [heading, ...body] = cellsOf(rows, columns);
    const bold = columnsAreNamed(rows, columns);
    const first = (heading ?? []).map((cell) => toCell(cell, bold));
    const data: Row[] = [first, ...body.map((row) => row.map((cell) => toCell(cell)))];
    const { default: writeWorkbook } = await import('write-excel-file/node');
    const bytes = await writeWorkbook(data, { sheet }).toBuffer();
    return fileOf(name, bytes);
  },
});

async function readSheets(workbook: Buffer): ReturnType<typeof readWorkbook> {
  const { default: read } = await import('read-excel-file/node');
  try {
    return await read(workbook);
  } catch {
    throw notAWorkbook();
  }
}

function noSheet(asked: string | undefined, names: string[]): Error {
  const hint = `Its sheets are: ${names.join(', ') || 'none'}.`;
  return invalidInput(`The workbook has no sheet "${asked ?? ''}".`, { hint, field: 'sheet' });
}

function asJson(row: unknown[]): unknown[] {
  return row.map((cell) => (cell instanceof Date ? cell.toISOString() : cell));
}

function columnsAreNamed(rows: unknown[], columns: string[] | undefined): boolean {
  return (columns?.length ?? 0) > 0 || !Array.isArray(rows[0]);
}

function toCell(value: unknown, bold = false): Cell {
  if (value === null || value === undefined) return null;
  if (typeof value === 'number' && Number.isFinite(value)) return { value, type: Number };
  if (typeof value === 'boolean') return { value, type: Boolean };
  const text = typeof value === 'string' ? value : JSON.stringify(value);
  return { value: text, type: String, ...(bold && { fontWeight: 'bold' }) };
}
