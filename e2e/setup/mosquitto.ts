import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';

import { choosePlace, startPrivate } from './private-server.ts';
import type { ServerPart } from './server-part.ts';
import { findExecutable, mustRun } from './shell.ts';

const USER = 'patchbay';
const PASSWORD = 'patchbay-tests';

/** Mosquitto, an MQTT broker, with a user. */
export const mosquitto: ServerPart = {
  name: 'Mosquitto',
  packages: ['mosquitto'],
  find: () => findExecutable('mosquitto', ['/usr/sbin']),
  start: async (command, place) => {
    const { port, dataDir, isNew } = await choosePlace('mosquitto', place);
    const settings = join(dataDir, 'mosquitto.conf');
    if (isNew) await configure(settings, { port, dataDir });
    const url = `mqtt://${USER}:${PASSWORD}@127.0.0.1:${port}`;
    const how = { readyLine: 'running', stopSignal: 'SIGTERM' } as const;
    return startPrivate({ command, args: ['-c', settings], ...how }, { url, port, dataDir });
  },
};

async function configure(
  settings: string,
  { port, dataDir }: { port: number; dataDir: string },
): Promise<void> {
  const passwords = join(dataDir, 'passwords');
  await mustRun('mosquitto_passwd', ['-b', '-c', passwords, USER, PASSWORD]);
  const lines = [
    `listener ${port} 127.0.0.1`,
    'allow_anonymous false',
    `password_file ${passwords}`,
    // Without it, a broker that root started becomes a user who cannot read our folder.
    'user root',
    'log_dest stderr',
  ];
  await writeFile(settings, `${lines.join('\n')}\n`);
}
