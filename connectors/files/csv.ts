import Papa from 'papaparse';
import { z } from 'zod';

import { defineAction, fileOf, fileOutput, invalidInput } from '#sdk';

import { encodingField, sourceFields, sourceText } from './source.ts';
import { cellsOf, readFields, tableOf, tableOutput, writeFields } from './table.ts';

const SEPARATORS = { comma: ',', semicolon: ';', tab: '\t', pipe: '|' } as const;
const MOST_ROW_CHARACTERS = 1_000_000;

/** Reads a CSV file. */
export const readCsv = defineAction({
  title: 'Read a CSV file',
  description: 'Gives the rows of a CSV file, by the names of their columns.',
  tags: ['csv', 'tsv', 'table', 'parse', 'import', 'spreadsheet'],
  input: z.strictObject({
    ...sourceFields,
    separator: z
      .enum(['auto', 'comma', 'semicolon', 'tab', 'pipe'])
      .default('auto')
      .meta({
        title: 'Separator',
        'x-enumTitles': ['Automatic', 'Comma', 'Semicolon', 'Tab', 'Vertical bar'],
        'x-order': 10,
      }),
    ...readFields,
    recognise: z.boolean().default(false).meta({
      title: 'Recognise numbers and true or false',
      description: 'Only what can be written back unchanged: 007 stays a text.',
      'x-order': 12,
    }),
    uneven: z.boolean().default(false).meta({
      title: 'Accept rows of uneven length',
      'x-advanced': true,
      'x-order': 41,
    }),
    encoding: encodingField,
  }),
  output: z.object(tableOutput),
  sample: { text: 'name,city\nAnn,Bern\nBo,Oslo\n' },
  sampleOutput: {
    columns: ['name', 'city'],
    rows: [
      { name: 'Ann', city: 'Bern' },
      { name: 'Bo', city: 'Oslo' },
    ],
    count: 2,
    truncated: false,
  },
  effects: { reads: true },
  run: async ({ input }) => {
    const text = sourceText(input, input.encoding);
    const { separator, uneven, header, maxRows, recognise } = input;
    const cells = parseCells(text, {
      delimiter: separator === 'auto' ? guessSeparator(text) : SEPARATORS[separator],
      uneven,
      most: maxRows + (header ? 2 : 1),
    });
    const first = header ? 1 : 0;
    const read = (row: string[], place: number): unknown[] =>
      recognise && place >= first ? row.map(recogniseValue) : row;
    return tableOf(cells.map(read), input);
  },
});

/** Writes a CSV file. */
export const writeCsv = defineAction({
  title: 'Write a CSV file',
  description: 'Makes a CSV file of rows.',
  tags: ['csv', 'tsv', 'table', 'export', 'spreadsheet'],
  input: z.strictObject({
    ...writeFields,
    name: z.string().min(1).default('table.csv').meta({ title: 'Name', 'x-order': 3 }),
    separator: z
      .enum(['comma', 'semicolon', 'tab', 'pipe'])
      .default('comma')
      .meta({
        title: 'Separator',
        description: 'Excel of many European countries expects a semicolon.',
        'x-enumTitles': ['Comma', 'Semicolon', 'Tab', 'Vertical bar'],
        'x-order': 4,
      }),
    header: z
      .boolean()
      .default(true)
      .meta({ title: 'With the names of the columns', 'x-order': 5 }),
    mark: z.boolean().default(false).meta({
      title: 'Mark it as UTF-8 for Excel',
      description: 'Without the mark, Excel shows letters with accents wrongly.',
      'x-order': 6,
    }),
    harmless: z.boolean().default(true).meta({
      title: 'Make formulas harmless',
      description:
        'Texts that begin with =, +, - or @ get a quote in front, so that a spreadsheet does not execute them.',
      'x-advanced': true,
      'x-order': 7,
    }),
  }),
  output: fileOutput,
  sample: { rows: [{ name: 'Ann', city: 'Bern' }] },
  sampleOutput: {
    name: 'table.csv',
    type: 'text/csv',
    size: 19,
    base64: 'bmFtZSxjaXR5CkFubixCZXJuCg==',
  },
  effects: { reads: true },
  run: async ({ input }) => {
    const { rows, columns, header, name, separator, mark, harmless } = input;
    const cells = cellsOf(rows, columns, header).map((row) =>
      row.map((value) => cellText(value, harmless)),
    );
    const text = Papa.unparse(cells, { delimiter: SEPARATORS[separator], newline: '\n' });
    return fileOf(name, Buffer.from(`${mark ? '\ufeff' : ''}${text}\n`));
  },
});

/** The rows of a text, until there are as many as wanted; throws for the first that is wrong. */
function parseCells(
  text: string,
  { delimiter, uneven, most }: { delimiter: string; uneven: boolean; most: number },
): string[][] {
  const rows: string[][] = [];
  let begins = 0;
  const line = (): number => {
    const [blank = ''] = /^[\r\n]*/.exec(text.slice(begins)) ?? [];
    return text.slice(0, begins + blank.length).split('\n').length;
  };
  Papa.parse<string[]>(text, {
    delimiter,
    skipEmptyLines: true,
    step: ({ data, errors, meta }, parser) => {
      if (errors.some(({ type }) => type === 'Quotes')) throw notCsv(line());
      if (meta.cursor - begins > MOST_ROW_CHARACTERS) throw notCsv(line());
      if (!uneven && data.length !== (rows[0] ?? data).length) throw unevenAt(line());
      rows.push(data);
      begins = meta.cursor;
      if (rows.length >= most) parser.abort();
    },
  });
  return rows;
}

function notCsv(line: number): Error {
  return invalidInput(`Line ${line} of the file is not proper CSV.`, {
    hint: 'Check the separator and the quotes: a quote inside a cell is written twice.',
    field: 'file',
    details: { line },
  });
}

function unevenAt(line: number): Error {
  return invalidInput(`Line ${line} of the file does not have as many cells as the rows before.`, {
    hint: 'Check the separator, or accept rows of uneven length.',
    field: 'file',
    details: { line },
  });
}

/** A cell as text; a spreadsheet takes one that begins so for a formula, and executes it. */
function cellText(value: unknown, harmless: boolean): string {
  if (value === null || value === undefined) return '';
  if (typeof value !== 'string') return JSON.stringify(value);
  return harmless && /^[=+\-@\t\r＝＋－＠]/.test(value) ? `'${value}` : value;
}

function guessSeparator(text: string): string {
  const [first = ''] = text
    .slice(0, 10_000)
    .replace(/"[^"]*"/g, '')
    .split(/\r?\n/, 1);
  const counted = Object.values(SEPARATORS).map(
    (mark) => [mark, first.split(mark).length] as const,
  );
  const [best] = counted.toSorted(([, a], [, b]) => b - a);
  return best?.[0] ?? ',';
}

function recogniseValue(text: string): unknown {
  if (text === 'true' || text === 'false') return text === 'true';
  return text !== '' && String(Number(text)) === text && Number.isFinite(Number(text))
    ? Number(text)
    : text;
}
