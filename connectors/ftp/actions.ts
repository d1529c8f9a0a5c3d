import { z } from 'zod';

import {
  bytesOf,
  defineAction,
  fileInput,
  fileOf,
  fileOutput,
  nameOfPath,
  pathField,
  remoteFileOutput,
  sampleRemoteFile,
} from '#sdk';

import { ftpConfig } from './config.ts';
import { listFolder, readRemote, writeRemote } from './files.ts';
import { withFtp } from './with-ftp.ts';

const tags = ['ftp', 'ftps', 'file', 'server'];
const config = ftpConfig;
const pathOutput = z.object({ path: z.string().meta({ title: 'Path' }) });

/** Lists a folder. */
export const list = defineAction({
  title: 'List a folder',
  description: 'Gives the files and folders in a folder.',
  tags: [...tags, 'directory'],
  input: z.strictObject({
    folder: pathField('Folder', 1).default('.'),
    maxItems: z.number().int().min(1).max(10_000).default(1000).meta({
      title: 'Entries at most',
      'x-advanced': true,
      'x-order': 2,
    }),
  }),
  output: z.array(remoteFileOutput),
  sample: { folder: 'in' },
  sampleOutput: [sampleRemoteFile],
  effects: { reads: true },
  config,
  run: (ctx) =>
    withFtp(ctx, async (client) => {
      const found = await listFolder(client, ctx.input.folder);
      return found.slice(0, ctx.input.maxItems);
    }),
});

/** Reads a file. */
export const get = defineAction({
  title: 'Get a file',
  description: 'Reads a file of up to 10 MB.',
  tags: [...tags, 'download', 'read'],
  input: z.strictObject({ path: pathField('Path', 1) }),
  output: fileOutput,
  sample: { path: 'in/order-7.csv' },
  sampleOutput: { name: 'order-7.csv', type: 'text/csv', size: 4, base64: 'YSxiCg==' },
  effects: { reads: true },
  config,
  run: (ctx) =>
    withFtp(ctx, async (client) => {
      return fileOf(nameOfPath(ctx.input.path), await readRemote(client, ctx.input.path));
    }),
});

/** Writes a file. */
export const put = defineAction({
  title: 'Put a file',
  description: 'Writes a file; others see it only when it is complete.',
  tags: [...tags, 'upload', 'write'],
  input: z.strictObject({
    path: pathField('Path', 1, 'With the name of the file.'),
    file: fileInput.meta({ 'x-order': 2 }),
    overwrite: z.boolean().default(true).meta({ title: 'Overwrite', 'x-order': 3 }),
  }),
  output: pathOutput.extend({ size: z.number().int().meta({ title: 'Bytes' }) }),
  sample: { path: 'out/order-7.csv', file: { name: 'order-7.csv', base64: 'YSxiCg==' } },
  sampleOutput: { path: 'out/order-7.csv', size: 4 },
  effects: { reads: false },
  config,
  run: (ctx) =>
    withFtp(ctx, async (client) => {
      const { path, file, overwrite } = ctx.input;
      const bytes = bytesOf(file);
      await writeRemote(client, { path, bytes, overwrite });
      return { path, size: bytes.byteLength };
    }),
});

/** Moves a file or folder. */
export const move = defineAction({
  title: 'Move or rename',
  description: 'Moves a file or folder to a path where nothing is.',
  tags: [...tags, 'rename'],
  input: z.strictObject({ path: pathField('From', 1), to: pathField('To', 2) }),
  output: pathOutput,
  sample: { path: 'in/order-7.csv', to: 'done/order-7.csv' },
  sampleOutput: { path: 'done/order-7.csv' },
  effects: { reads: false },
  config,
  run: (ctx) =>
    withFtp(ctx, async (client) => {
      await client.rename(ctx.input.path, ctx.input.to);
      return { path: ctx.input.to };
    }),
});

/** Deletes a file. */
export const deleteFile = defineAction({
  title: 'Delete a file',
  tags: [...tags, 'remove'],
  input: z.strictObject({ path: pathField('Path', 1) }),
  output: pathOutput,
  sample: { path: 'in/order-7.csv' },
  sampleOutput: { path: 'in/order-7.csv' },
  effects: { reads: false, destructive: true },
  config,
  run: (ctx) =>
    withFtp(ctx, async (client) => {
      await client.remove(ctx.input.path);
      return { path: ctx.input.path };
    }),
});

/** Makes a folder. */
export const makeFolder = defineAction({
  title: 'Create a folder',
  tags: [...tags, 'mkdir', 'directory'],
  input: z.strictObject({ path: pathField('Path', 1) }),
  output: pathOutput,
  sample: { path: 'done' },
  sampleOutput: { path: 'done' },
  effects: { reads: false },
  config,
  run: (ctx) =>
    withFtp(ctx, async (client) => {
      await client.send(`MKD ${ctx.input.path}`);
      return { path: ctx.input.path };
    }),
});

/** Deletes an empty folder. */
export const deleteFolder = defineAction({
  title: 'Delete an empty folder',
  tags: [...tags, 'rmdir', 'directory', 'remove'],
  input: z.strictObject({ path: pathField('Path', 1) }),
  output: pathOutput,
  sample: { path: 'done' },
  sampleOutput: { path: 'done' },
  effects: { reads: false, destructive: true },
  config,
  run: (ctx) =>
    withFtp(ctx, async (client) => {
      await client.removeEmptyDir(ctx.input.path);
      return { path: ctx.input.path };
    }),
});
