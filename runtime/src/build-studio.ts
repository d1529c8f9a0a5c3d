import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

import { StartError } from '#lib';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
const SOURCES = [
  'studio/src',
  'studio/public',
  'studio/index.html',
  'studio/vite.config.ts',
  'studio/package.json',
  'shared/src',
];

/** Builds the studio when its sources are newer than what was built. */
export function buildStudio(say: (line: string) => void): void {
  const built = join(ROOT, 'studio/dist/index.html');
  const newest = Math.max(...SOURCES.map((path) => newestIn(join(ROOT, path))));
  if (existsSync(built) && statSync(built).mtimeMs >= newest) return;
  say('Building the studio …');
  const vite = join(ROOT, 'node_modules/vite/bin/vite.js');
  const result = spawnSync(process.execPath, [vite, 'build', '--logLevel', 'warn'], {
    cwd: join(ROOT, 'studio'),
    encoding: 'utf8',
  });
  if (result.status !== 0)
    throw new StartError(`The studio could not be built:\n${result.stderr || result.stdout}`);
}

function newestIn(path: string): number {
  if (!existsSync(path)) return 0;
  const stat = statSync(path);
  if (!stat.isDirectory()) return stat.mtimeMs;
  return Math.max(0, ...readdirSync(path).map((name) => newestIn(join(path, name))));
}
