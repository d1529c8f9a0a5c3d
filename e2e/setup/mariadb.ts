import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';

import { createCertificate } from './certificate.ts';
import { type Account, choosePlace, startPrivate } from './private-server.ts';
import type { ServerPart } from './server-part.ts';
import { findExecutable, mustRun, serverAccount } from './shell.ts';

const USER = 'patchbay';
const PASSWORD = 'patchbay-tests';
const INIT = `
  create database patchbay character set utf8mb4;
  create user ${USER}@'127.0.0.1' identified by '${PASSWORD}';
  grant all on *.* to ${USER}@'127.0.0.1';`;

/** MariaDB, with TLS for `localhost`, a database `patchbay` and a user that may do everything. */
export const mariadb: ServerPart = {
  name: 'MariaDB',
  packages: ['mariadb-server', 'openssl'],
  find: () => findExecutable('mariadbd', ['/usr/sbin']),
  start: async (command, place) => {
    const account = await serverAccount('mysql');
    const { port, dataDir, isNew } = await choosePlace('mariadb', place, account);
    if (isNew) await createTables(dataDir, account);
    const files = ['--no-defaults', `--datadir=${join(dataDir, 'db')}`, `--socket=${dataDir}/sock`];
    const listen = ['--bind-address=127.0.0.1', `--port=${port}`, '--skip-name-resolve'];
    const tls = ['cert', 'key'].map((name) => `--ssl-${name}=${dataDir}/tls/${name}.pem`);
    const init = isNew ? [`--init-file=${join(dataDir, 'init.sql')}`] : [];
    const how = { readyLine: 'ready for connections', account, stopSignal: 'SIGTERM' } as const;
    const url = `mysql://${USER}:${PASSWORD}@127.0.0.1:${port}/patchbay`;
    const args = [...files, ...listen, ...tls, ...init];
    return startPrivate({ command, args, ...how }, { url, port, dataDir });
  },
};

async function createTables(dataDir: string, account?: Account): Promise<void> {
  await createCertificate(dataDir);
  // One statement a line is all that an init file can hold.
  await writeFile(join(dataDir, 'init.sql'), `${INIT.trim()}\n`);
  const where = ['--no-defaults', `--datadir=${join(dataDir, 'db')}`];
  const what = ['--auth-root-authentication-method=normal', '--skip-test-db'];
  await mustRun('mariadb-install-db', [...where, ...what], account);
}
