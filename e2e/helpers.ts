import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

const READY = /(http:\/\/127\.0\.0\.1:\d+)(?=\D)|worker is ready/;
const START_MS = 60_000;
const STOP_MS = 40_000;

/** How to start Patchbay; everything has a default. */
export interface PatchbayOptions {
  /** Extra environment, such as DATABASE_URL. */
  env?: Record<string, string>;
  /** Command line arguments, such as `--worker`. */
  args?: string[];
  /** A data folder to keep; without it a new one, removed by `stop()`. */
  dataDir?: string;
}

/** A Patchbay process of our own. */
export interface Patchbay {
  /** Where it listens; empty for a worker. */
  readonly url: string;
  readonly dataDir: string;
  /** The process that was started last. */
  readonly pid: number;
  /** Everything it wrote to stdout and stderr so far. */
  output(): string;
  /** SIGTERM, wait for the end, remove the data folder (unless it was given). */
  stop(): Promise<void>;
  /** `kill -9`; the data stay. */
  kill9(): Promise<void>;
  /** Ends it if it still runs, and starts it again on the same data; `url` may change. */
  restart(env?: Record<string, string>): Promise<void>;
}

interface Started {
  child: ChildProcess;
  url: string;
}

/** Starts Patchbay and resolves when it has printed its address, or that its worker is ready. */
export async function startPatchbay(options: PatchbayOptions = {}): Promise<Patchbay> {
  const dataDir = options.dataDir ?? (await mkdtemp(join(tmpdir(), 'patchbay-data-')));
  const log: string[] = [];
  let started = await launch({ ...options, dataDir }, log);
  return {
    get url() {
      return started.url;
    },
    get pid() {
      return started.child.pid ?? 0;
    },
    dataDir,
    output: () => log.join(''),
    kill9: () => end(started.child, 'SIGKILL'),
    restart: async (env = {}) => {
      await end(started.child, 'SIGTERM');
      started = await launch({ ...options, dataDir, env: { ...options.env, ...env } }, log);
    },
    stop: async () => {
      await end(started.child, 'SIGTERM');
      if (!options.dataDir) await rm(dataDir, { recursive: true, force: true });
    },
  };
}

async function launch(options: PatchbayOptions, log: string[]): Promise<Started> {
  const child = spawn(process.execPath, ['runtime/src/start.ts', ...(options.args ?? [])], {
    cwd: dirname(import.meta.dirname),
    env: environment(options),
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  child.stderr.on('data', (chunk) => log.push(String(chunk)));
  child.stdout.on('data', (chunk) => log.push(String(chunk)));
  try {
    return { child, url: await untilAddress(child, log) };
  } catch (error) {
    await end(child, 'SIGKILL');
    throw error;
  }
}

function untilAddress(child: ChildProcess, log: string[]): Promise<string> {
  return new Promise((resolve, reject) => {
    const from = log.length;
    const fail = (why: string): void => reject(new Error(`Patchbay ${why}:\n${log.join('')}`));
    const timer = setTimeout(() => fail(`printed no address in ${START_MS} ms`), START_MS);
    const look = (): void => {
      const ready = READY.exec(log.slice(from).join(''));
      if (!ready) return;
      clearTimeout(timer);
      child.stdout?.off('data', look);
      resolve(ready[1] ?? '');
    };
    child.stdout?.on('data', look);
    child.once('exit', (code) => {
      clearTimeout(timer);
      fail(`ended with ${code} before it was up`);
    });
  });
}

// The databases of the machine stay out unless a spec asks for them: embedded is the default mode.
function environment(options: PatchbayOptions): NodeJS.ProcessEnv {
  const { DATABASE_URL: _database, REDIS_URL: _redis, ...inherited } = process.env;
  const own = { PORT: '0', HOST: '127.0.0.1', DATA_DIR: options.dataDir };
  return { ...inherited, ...own, ...options.env };
}

async function end(child: ChildProcess, signal: 'SIGTERM' | 'SIGKILL'): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const ended = once(child, 'exit');
  child.kill(signal);
  const timer = setTimeout(() => child.kill('SIGKILL'), STOP_MS);
  await ended;
  clearTimeout(timer);
}
