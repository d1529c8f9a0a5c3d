import { z } from 'zod';

/** The bucket of an action. */
export const bucketField = z
  .string()
  .regex(/^[A-Za-z0-9][A-Za-z0-9._-]{1,62}$/, 'is not the name of a bucket')
  .meta({ title: 'Bucket', 'x-options': 'buckets', 'x-order': 1 });

/** The key of an object. */
export const keyField = z.string().min(1).max(1024).meta({
  title: 'Key',
  'x-placeholder': '2026/11.csv',
  'x-order': 2,
});

/** An object without its content. */
export const objectOutput = z.object({
  key: z.string().meta({ title: 'Key' }),
  size: z.number().int().meta({ title: 'Bytes' }),
  modified: z.string().meta({ title: 'Modified' }),
  etag: z.string().meta({ title: 'ETag' }),
});

/** An object for previews. */
export const sampleObject = {
  key: '2026/11.csv',
  size: 2048,
  modified: '2026-11-24T10:00:00.000Z',
  etag: '9b2cf535f27731c974343645a3985328',
};
