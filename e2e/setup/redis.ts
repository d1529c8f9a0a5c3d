import { choosePlace, startPrivate } from './private-server.ts';
import type { ServerPart } from './server-part.ts';
import { findExecutable } from './shell.ts';

const READY = 'Ready to accept connections';

/**
 * Redis with the settings we ask of operators: append-only file, flushed every second, and no
 * eviction. A test that flushes or kills it starts its own.
 */
export const redis: ServerPart = {
  name: 'Redis',
  packages: ['redis-server'],
  find: () => findExecutable('redis-server'),
  start: async (command, place) => {
    const { port, dataDir } = await choosePlace('redis', place);
    const args = serverArguments(port, dataDir);
    const url = `redis://127.0.0.1:${port}`;
    const how = { readyLine: READY, stopSignal: 'SIGTERM' } as const;
    return startPrivate({ command, args, ...how }, { url, port, dataDir });
  },
};

function serverArguments(port: number, dataDir: string): string[] {
  const where = ['--port', String(port), '--bind', '127.0.0.1', '--dir', dataDir];
  const durable = ['--appendonly', 'yes', '--appendfsync', 'everysec', '--save', ''];
  return [...where, ...durable, '--maxmemory-policy', 'noeviction'];
}
