import { z } from 'zod';

import { type ActionContext, type HttpFacts, invalidInput, sendHttp, sendPages } from '#sdk';

import { BOOK, row } from './fields.ts';

const TABLE = `${BOOK}/tables/{table}`;
const MOST = 10_000;

/** Which table is meant. */
export interface Place {
  driveId: string;
  itemId: string;
  table: string;
}
interface Call {
  ctx: ActionContext;
  facts: HttpFacts;
}

/** The names of the columns of a table, in their order. */
export async function readColumns(place: Place, { ctx, facts }: Call): Promise<string[]> {
  const found = await sendHttp(
    facts,
    { method: 'GET', path: `${TABLE}/columns`, query: { $select: 'name' }, result: 'value' },
    { ...ctx, input: bare(place) },
  );
  return z
    .array(z.looseObject({ name: z.string() }))
    .parse(found)
    .map(({ name }) => name);
}

/** All rows of a table by column name. */
export async function readRows(place: Place, { ctx, facts }: Call): Promise<z.infer<typeof row>[]> {
  const columns = await readColumns(place, { ctx, facts });
  const lines = await sendPages(
    facts,
    {
      http: { method: 'GET', path: `${TABLE}/rows` },
      paginate: {
        by: 'offset',
        items: 'value',
        param: '$skip',
        size: { param: '$top', most: 1000 },
      },
      most: MOST,
    },
    { ...ctx, input: bare(place) },
  );
  const schema = z.array(z.looseObject({ index: z.number(), values: z.array(z.array(z.any())) }));
  return schema.parse(lines).map(({ index, values: [cells = []] }) => ({
    index,
    values: Object.fromEntries(columns.map((name, at) => [name, cells[at] ?? ''])),
  }));
}

/** The cells of a record in the order of the columns; null where it says nothing. */
export function cellsOf(columns: string[], record: Record<string, unknown>): unknown[] {
  const unknown = Object.keys(record).find((name) => !columns.includes(name));
  if (unknown === undefined) return columns.map((name) => record[name] ?? null);
  throw invalidInput(`The table has no column "${unknown}".`, {
    hint: `Its columns are: ${columns.join(', ')}.`,
    field: 'values',
  });
}

function bare({ driveId, itemId, table }: Place): Place {
  return { driveId, itemId, table };
}
