import { randomBytes } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { Client } from '@patchbay/e2e/client';
import { createDatabase } from '@patchbay/e2e/setup';

import { createLog, readSettings } from '#lib';

import { startApi } from './api.ts';
import { openHouse, type OpenHouse } from './house.ts';

/** Every test of what is stored runs on both. */
export const DIALECTS = ['sqlite', 'postgres'] as const;
export type Dialect = (typeof DIALECTS)[number];

/** The whole house in the test's own process: real database, real server, a person signed in. */
export interface TestHouse {
  house: OpenHouse;
  url: string;
  client: Client;
  env: Record<string, string>;
  /** Another process would open the same data like this; `env` differs from the first's. */
  neighbour(options?: { works?: boolean; env?: Record<string, string> }): Promise<OpenHouse>;
  stop(): Promise<void>;
}

/** Opens a house on a database of its own; `works: false` leaves its runs lying. */
export async function openTestHouse(
  dialect: Dialect,
  { works = true, env: more = {} }: { works?: boolean; env?: Record<string, string> } = {},
): Promise<TestHouse> {
  const dataDir = await mkdtemp(join(tmpdir(), 'patchbay-house-'));
  const env = {
    DATA_DIR: dataDir,
    PORT: '0',
    LEASE_MS: '2000',
    LOG_LEVEL: 'silent',
    ALLOWED_PRIVATE_HOSTS: '127.0.0.1',
    ROOT_KEY: randomBytes(32).toString('hex'),
    ...(dialect === 'postgres' && { DATABASE_URL: await createDatabase('house') }),
    ...more,
  };
  const open = async (isWorker: boolean, other = {}): Promise<OpenHouse> => {
    const settings = readSettings({ ...env, ...other });
    const opened = await openHouse(settings, createLog('silent'), isWorker);
    if (isWorker) opened.startWork();
    return opened;
  };
  const house = await open(works);
  const api = await startApi(house);
  return {
    house,
    env,
    url: api.url,
    client: await new Client(() => api.url).setUp(),
    neighbour: ({ works: alsoWorks = true, env: other } = {}) => open(alsoWorks, other),
    stop: async () => {
      await api.close();
      await house.close();
      await rm(dataDir, { recursive: true, force: true });
    },
  };
}
