import { z } from 'zod';

import type { SeenFile } from './new-files.ts';

/** A file or folder on a server, without its content. */
export const remoteFileOutput = z.object({
  path: z.string().meta({ title: 'Path' }),
  name: z.string().meta({ title: 'Name' }),
  kind: z.enum(['file', 'folder', 'other']).meta({ title: 'Kind' }),
  size: z.number().int().meta({ title: 'Bytes' }),
  modified: z.string().optional().meta({ title: 'Modified' }),
});
export type RemoteFile = z.output<typeof remoteFileOutput>;

/** A file for previews. */
export const sampleRemoteFile: RemoteFile = {
  path: 'in/order-7.csv',
  name: 'order-7.csv',
  kind: 'file',
  size: 2048,
  modified: '2026-11-24T10:00:00.000Z',
};

/** A path on a server. Line ends and zeros have no place in one, and could forge a command. */
export function pathField(title: string, order: number, description?: string): z.ZodString {
  return z
    .string()
    .min(1)
    .max(4096)
    .regex(/^[^\r\n\0]*$/, 'must be one line')
    .meta({ title, ...(description && { description }), 'x-order': order });
}

/** What a trigger for new files asks. */
export const watchFields = {
  folder: pathField('Folder', 1).default('.'),
  endsWith: z.string().optional().meta({
    title: 'Only names that end with',
    'x-placeholder': '.csv',
    'x-order': 2,
  }),
  changes: z.boolean().default(false).meta({
    title: 'Also when a file has changed',
    'x-order': 3,
  }),
};

/** The files of a listing that a trigger watches, with what tells a change. */
export function watchedFiles(
  found: RemoteFile[],
  endsWith: string | undefined,
): (RemoteFile & SeenFile)[] {
  return found
    .filter(({ kind, name }) => kind === 'file' && name.endsWith(endsWith ?? ''))
    .toSorted((a, b) => (a.modified ?? '').localeCompare(b.modified ?? ''))
    .map((file) => ({ ...file, stamp: `${file.size} ${file.modified}` }));
}

/** The path of a name in a folder, as servers with `/` write it. */
export function pathIn(folder: string, name: string): string {
  if (folder === '.' || folder === '') return name;
  return folder.endsWith('/') ? `${folder}${name}` : `${folder}/${name}`;
}

/** The last part of a path. */
export function nameOfPath(path: string): string {
  return path.split('/').findLast((part) => part !== '') ?? path;
}

/** Where a file is written before it takes its place, so that nobody reads half of it. */
export function partPath(path: string, unique: string): string {
  const cut = path.lastIndexOf('/') + 1;
  return `${path.slice(0, cut)}.${path.slice(cut)}.${unique}.part`;
}
