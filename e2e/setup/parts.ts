import { ensureChromium } from './chromium.ts';
import { startPostgres } from './postgres.ts';
import { startRedis } from './redis.ts';

/** The parts of a machine that a test suite can need. */
export type Part = 'postgres' | 'redis' | 'chromium';

/** What the tests find in their environment, and how to put the parts away. */
export interface Parts {
  env: Record<string, string>;
  stop(): Promise<void>;
}

/**
 * Makes the parts ready: the ones that the environment names are used as they are, the others are
 * started (or, Chromium, found). Throws one sentence when a part cannot be had.
 */
export async function prepareParts(needed: Part[]): Promise<Parts> {
  const stops: (() => Promise<void>)[] = [];
  const env: Record<string, string> = {};
  const stop = async (): Promise<void> => {
    await Promise.all(stops.splice(0).map((end) => end()));
  };
  try {
    if (needed.includes('postgres')) env.DATABASE_URL = await useServer('DATABASE_URL', stops);
    if (needed.includes('redis')) env.REDIS_URL = await useServer('REDIS_URL', stops);
    if (needed.includes('chromium')) env.CHROMIUM_PATH = await ensureChromium();
  } catch (error) {
    await stop();
    throw error;
  }
  return { env, stop };
}

async function useServer(
  variable: 'DATABASE_URL' | 'REDIS_URL',
  stops: (() => Promise<void>)[],
): Promise<string> {
  const given = process.env[variable];
  if (given) return given;
  const server = variable === 'DATABASE_URL' ? await startPostgres() : await startRedis();
  stops.push(() => server.stop());
  return server.url;
}
