import { resolve } from 'node:path';

import { StartError } from './start-error.ts';

/** Everything an operator can set, read once at start. See README for what each means. */
export interface Settings {
  port: number;
  host: string;
  /** Address people and webhooks reach us by, without a trailing slash; absent: where we listen. */
  publicUrl?: string;
  dataDir: string;
  databaseUrl?: string;
  redisUrl?: string;
  rootKey?: string;
  /** The root key that is to follow. */
  rootKeyNext?: string;
  /** Folder that `file:NAME` in a credential reads from. */
  secretsDir?: string;
  allowedPrivateHosts: string[];
  /** JSON file of merge patches on connectors, by their id. */
  connectorOverlays?: string;
  /** JSON file of programs that people may use as MCP servers, by name. */
  mcpServers?: string;
  logLevel: string;
  /** Runs one worker works on at a time. */
  runConcurrency: number;
  /** Processes that evaluate expressions. */
  evaluators: number;
  /** How long a lease lasts without a sign of life, in ms. */
  leaseMs: number;
}

/** Reads the settings from environment variables; a value that can't be one stops the start. */
export function readSettings(env: Record<string, string | undefined> = process.env): Settings {
  return {
    port: whole(env, 'PORT', { or: 4400, min: 0, max: 65_535 }),
    host: env.HOST ?? '127.0.0.1',
    publicUrl: env.PUBLIC_URL?.replace(/\/+$/, ''),
    dataDir: resolve(env.DATA_DIR ?? './data'),
    databaseUrl: env.DATABASE_URL || undefined,
    redisUrl: env.REDIS_URL || undefined,
    rootKey: env.ROOT_KEY || undefined,
    rootKeyNext: env.ROOT_KEY_NEXT || undefined,
    secretsDir: env.SECRETS_DIR || undefined,
    allowedPrivateHosts: (env.ALLOWED_PRIVATE_HOSTS ?? '')
      .split(',')
      .map((s) => s.trim())
      .filter(Boolean),
    connectorOverlays: env.CONNECTOR_OVERLAYS || undefined,
    mcpServers: env.MCP_SERVERS || undefined,
    logLevel: env.LOG_LEVEL ?? 'warn',
    runConcurrency: whole(env, 'RUN_CONCURRENCY', { or: 200, min: 1, max: 10_000 }),
    evaluators: whole(env, 'EVALUATORS', { or: 2, min: 1, max: 64 }),
    leaseMs: whole(env, 'LEASE_MS', { or: 10_000, min: 1000, max: 600_000 }),
  };
}

function whole(
  env: Record<string, string | undefined>,
  name: string,
  { or, min, max }: { or: number; min: number; max: number },
): number {
  const text = env[name];
  if (text === undefined || text === '') return or;
  const value = Number(text);
  if (Number.isInteger(value) && value >= min && value <= max) return value;
  throw new StartError(`${name} must be a whole number from ${min} to ${max}; it is "${text}".`);
}
