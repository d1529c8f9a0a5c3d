import { z } from 'zod';

import { defineAction } from '#sdk';

import { mongoConfig } from './config.ts';
import { collection, documentOutput, filter, limit, SAMPLE_DOCUMENT } from './fields.ts';
import { fromJson, toJson } from './values.ts';
import { withMongo } from './with-mongo.ts';

const tags = ['read', 'query', 'database', 'nosql'];
const direction = z.union([z.literal(1), z.literal(-1)]);

/** Finds documents. */
export const find = defineAction({
  title: 'Find documents',
  description: 'Gives the documents that a filter finds.',
  tags: [...tags, 'search', 'list'],
  input: z.strictObject({
    collection,
    filter,
    sort: z.record(z.string(), direction).optional().meta({
      title: 'Sort',
      description: 'Field, and 1 for rising or -1 for falling.',
      'x-order': 3,
    }),
    fields: z.array(z.string()).optional().meta({
      title: 'Only the fields',
      'x-advanced': true,
      'x-order': 4,
    }),
    skip: z.number().int().min(0).default(0).meta({
      title: 'Leave out the first',
      'x-advanced': true,
      'x-order': 7,
    }),
    limit,
  }),
  output: z.array(documentOutput),
  sample: { collection: 'customers', filter: { country: 'CH' }, sort: { _id: -1 } },
  sampleOutput: [SAMPLE_DOCUMENT],
  effects: { reads: true },
  config: mongoConfig,
  run: async (ctx) => {
    const { input, config } = ctx;
    const query = await fromJson(input.filter, 'filter');
    const projection = input.fields && Object.fromEntries(input.fields.map((name) => [name, 1]));
    return withMongo(ctx, async (database) => {
      const { sort, skip } = input;
      const maxTimeMS = config.timeLimitSeconds * 1000;
      const options = { projection, sort, skip, limit: input.limit, maxTimeMS };
      return toJson(await database.collection(input.collection).find(query, options).toArray());
    });
  },
});

/** Runs an aggregation. */
export const aggregate = defineAction({
  title: 'Aggregate',
  description: 'Runs a pipeline and gives what comes out of it.',
  tags: [...tags, 'group', 'join', 'pipeline', 'report'],
  input: z.strictObject({
    collection,
    pipeline: z.array(documentOutput).meta({
      title: 'Pipeline',
      description: 'The stages, in order.',
      'x-order': 2,
    }),
    limit,
  }),
  output: z.array(documentOutput),
  sample: {
    collection: 'orders',
    pipeline: [{ $group: { _id: '$country', total: { $sum: '$amount' } } }],
  },
  sampleOutput: [{ _id: 'CH', total: 1042 }],
  // A stage such as $out or $merge writes.
  effects: {
    reads: false,
    destructiveWhen: [{ field: 'pipeline', words: ['$out', '$merge'] }],
  },
  config: mongoConfig,
  run: async (ctx) => {
    const { input, config } = ctx;
    const stages = await Promise.all(input.pipeline.map((stage) => fromJson(stage, 'pipeline')));
    return withMongo(ctx, async (database) => {
      const maxTimeMS = config.timeLimitSeconds * 1000;
      const cursor = database.collection(input.collection).aggregate(stages, { maxTimeMS });
      const found: object[] = [];
      for await (const one of cursor) {
        found.push(one);
        if (found.length >= input.limit) break;
      }
      return toJson(found);
    });
  },
});
