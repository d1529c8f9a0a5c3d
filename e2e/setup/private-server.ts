import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { chown, mkdtemp, rm } from 'node:fs/promises';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { findFreePort } from './free-port.ts';
import { findExecutable } from './shell.ts';

/** A server process of our own, on a free port of 127.0.0.1, with its data in a temporary folder. */
export interface PrivateServer {
  url: string;
  port: number;
  dataDir: string;
  /** Ends it cleanly and removes its data. */
  stop(): Promise<void>;
  /** `kill -9`. The data stay, so that a test can start it again with `{ port, dataDir }`. */
  kill(): Promise<void>;
}

const SIGNAL_AGAIN_MS = 500;

/** Where to put a server that a test starts again; without it: a new port, a new folder. */
export interface Place {
  port?: number;
  dataDir?: string;
}

/** A system account to run as. */
export interface Account {
  uid: number;
  gid: number;
}

/** How to start a server process and end it. */
export interface ServerProcess {
  command: string;
  args: string[];
  /** What its log says once it accepts connections. */
  readyLine?: string;
  /** For servers that say nothing: the port to try until it accepts. */
  readyPort?: number;
  /** The account to run as (only root can change it). */
  account?: Account;
  /** The signal for a clean and quick end. */
  stopSignal: 'SIGINT' | 'SIGTERM';
  /** Is told the output so far, for servers that choose a port themselves. */
  onOutput?: (text: string) => void;
  /** Variables beside our own. */
  env?: Record<string, string>;
}

/** Where a private server listens and keeps its data. */
export type Address = Pick<PrivateServer, 'url' | 'port' | 'dataDir'>;

/** A port and a folder, new unless `place` names them; `account` owns a new folder. */
export async function choosePlace(
  name: string,
  place: Place,
  account?: Account,
): Promise<Required<Place> & { isNew: boolean }> {
  const port = place.port ?? (await findFreePort());
  if (place.dataDir) return { port, dataDir: place.dataDir, isNew: false };
  const dataDir = await mkdtemp(join(tmpdir(), `patchbay-${name}-`));
  if (account) await chown(dataDir, account.uid, account.gid);
  return { port, dataDir, isNew: true };
}

/** Starts the process and resolves when it says that it is ready; throws with its output. */
export async function startPrivate(
  server: ServerProcess,
  address: Address,
): Promise<PrivateServer> {
  const child = await startProcess(server);
  return {
    ...address,
    kill: () => endProcess(child, 'SIGKILL'),
    stop: async () => {
      await endProcess(child, server.stopSignal);
      await rm(address.dataDir, { recursive: true, force: true });
    },
  };
}

/** Starts a process that belongs to a server; `startPrivate` is for the server itself. */
export async function startProcess(server: ServerProcess): Promise<ChildProcess> {
  const [command, args] = withParentWatch(server);
  const env = { ...process.env, ...server.env };
  const child = spawn(command, args, { stdio: ['ignore', 'pipe', 'pipe'], detached: true, env });
  await untilReady(child, server);
  return child;
}

/**
 * Sends the signal until the process is gone: Mosquitto says that it runs a moment before it listens
 * to signals, and forgets one that comes in between.
 */
export async function endProcess(child: ChildProcess, signal: NodeJS.Signals): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const ended = once(child, 'exit');
  child.kill(signal);
  const again = setInterval(() => child.kill(signal), SIGNAL_AGAIN_MS);
  await ended;
  clearInterval(again);
}

// `detached` keeps a Ctrl-C in the terminal from reaching the server before the tests end, and
// setpriv's death signal makes sure that it never outlives us, not even after a kill -9.
function withParentWatch(server: ServerProcess): [string, string[]] {
  const setpriv = findExecutable('setpriv');
  if (!setpriv) return [server.command, server.args];
  const { account } = server;
  const identity = account
    ? [`--reuid=${account.uid}`, `--regid=${account.gid}`, '--clear-groups']
    : [];
  const watch = ['--pdeathsig', server.stopSignal.replace('SIG', '')];
  return [setpriv, [...identity, ...watch, server.command, ...server.args]];
}

function untilReady(child: ChildProcess, server: ServerProcess): Promise<void> {
  return new Promise((resolve, reject) => {
    let output = '';
    const listen = (chunk: unknown): void => {
      output = `${output}${String(chunk)}`.slice(-20_000);
      server.onOutput?.(output);
      if (server.readyLine && output.includes(server.readyLine)) resolve();
    };
    if (server.readyPort) tryPort(server.readyPort, resolve);
    child.stdout?.on('data', listen);
    child.stderr?.on('data', listen);
    child.once('error', reject);
    child.once('exit', () => reject(new Error(`${server.command} ended:\n${output}`)));
  });
}

function tryPort(port: number, accepted: () => void): void {
  const socket = connect(port, '127.0.0.1', () => {
    socket.destroy();
    accepted();
  });
  socket.on('error', () => setTimeout(tryPort, 20, port, accepted).unref());
}
