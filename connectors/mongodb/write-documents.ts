import type { AnyBulkWriteOperation } from 'mongodb';
import { z } from 'zod';

import { defineAction, invalidInput } from '#sdk';

import { mongoConfig } from './config.ts';
import {
  allDocuments,
  checkFilter,
  collection,
  type Document,
  documents,
  filter,
} from './fields.ts';
import { fromJson, toJson } from './values.ts';
import { withMongo } from './with-mongo.ts';

const tags = ['write', 'database', 'nosql'];

/** Inserts documents. */
export const insert = defineAction({
  title: 'Insert documents',
  description: 'Adds one document or many.',
  tags: ['create', 'add', ...tags],
  input: z.strictObject({ collection, documents }),
  output: z.object({ count: z.number().int(), ids: z.array(z.any()) }),
  sample: { collection: 'customers', documents: { email: 'ada@example.com' } },
  sampleOutput: { count: 1, ids: [{ $oid: '65f2c8a1e4b0a1b2c3d4e5f6' }] },
  effects: { reads: false },
  config: mongoConfig,
  run: async (ctx) => {
    const { input } = ctx;
    const list = await Promise.all(
      [input.documents].flat().map((one) => fromJson(one, 'documents')),
    );
    return withMongo(ctx, async (database) => {
      const result = await database.collection(input.collection).insertMany(list);
      return { count: result.insertedCount, ids: await toJson(Object.values(result.insertedIds)) };
    });
  },
});

/** Inserts documents, or updates the ones that exist. */
export const upsert = defineAction({
  title: 'Insert or update documents',
  description: 'Adds documents, and sets the fields of those whose key exists. Safe to run twice.',
  tags: ['upsert', 'merge', 'sync', ...tags],
  input: z.strictObject({
    collection,
    documents,
    keys: z.array(z.string().min(1)).min(1).meta({
      title: 'Key fields',
      description: 'Fields that say whether a document exists; an index on them makes it fast.',
      'x-order': 3,
    }),
  }),
  output: z.object({ inserted: z.number().int(), matched: z.number().int() }),
  sample: {
    collection: 'customers',
    documents: [{ email: 'ada@example.com', name: 'Ada' }],
    keys: ['email'],
  },
  sampleOutput: { inserted: 0, matched: 1 },
  effects: { reads: false, idempotent: true },
  config: mongoConfig,
  run: async (ctx) => {
    const { input } = ctx;
    const list = await Promise.all(
      [input.documents].flat().map((one) => fromJson(one, 'documents')),
    );
    const writes = list.map((one) => upsertOf(one, input.keys));
    return withMongo(ctx, async (database) => {
      const result = await database.collection(input.collection).bulkWrite(writes);
      return { inserted: result.upsertedCount, matched: result.matchedCount };
    });
  },
});

/** Changes documents. */
export const update = defineAction({
  title: 'Update documents',
  description: 'Changes the documents that a filter finds.',
  tags: ['change', 'edit', 'set', ...tags],
  input: z.strictObject({
    collection,
    filter,
    update: filter.meta({
      title: 'Update',
      description: 'Operators as in MongoDB, such as { "$set": { "name": "Ada" } }.',
      'x-order': 3,
    }),
    allDocuments,
  }),
  output: z.object({ matched: z.number().int(), changed: z.number().int() }),
  sample: {
    collection: 'customers',
    filter: { email: 'ada@example.com' },
    update: { $set: { name: 'Ada L.' } },
  },
  sampleOutput: { matched: 1, changed: 1 },
  effects: { reads: false, destructive: true },
  config: mongoConfig,
  run: async (ctx) => {
    const { input } = ctx;
    checkFilter(input);
    checkOperators(input.update);
    const query = await fromJson(input.filter, 'filter');
    const change = await fromJson(input.update, 'update');
    return withMongo(ctx, async (database) => {
      const result = await database.collection(input.collection).updateMany(query, change);
      return { matched: result.matchedCount, changed: result.modifiedCount };
    });
  },
});

/** Deletes documents. */
export const deleteDocuments = defineAction({
  title: 'Delete documents',
  description: 'Deletes the documents that a filter finds.',
  tags: ['remove', 'erase', ...tags],
  input: z.strictObject({ collection, filter, allDocuments }),
  output: z.object({ count: z.number().int() }),
  sample: { collection: 'customers', filter: { email: 'ada@example.com' } },
  sampleOutput: { count: 1 },
  effects: { reads: false, destructive: true, idempotent: true },
  config: mongoConfig,
  run: async (ctx) => {
    const { input } = ctx;
    checkFilter(input);
    const query = await fromJson(input.filter, 'filter');
    return withMongo(ctx, async (database) => {
      const result = await database.collection(input.collection).deleteMany(query);
      return { count: result.deletedCount };
    });
  },
});

/** The write of one document by its keys; throws when it does not name them all. */
export function upsertOf(document: Document, keys: string[]): AnyBulkWriteOperation {
  const missing = keys.find((key) => document[key] === undefined);
  if (missing !== undefined) {
    throw invalidInput(`A document does not have the key field "${missing}".`, {
      hint: 'Give every document a value for each of the key fields.',
      field: 'documents',
    });
  }
  // `$eq`, so that a value is never taken for an operator.
  const by = Object.fromEntries(keys.map((key) => [key, { $eq: document[key] as unknown }]));
  const rest = Object.entries(document).filter(([name]) => !keys.includes(name));
  const change = rest.length > 0 ? { $set: Object.fromEntries(rest) } : { $setOnInsert: {} };
  return { updateOne: { filter: by, update: change, upsert: true } };
}

function checkOperators(change: Document): void {
  const names = Object.keys(change);
  if (names.length > 0 && names.every((name) => name.startsWith('$'))) return;
  throw invalidInput('The update holds no operators.', {
    hint: 'Write { "$set": { … } } to set fields; other fields stay as they are.',
    field: 'update',
  });
}
