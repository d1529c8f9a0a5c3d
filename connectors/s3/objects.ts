import { z } from 'zod';

import {
  bytesOf,
  contentType,
  defineAction,
  fileInput,
  fileOf,
  fileOutput,
  MOST_FILE_BYTES,
  nameOfPath,
} from '#sdk';

import { encodeKey } from './address.ts';
import { s3Config } from './config.ts';
import { bucketField, keyField } from './fields.ts';
import { send, sendForXml } from './send.ts';

const tags = ['s3', 'file', 'object', 'storage'];
const config = s3Config;
const place = { bucket: bucketField, key: keyField };
const samplePlace = { bucket: 'reports', key: '2026/11.csv' };
const written = z.object({ key: z.string().meta({ title: 'Key' }) });

/** Reads an object. */
export const getObject = defineAction({
  title: 'Get an object',
  description: 'Reads an object of up to 10 MB as a file.',
  tags: [...tags, 'download', 'read'],
  input: z.strictObject(place),
  output: fileOutput,
  sample: samplePlace,
  sampleOutput: { name: '11.csv', type: 'text/csv', size: 4, base64: 'YSxiCg==' },
  effects: { reads: true },
  config,
  run: async (ctx) => {
    const how = { responseType: 'binary', maxBytes: MOST_FILE_BYTES } as const;
    const { body, headers } = await send(ctx, ctx.input, how);
    const bytes = body instanceof Uint8Array ? body : Buffer.from('');
    return fileOf(nameOfPath(ctx.input.key), bytes, headers['content-type']);
  },
});

/** What is known of an object without reading it. */
export const headObject = defineAction({
  title: 'Look at an object',
  description: 'Gives size, type and own data of an object without its content.',
  tags: [...tags, 'metadata', 'head'],
  input: z.strictObject(place),
  output: z.object({
    key: z.string().meta({ title: 'Key' }),
    size: z.number().int().meta({ title: 'Bytes' }),
    type: z.string().meta({ title: 'Content type' }),
    etag: z.string().meta({ title: 'ETag' }),
    modified: z.string().meta({ title: 'Modified' }),
    metadata: z.record(z.string(), z.string()).meta({ title: 'Own data' }),
  }),
  sample: samplePlace,
  sampleOutput: {
    key: '2026/11.csv',
    size: 4,
    type: 'text/csv',
    etag: '9b2cf535f27731c974343645a3985328',
    modified: '2026-11-24T10:00:00.000Z',
    metadata: {},
  },
  effects: { reads: true },
  config,
  run: async (ctx) => {
    const { headers } = await send(ctx, ctx.input, { method: 'HEAD' });
    const own = Object.entries(headers).filter(([name]) => name.startsWith('x-amz-meta-'));
    return {
      key: ctx.input.key,
      size: Number(headers['content-length'] ?? 0),
      type: headers['content-type'] ?? '',
      etag: (headers.etag ?? '').replaceAll('"', ''),
      modified: new Date(headers['last-modified'] ?? 0).toISOString(),
      metadata: Object.fromEntries(own.map(([name, value]) => [name.slice(11), value])),
    };
  },
});

/** Writes an object. */
export const putObject = defineAction({
  title: 'Put an object',
  description: 'Writes a file as an object.',
  tags: [...tags, 'upload', 'write'],
  input: z.strictObject({
    ...place,
    file: fileInput.meta({ 'x-order': 3 }),
    overwrite: z.boolean().default(true).meta({
      title: 'Overwrite',
      description: 'Off needs a store that knows conditional writes.',
      'x-order': 4,
    }),
    metadata: z
      .record(z.string().regex(/^[\w-]+$/), z.string())
      .optional()
      .meta({ title: 'Own data', 'x-advanced': true, 'x-order': 5 }),
  }),
  output: written.extend({ etag: z.string().meta({ title: 'ETag' }) }),
  sample: { ...samplePlace, file: { name: '11.csv', base64: 'YSxiCg==' } },
  sampleOutput: { key: '2026/11.csv', etag: '9b2cf535f27731c974343645a3985328' },
  effects: { reads: false, idempotent: true },
  config,
  run: async (ctx) => {
    const { key, file, overwrite, metadata = {} } = ctx.input;
    const own = Object.entries(metadata).map(([name, value]) => [`x-amz-meta-${name}`, value]);
    const { headers } = await send(ctx, ctx.input, {
      method: 'PUT',
      headers: {
        'content-type': file.type ?? contentType(file.name),
        ...(!overwrite && { 'if-none-match': '*' }),
        ...Object.fromEntries(own),
      },
      body: bytesOf(file),
      bodyType: 'binary',
    });
    return { key, etag: (headers.etag ?? '').replaceAll('"', '') };
  },
});

/** Copies an object inside the store. */
export const copyObject = defineAction({
  title: 'Copy an object',
  description: 'Copies an object to another key or bucket, inside the store.',
  tags: [...tags, 'move', 'duplicate'],
  input: z.strictObject({
    ...place,
    toBucket: bucketField.optional().meta({ title: 'To bucket', 'x-order': 3 }),
    toKey: keyField.meta({ title: 'To key', 'x-order': 4 }),
  }),
  output: written,
  sample: { ...samplePlace, toKey: 'archive/11.csv' },
  sampleOutput: { key: 'archive/11.csv' },
  effects: { reads: false, idempotent: true },
  config,
  run: async (ctx) => {
    const { bucket, key, toBucket = bucket, toKey } = ctx.input;
    const source = `/${bucket}/${encodeKey(key)}`;
    const headers = { 'x-amz-copy-source': source };
    await sendForXml(ctx, { bucket: toBucket, key: toKey }, { method: 'PUT', headers });
    return { key: toKey };
  },
});

/** Deletes an object. */
export const deleteObject = defineAction({
  title: 'Delete an object',
  description: 'Deletes an object; when it is not there, nothing changes.',
  tags: [...tags, 'remove'],
  input: z.strictObject(place),
  output: written,
  sample: samplePlace,
  sampleOutput: { key: '2026/11.csv' },
  effects: { reads: false, destructive: true, idempotent: true },
  config,
  run: async (ctx) => {
    await send(ctx, ctx.input, { method: 'DELETE' });
    return { key: ctx.input.key };
  },
});
