import { createHash } from 'node:crypto';

import { z } from 'zod';

import { definePollTrigger } from '#sdk';

import { driveId, itemId, row, table } from './fields.ts';
import { readRows } from './table.ts';

/** Rows that stand behind those of the last look. */
export const rowAdded = definePollTrigger({
  title: 'New row',
  description: 'Starts for each row that is added at the end of a table.',
  tags: ['added', 'appended', 'form response'],
  everyS: 120,
  input: z.strictObject({ driveId, itemId, table }),
  payload: row.extend({ id: z.string() }),
  sample: { id: '1-5f0c8a1b', index: 1, values: { Order: 1043, Customer: 'Bo', Total: 12 } },
  key: 'id',
  order: 'asc',
  poll: async (ctx, { cursor, manifest: facts }) => {
    const rows = await readRows(ctx.input, { ctx, facts });
    const seen = cursor === undefined ? rows.length : Number(cursor);
    const items = rows.slice(seen).map((one) => ({ id: idOf(one), ...one }));
    return { items, cursor: String(rows.length) };
  },
});

// An index alone comes again when rows are deleted and others are added.
function idOf({ index, values }: z.infer<typeof row>): string {
  const hash = createHash('sha256').update(JSON.stringify(values)).digest('hex');
  return `${index}-${hash.slice(0, 8)}`;
}
