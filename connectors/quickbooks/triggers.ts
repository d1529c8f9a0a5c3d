import { z } from 'zod';

import { definePollTrigger } from '#sdk';

import { record, SAMPLE_INVOICE } from './fields.ts';
import { entity, selectAll } from './records.ts';

const changed = record.extend({
  MetaData: z.looseObject({ CreateTime: z.string(), LastUpdatedTime: z.string() }),
});
const MetaData = {
  CreateTime: '2026-11-24T09:30:00-08:00',
  LastUpdatedTime: '2026-11-24T09:30:00-08:00',
};

/** Records that were written since the last look; a version of a record counts once. */
export const recordChanged = definePollTrigger({
  title: 'New or changed record',
  description: 'Starts each time a record of a kind is created or changed.',
  tags: ['invoice', 'customer', 'payment', 'created', 'updated'],
  everyS: 300,
  input: z.strictObject({
    entity,
    only: z
      .enum(['any', 'created'])
      .default('any')
      .meta({ title: 'When it is', 'x-enumTitles': ['Created or changed', 'Created'] }),
  }),
  payload: changed.extend({ change: z.string() }),
  sample: { ...SAMPLE_INVOICE, MetaData, change: '130 0' },
  key: 'change',
  order: 'asc',
  poll: async (ctx, { cursor, manifest }) => {
    const { entity: from, only } = ctx.input;
    const field = only === 'created' ? 'MetaData.CreateTime' : 'MetaData.LastUpdatedTime';
    const timeOf = (one: z.infer<typeof changed>): string =>
      only === 'created' ? one.MetaData.CreateTime : one.MetaData.LastUpdatedTime;
    const rest = cursor
      ? `WHERE ${field} >= '${cursor}' ORDERBY ${field} ASC`
      : `ORDERBY ${field} DESC`;
    const most = cursor ? 1000 : 1;
    const found = z.array(changed).parse(await selectAll(manifest, ctx, { from, rest, most }));
    const last = found.at(-1);
    if (cursor === undefined) return { items: [], cursor: after(last && timeOf(last)) };
    const items = found.map((one) => ({ ...one, change: `${one.Id} ${one.SyncToken ?? ''}` }));
    return { items, cursor: last ? whole(Date.parse(timeOf(last))) : cursor };
  },
});

// Times are whole seconds: the next one is the first that the newest record is not in.
function after(time = '1970-01-01T00:00:00Z'): string {
  return whole(Date.parse(time) + 1000);
}

function whole(ms: number): string {
  return new Date(ms).toISOString().replace(/\.\d+Z$/, 'Z');
}
