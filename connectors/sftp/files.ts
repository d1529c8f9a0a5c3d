import { promisify } from 'node:util';

import type { FileEntryWithStats, SFTPWrapper, Stats } from 'ssh2';

import {
  fileTooLarge,
  MOST_FILE_BYTES,
  partPath,
  pathIn,
  type RemoteFile,
  type RemoteFolder,
} from '#sdk';

const PART_BYTES = 256 * 1024;

/** The files of a server, through a session that has signed in. */
export function remoteFolder(sftp: SFTPWrapper): RemoteFolder {
  return {
    list: (folder) => listFolder(sftp, folder),
    read: (path) => readRemote(sftp, path),
    write: (file) => writeRemote(sftp, file),
    move: promisify(sftp.rename.bind(sftp)),
    remove: promisify(sftp.unlink.bind(sftp)),
    makeFolder: promisify<string>(sftp.mkdir.bind(sftp)),
    removeFolder: promisify(sftp.rmdir.bind(sftp)),
  };
}

async function listFolder(sftp: SFTPWrapper, folder: string): Promise<RemoteFile[]> {
  const entries = await promisify<string, FileEntryWithStats[]>(sftp.readdir.bind(sftp))(folder);
  return entries
    .map(({ filename, attrs }) => entryOf(folder, filename, attrs))
    .toSorted((a, b) => a.name.localeCompare(b.name));
}

// Throws when the file is too large for a flow, whatever its size says.
async function readRemote(sftp: SFTPWrapper, path: string): Promise<Buffer> {
  const { size } = await promisify<string, Stats>(sftp.stat.bind(sftp))(path);
  if (size > MOST_FILE_BYTES) throw fileTooLarge(path, size);
  const handle = await openRemote(sftp, path);
  const chunks: Buffer[] = [];
  let total = 0;
  // Not by a stream: one that is still closing when the session ends throws where nobody hears it.
  for (let chunk = await readPart(sftp, handle, 0); chunk.byteLength > 0;) {
    total += chunk.byteLength;
    if (total > MOST_FILE_BYTES) throw fileTooLarge(path);
    chunks.push(chunk);
    chunk = await readPart(sftp, handle, total);
  }
  return Buffer.concat(chunks);
}

function openRemote(sftp: SFTPWrapper, path: string): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    sftp.open(path, 'r', (error, handle) => (error ? reject(error) : resolve(handle)));
  });
}

function readPart(sftp: SFTPWrapper, handle: Buffer, from: number): Promise<Buffer> {
  const buffer = Buffer.alloc(PART_BYTES);
  return new Promise((resolve, reject) => {
    sftp.read(handle, buffer, 0, PART_BYTES, from, (error, count) => {
      if (error) reject(error);
      else resolve(buffer.subarray(0, count));
    });
  });
}

async function writeRemote(
  sftp: SFTPWrapper,
  { path, bytes, overwrite }: { path: string; bytes: Buffer; overwrite: boolean },
): Promise<void> {
  const part = partPath(path, crypto.randomUUID().slice(0, 8));
  await promisify<string, Buffer>(sftp.writeFile.bind(sftp))(part, bytes);
  try {
    if (overwrite) await replace(sftp, part, path);
    else await promisify(sftp.rename.bind(sftp))(part, path);
  } catch (error) {
    await removeQuietly(sftp, part);
    throw error;
  }
}

// OpenSSH moves over what is there in one go; for other servers it must go first.
async function replace(sftp: SFTPWrapper, from: string, to: string): Promise<void> {
  try {
    await promisify(sftp.ext_openssh_rename.bind(sftp))(from, to);
  } catch {
    await removeQuietly(sftp, to);
    await promisify(sftp.rename.bind(sftp))(from, to);
  }
}

async function removeQuietly(sftp: SFTPWrapper, path: string): Promise<void> {
  await promisify(sftp.unlink.bind(sftp))(path).catch(() => undefined);
}

function entryOf(folder: string, name: string, attrs: Stats): RemoteFile {
  const kind = attrs.isDirectory() ? 'folder' : attrs.isFile() ? 'file' : 'other';
  const modified = new Date(attrs.mtime * 1000).toISOString();
  return { path: pathIn(folder, name), name, kind, size: attrs.size, modified };
}
