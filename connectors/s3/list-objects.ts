import { z } from 'zod';

import {
  defineAction,
  definePollTrigger,
  newFiles,
  type OptionSource,
  parseWith,
  valueAt,
} from '#sdk';

import { s3Config } from './config.ts';
import { bucketField, objectOutput, sampleObject } from './fields.ts';
import { type S3Context, sendForXml } from './send.ts';

type Listed = z.output<typeof objectOutput>;
const PAGE = 1000;
const MOST_WATCHED = 5001;

const prefix = z.string().optional().meta({
  title: 'Keys that begin with',
  'x-placeholder': '2026/',
  'x-order': 2,
});

/** Lists the objects of a bucket. */
export const listObjects = defineAction({
  title: 'List objects',
  description: 'Gives the objects of a bucket, by key.',
  tags: ['s3', 'file', 'bucket', 'storage'],
  input: z.strictObject({
    bucket: bucketField,
    prefix,
    delimiter: z.string().optional().meta({
      title: 'Group by',
      description: 'With / what lies deeper is given as folders.',
      'x-advanced': true,
      'x-order': 3,
    }),
    maxItems: z.number().int().min(1).max(10_000).default(1000).meta({
      title: 'Objects at most',
      'x-advanced': true,
      'x-order': 4,
    }),
  }),
  output: z.object({
    objects: z.array(objectOutput).meta({ title: 'Objects' }),
    folders: z.array(z.string()).meta({ title: 'Folders' }),
    truncated: z.boolean().meta({ title: 'There are more' }),
  }),
  sample: { bucket: 'reports', prefix: '2026/' },
  sampleOutput: { objects: [sampleObject], folders: [], truncated: false },
  effects: { reads: true },
  config: s3Config,
  run: (ctx) => listAll(ctx, ctx.input),
});

/** The buckets, for a field to choose from. */
export const buckets: OptionSource = async (ctx) => {
  const config = parseWith(s3Config, ctx.config);
  const answer = await sendForXml({ ...ctx, config }, {});
  const found = valueAt(answer, 'ListAllMyBucketsResult.Buckets.Bucket');
  const list = Array.isArray(found) ? (found as { Name: string }[]) : [];
  return list.map(({ Name }) => ({ value: Name, label: Name }));
};

/** Starts a flow for each object that appears. */
export const newObject = definePollTrigger({
  title: 'New object in a bucket',
  description: 'Starts for each object that appears or is written anew.',
  tags: ['s3', 'file', 'upload', 'watch'],
  input: z.strictObject({ bucket: bucketField, prefix }),
  payload: objectOutput.extend({ id: z.string() }),
  sample: { ...sampleObject, id: `${sampleObject.key} ${sampleObject.etag}` },
  everyS: 60,
  key: 'id',
  poll: async (ctx, { cursor }) => {
    const config = parseWith(s3Config, ctx.config);
    const asked = { ...ctx.input, maxItems: MOST_WATCHED };
    const { objects } = await listAll({ ...ctx, config }, asked);
    const found = objects.map((one) => ({ ...one, path: one.key, stamp: one.etag }));
    const fresh = newFiles(found, cursor, { changes: true });
    const oldestFirst = fresh.items.toSorted((a, b) => a.modified.localeCompare(b.modified));
    const items = oldestFirst.map(({ path: _path, stamp, ...one }) => {
      return { ...one, id: `${one.key} ${stamp}` };
    });
    return { items, cursor: fresh.cursor };
  },
});

async function listAll(
  ctx: S3Context,
  asked: { bucket: string; prefix?: string; delimiter?: string; maxItems: number },
): Promise<{ objects: Listed[]; folders: string[]; truncated: boolean }> {
  const { bucket, prefix: start, delimiter, maxItems } = asked;
  const objects: Listed[] = [];
  const folders: string[] = [];
  let token: unknown;
  do {
    const left = maxItems - objects.length - folders.length;
    const query = {
      'list-type': 2,
      prefix: start,
      delimiter,
      'max-keys': Math.min(PAGE, left),
      'continuation-token': token,
    };
    const { ListBucketResult: page } = await sendForXml(ctx, { bucket }, { query });
    objects.push(...listOf(page, 'Contents').map(objectOf));
    folders.push(...listOf(page, 'CommonPrefixes').map(({ Prefix = '' }) => Prefix));
    token = valueAt(page, 'NextContinuationToken');
  } while (token && objects.length + folders.length < maxItems);
  return { objects, folders, truncated: Boolean(token) };
}

function listOf(page: unknown, name: string): Record<string, string>[] {
  const found = valueAt(page, name);
  return Array.isArray(found) ? (found as Record<string, string>[]) : [];
}

function objectOf({
  Key = '',
  Size,
  LastModified = '',
  ETag = '',
}: Record<string, string>): Listed {
  const etag = ETag.replaceAll(/"|&quot;/g, '');
  return { key: Key, size: Number(Size), modified: LastModified, etag };
}
