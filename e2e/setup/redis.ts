import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { aptInstall } from './apt.ts';
import { findFreePort } from './free-port.ts';
import { endProcess, type Place, type PrivateServer, startProcess } from './private-server.ts';
import { findExecutable } from './shell.ts';

const READY = 'Ready to accept connections';

/** The path of redis-server, installed first where it is missing. */
export async function ensureRedis(): Promise<string> {
  const found = findExecutable('redis-server');
  if (found) return found;
  await aptInstall('Redis', ['redis-server']);
  return findExecutable('redis-server') ?? '/usr/bin/redis-server';
}

/**
 * A private Redis with the settings we ask of operators: append-only file, flushed every second, and
 * no eviction. A test may FLUSHALL or kill it.
 */
export async function startRedis(place: Place = {}): Promise<PrivateServer> {
  const command = await ensureRedis();
  const dataDir = place.dataDir ?? (await mkdtemp(join(tmpdir(), 'patchbay-redis-')));
  const port = place.port ?? (await findFreePort());
  const args = serverArguments(port, dataDir);
  const child = await startProcess({ command, args, readyLine: READY, stopSignal: 'SIGTERM' });
  return {
    url: `redis://127.0.0.1:${port}`,
    port,
    dataDir,
    kill: () => endProcess(child, 'SIGKILL'),
    stop: async () => {
      await endProcess(child, 'SIGTERM');
      await rm(dataDir, { recursive: true, force: true });
    },
  };
}

function serverArguments(port: number, dataDir: string): string[] {
  const where = ['--port', String(port), '--bind', '127.0.0.1', '--dir', dataDir];
  const durable = ['--appendonly', 'yes', '--appendfsync', 'everysec', '--save', ''];
  return [...where, ...durable, '--maxmemory-policy', 'noeviction'];
}
