import { randomBytes } from 'node:crypto';
import { readdirSync } from 'node:fs';
import { chown, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';

import { type Account, choosePlace, startPrivate } from './private-server.ts';
import type { ServerPart } from './server-part.ts';
import { findExecutable, mustRun, serverAccount } from './shell.ts';

const DEBIAN_FOLDER = '/usr/lib/postgresql';
const READY = 'database system is ready to accept connections';
const USER = 'patchbay';
// One word for all private servers: a restart on the same data folder has to know it again.
const PASSWORD = 'patchbay-tests';

/** PostgreSQL with password log-in (scram-sha-256) and durable writes. */
export const postgres: ServerPart = {
  name: 'PostgreSQL',
  packages: ['postgresql'],
  find: () => findExecutable('initdb', debianFolders()),
  start: async (initdb, place) => {
    const account = await serverAccount('postgres');
    const { port, dataDir, isNew } = await choosePlace('postgres', place, account);
    if (isNew) await createCluster(initdb, dataDir, account);
    const command = join(dirname(initdb), 'postgres');
    const args = ['-D', join(dataDir, 'db'), '-p', String(port), '-k', dataDir];
    const listen = ['-c', 'listen_addresses=127.0.0.1', '-c', 'max_connections=200'];
    const how = { readyLine: READY, account, stopSignal: 'SIGINT' } as const;
    const url = `postgres://${USER}:${PASSWORD}@127.0.0.1:${port}/postgres`;
    return startPrivate({ command, args: [...args, ...listen], ...how }, { url, port, dataDir });
  },
};

function debianFolders(): string[] {
  try {
    const versions = readdirSync(DEBIAN_FOLDER).toSorted((a, b) => Number(b) - Number(a));
    return versions.map((version) => join(DEBIAN_FOLDER, version, 'bin'));
  } catch {
    return [];
  }
}

async function createCluster(initdb: string, dataDir: string, account?: Account): Promise<void> {
  const passwordFile = join(dataDir, `password-${randomBytes(4).toString('hex')}`);
  await writeFile(passwordFile, PASSWORD);
  if (account) await chown(passwordFile, account.uid, account.gid);
  await mustRun(initdb, clusterArguments(dataDir, passwordFile), account);
  await rm(passwordFile);
}

function clusterArguments(dataDir: string, passwordFile: string): string[] {
  const login = ['-U', USER, '--auth-host=scram-sha-256', '--auth-local=trust'];
  const text = ['--encoding=UTF8', '--no-locale', '--no-sync'];
  return ['-D', join(dataDir, 'db'), `--pwfile=${passwordFile}`, ...login, ...text];
}
