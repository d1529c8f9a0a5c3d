import { createHash } from 'node:crypto';

import { z } from 'zod';

import { definePollTrigger } from '#sdk';

import { row, sheet, spreadsheetId } from './fields.ts';
import { readTable } from './table.ts';

/** Rows that stand below those of the last look. */
export const rowAdded = definePollTrigger({
  title: 'New row',
  description: 'Starts for each row that is added at the end of a sheet.',
  tags: ['added', 'appended', 'form response'],
  everyS: 120,
  input: z.strictObject({ spreadsheetId, sheet }),
  payload: row.extend({ id: z.string() }),
  sample: {
    id: '3-5f0c8a1b',
    row: 3,
    values: { Order: '1043', Customer: 'Bo', Total: 12 },
  },
  key: 'id',
  order: 'asc',
  poll: async (ctx, { cursor, manifest: facts }) => {
    const { rows } = await readTable(ctx.input, { ctx, facts });
    const last = rows.at(-1)?.row ?? 1;
    const seen = cursor === undefined ? last : Number(cursor);
    const items = rows.filter((one) => one.row > seen).map((one) => ({ id: idOf(one), ...one }));
    return { items, cursor: String(last) };
  },
});

// A row number alone comes again when rows are deleted and others are added.
function idOf({ row: number, values }: z.infer<typeof row>): string {
  const hash = createHash('sha256').update(JSON.stringify(values)).digest('hex');
  return `${number}-${hash.slice(0, 8)}`;
}
