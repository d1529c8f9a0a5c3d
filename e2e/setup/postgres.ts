import { randomBytes } from 'node:crypto';
import { readdirSync } from 'node:fs';
import { chown, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { aptInstall } from './apt.ts';
import { findFreePort } from './free-port.ts';
import { endProcess, type Place, type PrivateServer, startProcess } from './private-server.ts';
import { findAccount, findExecutable, mustRun } from './shell.ts';

const DEBIAN_FOLDER = '/usr/lib/postgresql';
const READY = 'database system is ready to accept connections';
const USER = 'patchbay';
// One word for all private servers: a restart on the same data folder has to know it again.
const PASSWORD = 'patchbay-tests';

/** The folder with `postgres` and `initdb`, installed first where they are missing. */
export async function ensurePostgres(): Promise<string> {
  const found = findBinaries();
  if (found) return found;
  await aptInstall('PostgreSQL', ['postgresql']);
  const installed = findBinaries();
  if (!installed) throw new Error('PostgreSQL was installed, but initdb is nowhere to be found.');
  return installed;
}

/** A private PostgreSQL with password log-in (scram-sha-256) and durable writes. */
export async function startPostgres(place: Place = {}): Promise<PrivateServer> {
  const binaries = await ensurePostgres();
  const account = await serverAccount();
  const dataDir = place.dataDir ?? (await createCluster(binaries, account));
  const port = place.port ?? (await findFreePort());
  const args = ['-D', join(dataDir, 'db'), '-p', String(port), '-k', dataDir];
  const command = join(binaries, 'postgres');
  const listen = ['-c', 'listen_addresses=127.0.0.1', '-c', 'max_connections=200'];
  const how = { readyLine: READY, account, stopSignal: 'SIGINT' } as const;
  const child = await startProcess({ command, args: [...args, ...listen], ...how });
  return {
    url: `postgres://${USER}:${PASSWORD}@127.0.0.1:${port}/postgres`,
    port,
    dataDir,
    kill: () => endProcess(child, 'SIGKILL'),
    stop: async () => {
      await endProcess(child, 'SIGINT');
      await rm(dataDir, { recursive: true, force: true });
    },
  };
}

function findBinaries(): string | undefined {
  const initdb = findExecutable('initdb', debianFolders());
  return initdb?.replace(/\/initdb$/, '');
}

function debianFolders(): string[] {
  try {
    const versions = readdirSync(DEBIAN_FOLDER).toSorted((a, b) => Number(b) - Number(a));
    return versions.map((version) => join(DEBIAN_FOLDER, version, 'bin'));
  } catch {
    return [];
  }
}

// PostgreSQL refuses to run as root.
async function serverAccount(): Promise<{ uid: number; gid: number } | undefined> {
  if (process.getuid?.() !== 0) return undefined;
  const account = (await findAccount('postgres')) ?? (await findAccount('nobody'));
  if (!account) throw new Error('PostgreSQL refuses root: create a user named postgres.');
  return account;
}

async function createCluster(
  binaries: string,
  account: { uid: number; gid: number } | undefined,
): Promise<string> {
  const dataDir = await mkdtemp(join(tmpdir(), 'patchbay-postgres-'));
  const passwordFile = join(dataDir, `password-${randomBytes(4).toString('hex')}`);
  await writeFile(passwordFile, PASSWORD);
  if (account) {
    await chown(dataDir, account.uid, account.gid);
    await chown(passwordFile, account.uid, account.gid);
  }
  await initialise(join(binaries, 'initdb'), clusterArguments(dataDir, passwordFile), account);
  await rm(passwordFile);
  return dataDir;
}

function clusterArguments(dataDir: string, passwordFile: string): string[] {
  const login = ['-U', USER, '--auth-host=scram-sha-256', '--auth-local=trust'];
  const text = ['--encoding=UTF8', '--no-locale', '--no-sync'];
  return ['-D', join(dataDir, 'db'), `--pwfile=${passwordFile}`, ...login, ...text];
}

function initialise(
  initdb: string,
  args: string[],
  account: { uid: number; gid: number } | undefined,
): Promise<string> {
  if (!account) return mustRun(initdb, args);
  const identity = [`--reuid=${account.uid}`, `--regid=${account.gid}`, '--clear-groups'];
  return mustRun('setpriv', [...identity, initdb, ...args]);
}
