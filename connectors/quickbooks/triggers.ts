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
    const select = async (rest: string, most: number): Promise<z.infer<typeof changed>[]> =>
      z.array(changed).parse(await selectAll(manifest, ctx, { from, rest, most }));
    const newest = cursor ? [] : await select(`ORDERBY ${field} DESC`, 1);
    // The first look, which starts nothing, marks what lies in the newest record's second: another
    // one may yet come in it.
    const since = cursor ?? whole(newest[0] ? Date.parse(timeOf(newest[0])) : 0);
    const found = await select(`WHERE ${field} >= '${since}' ORDERBY ${field} ASC`, 1000);
    const last = found.at(-1);
    const items = found.map((one) => ({ ...one, change: `${one.Id} ${one.SyncToken ?? ''}` }));
    return { items, cursor: last ? whole(Date.parse(timeOf(last))) : since };
  },
});

function whole(ms: number): string {
  return new Date(ms).toISOString().replace(/\.\d+Z$/, 'Z');
}
