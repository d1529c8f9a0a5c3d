import { z } from 'zod';

import {
  type ActionContext,
  definePollTrigger,
  FIRST_LOOK,
  firstWindow,
  newRows,
  type OptionSource,
  type Place,
  readRowWindow,
  type RowWindow,
  rowsToRead,
} from '#sdk';

import { collection, type Document, documentOutput, SAMPLE_DOCUMENT } from './fields.ts';
import { fromJson, textOfValue, toJson } from './values.ts';
import { mongoContext, withMongo } from './with-mongo.ts';

/** The collections of the database. */
export const collections: OptionSource = (ctx) =>
  withMongo(mongoContext(ctx), async (database) => {
    const found = await database.listCollections({}, { nameOnly: true }).toArray();
    const names = found.map(({ name }) => name).filter((name) => !name.startsWith('system.'));
    return names.toSorted().map((name) => ({ value: name, label: name }));
  });

/** New documents, by a field that only grows. */
export const newDocument = definePollTrigger({
  title: 'New document',
  description: 'Starts a run for each document that is added, by a field that grows.',
  tags: ['insert', 'added', 'changed', 'database'],
  input: z.strictObject({
    collection,
    field: z.string().min(1).default('_id').meta({
      title: 'Increasing field',
      description: 'Ids that MongoDB makes grow; a time of change finds changed documents too.',
      'x-order': 2,
    }),
  }),
  payload: z.object({ key: z.string(), row: documentOutput.meta({ title: 'Document' }) }),
  sample: { key: '65f2c8a1e4b0a1b2c3d4e5f6', row: SAMPLE_DOCUMENT },
  everyS: 60,
  key: 'key',
  poll: async (ctx, { cursor }) => {
    const window = cursor === undefined ? undefined : readRowWindow(cursor);
    const found = await look(ctx, ctx.input, window);
    if (!window) return { items: [], cursor: firstWindow(found) };
    return newRows(window, found);
  },
});

// Documents that were written late can have a lower id than ones seen before: the newest are looked
// at again, as with rows of a table.
async function look(
  ctx: ActionContext,
  { collection: name, field }: { collection: string; field: string },
  window: RowWindow | undefined,
): Promise<(Place & { row: Document })[]> {
  const after = window?.floor === undefined ? undefined : await valueOf(window.floor);
  const filter = after === undefined ? { [field]: { $ne: null } } : { [field]: { $gt: after } };
  const sort = { [field]: window ? (1 as const) : (-1 as const) };
  const limit = window ? rowsToRead(window) : FIRST_LOOK;
  const found = await withMongo(mongoContext(ctx), (database) =>
    database.collection(name).find(filter, { sort, limit }).toArray(),
  );
  return Promise.all(
    found.map(async ({ _id: id, ...rest }) => ({
      value: await textOfValue(field === '_id' ? id : rest[field]),
      key: await textOfValue(id),
      row: await toJson<Document>({ _id: id, ...rest }),
    })),
  );
}

async function valueOf(text: string): Promise<unknown> {
  const { value } = await fromJson(JSON.parse(text) as { value: unknown }, 'field');
  return value;
}
