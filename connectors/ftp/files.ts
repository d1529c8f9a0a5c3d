import { Readable, Writable } from 'node:stream';

import type { Client, FileInfo } from 'basic-ftp';

import {
  fileTooLarge,
  MOST_FILE_BYTES,
  partPath,
  pathIn,
  rejected,
  type RemoteFile,
  type RemoteFolder,
} from '#sdk';

import { isAnswer } from './explain-error.ts';

/** The files of a server, through a session that has signed in. */
export function remoteFolder(client: Client): RemoteFolder {
  return {
    list: (folder) => listFolder(client, folder),
    read: (path) => readRemote(client, path),
    write: (file) => writeRemote(client, file),
    move: (from, to) => client.rename(from, to),
    remove: (path) => client.remove(path),
    makeFolder: (path) => client.send(`MKD ${path}`),
    removeFolder: (path) => client.removeEmptyDir(path),
  };
}

async function listFolder(client: Client, folder: string): Promise<RemoteFile[]> {
  const found = await client.list(folder);
  const named = found.filter(({ name }) => name !== '.' && name !== '..');
  return named
    .map((entry) => entryOf(folder, entry))
    .toSorted((a, b) => a.name.localeCompare(b.name));
}

async function readRemote(client: Client, path: string): Promise<Buffer> {
  const chunks: Buffer[] = [];
  let total = 0;
  const sink = new Writable({
    write: (chunk: Buffer, _encoding, done) => {
      total += chunk.byteLength;
      chunks.push(chunk);
      done(total > MOST_FILE_BYTES ? fileTooLarge(path) : null);
    },
  });
  await client.downloadTo(sink, path);
  return Buffer.concat(chunks);
}

async function writeRemote(
  client: Client,
  { path, bytes, overwrite }: { path: string; bytes: Buffer; overwrite: boolean },
): Promise<void> {
  if (!overwrite && (await exists(client, path))) {
    throw rejected(`There is a file ${path} already.`, {
      hint: 'Use another name, or let it be overwritten.',
    });
  }
  const part = partPath(path, crypto.randomUUID().slice(0, 8));
  await client.uploadFrom(Readable.from([bytes]), part);
  try {
    await replace(client, part, path);
  } catch (error) {
    await client.remove(part).catch(() => undefined);
    throw error;
  }
}

// Many servers move over what is there; for the others it must go first.
async function replace(client: Client, from: string, to: string): Promise<void> {
  try {
    await client.rename(from, to);
  } catch (error) {
    if (!isAnswer(error) || !(await exists(client, to))) throw error;
    await client.remove(to);
    await client.rename(from, to);
  }
}

async function exists(client: Client, path: string): Promise<boolean> {
  try {
    await client.size(path);
    return true;
  } catch (error) {
    if (isAnswer(error)) return false;
    throw error;
  }
}

function entryOf(folder: string, entry: FileInfo): RemoteFile {
  const { name, size } = entry;
  const kind = entry.isDirectory ? 'folder' : entry.isFile ? 'file' : 'other';
  const modified = entry.modifiedAt?.toISOString() ?? (entry.rawModifiedAt || undefined);
  return { path: pathIn(folder, name), name, kind, size, ...(modified && { modified }) };
}
