import { z } from 'zod';

import { type Action, defineAction } from './define-action.ts';
import { bytesOf, fileInput, fileOf, fileOutput } from './file-value.ts';
import { nameOfPath, pathField, remoteFileOutput, sampleRemoteFile } from './remote-files.ts';
import type { RemoteFolder, RemoteServer } from './remote-folder.ts';

const pathInput = z.strictObject({ path: pathField('Path', 1) });
const pathOutput = z.object({ path: z.string().meta({ title: 'Path' }) });

interface Tagged<Config extends z.ZodType> extends RemoteServer<Config> {
  tags: string[];
}

/** The actions on the files of a server; `names` are what people call it when they search. */
export function remoteFileActions<Config extends z.ZodType>(
  untagged: RemoteServer<Config>,
  names: string[],
): Record<string, Action> {
  const server = { ...untagged, tags: [...names, 'file', 'server'] };
  return {
    list: list(server),
    get: get(server),
    put: put(server),
    move: move(server),
    deleteFile: pathAction(server, {
      title: 'Delete a file',
      tags: ['remove'],
      sample: 'in/order-7.csv',
      destructive: true,
      run: (folder, path) => folder.remove(path),
    }),
    makeFolder: pathAction(server, {
      title: 'Create a folder',
      tags: ['mkdir', 'directory'],
      sample: 'done',
      run: (folder, path) => folder.makeFolder(path),
    }),
    deleteFolder: pathAction(server, {
      title: 'Delete an empty folder',
      tags: ['rmdir', 'directory', 'remove'],
      sample: 'done',
      destructive: true,
      run: (folder, path) => folder.removeFolder(path),
    }),
  };
}

function list<Config extends z.ZodType>({ config, tags, open }: Tagged<Config>): Action {
  return defineAction({
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
      open(ctx, async (folder) => {
        const found = await folder.list(ctx.input.folder);
        return found.slice(0, ctx.input.maxItems);
      }),
  });
}

function get<Config extends z.ZodType>({ config, tags, open }: Tagged<Config>): Action {
  return defineAction({
    title: 'Get a file',
    description: 'Reads a file of up to 10 MB.',
    tags: [...tags, 'download', 'read'],
    input: pathInput,
    output: fileOutput,
    sample: { path: 'in/order-7.csv' },
    sampleOutput: { name: 'order-7.csv', type: 'text/csv', size: 4, base64: 'YSxiCg==' },
    effects: { reads: true },
    config,
    run: (ctx) =>
      open(ctx, async (folder) => {
        return fileOf(nameOfPath(ctx.input.path), await folder.read(ctx.input.path));
      }),
  });
}

function put<Config extends z.ZodType>({ config, tags, open }: Tagged<Config>): Action {
  return defineAction({
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
      open(ctx, async (folder) => {
        const { path, file, overwrite } = ctx.input;
        const bytes = bytesOf(file);
        await folder.write({ path, bytes, overwrite });
        return { path, size: bytes.byteLength };
      }),
  });
}

function move<Config extends z.ZodType>({ config, tags, open }: Tagged<Config>): Action {
  return defineAction({
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
      open(ctx, async (folder) => {
        await folder.move(ctx.input.path, ctx.input.to);
        return { path: ctx.input.to };
      }),
  });
}

interface PathWork {
  title: string;
  tags: string[];
  sample: string;
  destructive?: true;
  run: (folder: RemoteFolder, path: string) => Promise<unknown>;
}

function pathAction<Config extends z.ZodType>(
  { config, tags, open }: Tagged<Config>,
  work: PathWork,
): Action {
  const sample = { path: work.sample };
  return defineAction({
    title: work.title,
    tags: [...tags, ...work.tags],
    input: pathInput,
    output: pathOutput,
    sample,
    sampleOutput: sample,
    effects: { reads: false, ...(work.destructive && { destructive: true }) },
    config,
    run: (ctx) =>
      open(ctx, async (folder) => {
        await work.run(folder, ctx.input.path);
        return { path: ctx.input.path };
      }),
  });
}
