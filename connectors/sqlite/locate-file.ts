import { realpath, stat } from 'node:fs/promises';
import { isAbsolute, join, relative, sep } from 'node:path';

import { invalidInput, rejected } from '#sdk';

/** The real path of a file in the operator's folder; throws for anything outside of it. */
export async function locateFile(name: string): Promise<string> {
  const folder = process.env.SQLITE_DIR;
  if (!folder) {
    throw rejected('This installation opens no SQLite files.', {
      hint: 'Ask whoever runs Patchbay to set SQLITE_DIR to the folder that holds them.',
    });
  }
  const root = await realpath(folder).catch(() => undefined);
  // The real path, so that no link leads out of the folder.
  const path = root && (await realpath(join(root, name)).catch(() => undefined));
  if (root && path && isWithin(root, path) && (await stat(path)).isFile()) return path;
  throw invalidInput(`There is no file "${name.slice(0, 100)}" in the folder for SQLite files.`, {
    hint: 'Check the file of the connection; it is a path within that folder.',
    field: 'file',
  });
}

function isWithin(root: string, path: string): boolean {
  const way = relative(root, path);
  return way !== '' && way !== '..' && !way.startsWith(`..${sep}`) && !isAbsolute(way);
}
