import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

import { choosePlace, startPrivate } from './private-server.ts';
import type { ServerPart } from './server-part.ts';
import { findExecutable } from './shell.ts';

const PASSWORD = 'patchbay-tests';

/** OpenLDAP with the suffix `dc=example,dc=org` and an administrator `cn=admin` there. */
export const slapd: ServerPart = {
  name: 'OpenLDAP',
  packages: ['slapd'],
  find: () => findExecutable('slapd', ['/usr/sbin']),
  start: async (command, place) => {
    const { port, dataDir, isNew } = await choosePlace('slapd', place);
    const settings = join(dataDir, 'slapd.conf');
    if (isNew) await configure(settings, join(dataDir, 'db'));
    const args = ['-h', `ldap://127.0.0.1:${port}`, '-f', settings, '-d', 'stats'];
    const url = `ldap://127.0.0.1:${port}`;
    const how = { readyPort: port, stopSignal: 'SIGTERM' } as const;
    return startPrivate({ command, args, ...how }, { url, port, dataDir });
  },
};

async function configure(settings: string, database: string): Promise<void> {
  await mkdir(database);
  const schemas = ['core', 'cosine', 'inetorgperson'];
  const lines = [
    'modulepath /usr/lib/ldap',
    'moduleload back_mdb',
    ...schemas.map((name) => `include /etc/ldap/schema/${name}.schema`),
    'database mdb',
    'suffix "dc=example,dc=org"',
    'rootdn "cn=admin,dc=example,dc=org"',
    `rootpw ${PASSWORD}`,
    `directory ${database}`,
  ];
  await writeFile(settings, `${lines.join('\n')}\n`);
}
