import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';

import { choosePlace, startPrivate } from './private-server.ts';
import type { ServerPart } from './server-part.ts';
import { findExecutable } from './shell.ts';

const USER = 'patchbay';
const PASSWORD = 'patchbay-tests';

/** Radicale, a calendar server, with a user. */
export const radicale: ServerPart = {
  name: 'Radicale',
  packages: ['radicale'],
  find: () => findExecutable('radicale'),
  start: async (command, place) => {
    const { port, dataDir, isNew } = await choosePlace('radicale', place);
    const settings = join(dataDir, 'radicale.conf');
    if (isNew) await configure(settings, { port, dataDir });
    const url = `http://${USER}:${PASSWORD}@127.0.0.1:${port}/`;
    const how = { readyLine: 'Radicale server ready', stopSignal: 'SIGTERM' } as const;
    return startPrivate({ command, args: ['-C', settings], ...how }, { url, port, dataDir });
  },
};

async function configure(
  settings: string,
  { port, dataDir }: { port: number; dataDir: string },
): Promise<void> {
  const users = join(dataDir, 'users');
  await writeFile(users, `${USER}:${PASSWORD}\n`);
  const lines = [
    '[server]',
    `hosts = 127.0.0.1:${port}`,
    '[auth]',
    'type = htpasswd',
    `htpasswd_filename = ${users}`,
    'htpasswd_encryption = plain',
    'delay = 0',
    '[logging]',
    'level = info',
    '[storage]',
    `filesystem_folder = ${join(dataDir, 'collections')}`,
  ];
  await writeFile(settings, `${lines.join('\n')}\n`);
}
