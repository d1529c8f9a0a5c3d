import { type ActionContext, type HttpFacts, invalidInput, sendHttp, textOf } from '#sdk';

/** A sheet whose first row names its columns. */
export interface Table {
  columns: string[];
  /** The rows below the first, each with its number in the sheet. */
  rows: { row: number; values: Record<string, unknown> }[];
}

/** Which sheet is meant. */
export interface Place {
  spreadsheetId: string;
  sheet: string;
}

const VALUES = '/v4/spreadsheets/{spreadsheetId}/values/{range}';

/** The whole sheet as rows by column name; rows that are all empty are left out. */
export async function readTable(
  { spreadsheetId, sheet }: Place,
  { ctx, facts }: { ctx: ActionContext; facts: HttpFacts },
): Promise<Table> {
  const query = {
    valueRenderOption: 'UNFORMATTED_VALUE',
    dateTimeRenderOption: 'FORMATTED_STRING',
  };
  const input = { spreadsheetId, range: quoted(sheet) };
  const found = await sendHttp(
    facts,
    { method: 'GET', path: VALUES, query, result: 'values' },
    { ...ctx, input },
  );
  const [header = [], ...lines] = (found ?? []) as unknown[][];
  const columns = columnsOf(header);
  const rows = lines.map((cells, at) => ({ row: at + 2, values: recordOf(columns, cells) }));
  return { columns, rows: rows.filter((_, at) => lines[at]?.some((cell) => cell !== '')) };
}

/** The names in the first row of a sheet; an unnamed column goes by its letter. */
export async function readColumns(
  { spreadsheetId, sheet }: Place,
  { ctx, facts }: { ctx: ActionContext; facts: HttpFacts },
): Promise<string[]> {
  const input = { spreadsheetId, range: `${quoted(sheet)}!1:1` };
  const found = await sendHttp(
    facts,
    { method: 'GET', path: VALUES, result: 'values.0' },
    { ...ctx, input },
  );
  return columnsOf((found ?? []) as unknown[]);
}

/** The cells of a record in the order of the columns; null where it says nothing. */
export function cellsOf(columns: string[], record: Record<string, unknown>): unknown[] {
  const unknown = Object.keys(record).find((name) => !columns.includes(name));
  if (unknown === undefined) return columns.map((name) => record[name] ?? null);
  throw invalidInput(`The sheet has no column "${unknown}".`, {
    hint: `Its first row names: ${columns.join(', ') || 'nothing yet. Write the names there first'}.`,
    field: 'values',
  });
}

/** The name of a sheet as it stands in a range. */
export function quoted(sheet: string): string {
  return `'${sheet.replaceAll("'", "''")}'`;
}

/** `A` for 0, `AA` for 26. */
export function columnLetter(at: number): string {
  const last = String.fromCharCode(65 + (at % 26));
  return at < 26 ? last : columnLetter(Math.floor(at / 26) - 1) + last;
}

function columnsOf(header: unknown[]): string[] {
  return header.map((name, at) => textOf(name ?? '').trim() || columnLetter(at));
}

function recordOf(columns: string[], cells: unknown[]): Record<string, unknown> {
  const width = Math.max(columns.length, cells.length);
  const names = Array.from({ length: width }, (_, at) => columns[at] ?? columnLetter(at));
  return Object.fromEntries(names.map((name, at) => [name, cells[at] ?? '']));
}
