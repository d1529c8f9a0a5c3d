import { join } from 'node:path';

import { choosePlace, startPrivate } from './private-server.ts';
import type { ServerPart } from './server-part.ts';
import { findExecutable } from './shell.ts';

const USER = 'patchbay';
const PASSWORD = 'patchbay-tests';

/** NATS with JetStream and a user. */
export const nats: ServerPart = {
  name: 'NATS',
  packages: ['nats-server'],
  find: () => findExecutable('nats-server', ['/usr/sbin']),
  start: async (command, place) => {
    const { port, dataDir } = await choosePlace('nats', place);
    const listen = ['-a', '127.0.0.1', '-p', String(port)];
    const stream = ['-js', '-sd', join(dataDir, 'jetstream')];
    const args = [...listen, ...stream, '--user', USER, '--pass', PASSWORD];
    const url = `nats://${USER}:${PASSWORD}@127.0.0.1:${port}`;
    const how = { readyLine: 'Server is ready', stopSignal: 'SIGTERM' } as const;
    return startPrivate({ command, args, ...how }, { url, port, dataDir });
  },
};
