import { chromium, chromiumPath } from './chromium.ts';
import { installMissing } from './server-part.ts';
import { servers, startServer } from './servers.ts';

/**
 * What a test suite can need of a machine: the servers that all tests share, started; the servers
 * that a test file starts for itself, installed; Chromium.
 */
export type Part = 'shared' | 'own' | 'chromium';

/** What the tests find in their environment, and how to put the parts away. */
export interface Parts {
  env: Record<string, string>;
  stop(): Promise<void>;
}

const SHARED = { DATABASE_URL: 'postgres', REDIS_URL: 'redis' } as const;

/**
 * Makes the parts ready, with a single call of apt for all that is missing. Shared servers that the
 * environment names are used as they are. Throws one sentence when a part cannot be had.
 */
export async function prepareParts(needed: Part[]): Promise<Parts> {
  const shared = needed.includes('shared') ? Object.entries(SHARED) : [];
  const missing = shared.filter(([variable]) => !process.env[variable]);
  await installMissing([
    ...missing.map(([, name]) => servers[name]),
    ...(needed.includes('own') ? Object.values(servers) : []),
    ...(needed.includes('chromium') ? [chromium] : []),
  ]);
  const env: Record<string, string> = {};
  if (needed.includes('chromium')) env.CHROMIUM_PATH = await chromiumPath();
  return { env, stop: await startShared(missing, env) };
}

/** Starts the servers and puts their URLs into `env`; gives the way to stop them. */
async function startShared(
  missing: [string, keyof typeof servers][],
  env: Record<string, string>,
): Promise<Parts['stop']> {
  const stops: (() => Promise<void>)[] = [];
  const stop = async (): Promise<void> => {
    await Promise.all(stops.splice(0).map((end) => end()));
  };
  try {
    for (const [variable, name] of missing) {
      const server = await startServer(name);
      stops.push(() => server.stop());
      env[variable] = server.url;
    }
  } catch (error) {
    await stop();
    throw error;
  }
  return stop;
}
