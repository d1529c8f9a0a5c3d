import { randomBytes } from 'node:crypto';

import { Client } from '#client';
import { startPatchbay, type Patchbay } from '#helpers';
import { createDatabase, type PrivateServer, startServer } from '#setup';

export const MODES = ['embedded', 'scaled'] as const;
export type Mode = (typeof MODES)[number];

/** Patchbay as an operator runs it, in one of its two modes, and somebody signed in. */
export interface World {
  mode: Mode;
  /** The process that answers people; in embedded mode it is the worker too. */
  api: Patchbay;
  workers: Patchbay[];
  redis?: PrivateServer;
  client: Client;
  /** What the processes were started with. */
  env: Record<string, string>;
  /** What all processes wrote so far. */
  output(): string;
  stop(): Promise<void>;
}

const COMMON = { ALLOWED_PRIVATE_HOSTS: '127.0.0.1', LEASE_MS: '2000' };

/** Starts one process on SQLite, or an api and two workers on PostgreSQL and a Redis of their own. */
export async function openWorld(mode: Mode, env: Record<string, string> = {}): Promise<World> {
  const world = mode === 'embedded' ? await embedded(env) : await scaled(env);
  const client = await new Client(() => world.api.url).setUp();
  const processes = [...new Set([world.api, ...world.workers])];
  return {
    mode,
    ...world,
    client,
    output: () => processes.map((p) => p.output()).join('\n'),
    stop: async () => {
      await Promise.all(processes.map((p) => p.stop()));
      await world.redis?.stop();
    },
  };
}

type Processes = Pick<World, 'api' | 'workers' | 'redis' | 'env'>;

// --dev leaves the studio alone: these tests look at the runtime.
async function embedded(env: Record<string, string>): Promise<Processes> {
  const api = await startPatchbay({ args: ['--dev'], env: { ...COMMON, ...env } });
  return { api, workers: [api], env };
}

async function scaled(env: Record<string, string>): Promise<Processes> {
  const redis = await startServer('redis');
  const shared = {
    ...COMMON,
    DATABASE_URL: await createDatabase('patchbay'),
    REDIS_URL: redis.url,
    ROOT_KEY: randomBytes(32).toString('hex'),
    ...env,
  };
  const api = await startPatchbay({ args: ['--api', '--dev'], env: shared });
  const worker = (): Promise<Patchbay> => startPatchbay({ args: ['--worker'], env: shared });
  return { api, redis, env: shared, workers: await Promise.all([worker(), worker()]) };
}
