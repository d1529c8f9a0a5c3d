import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';

import { createCertificate } from './certificate.ts';
import { choosePlace, startPrivate } from './private-server.ts';
import type { ServerPart } from './server-part.ts';
import { findExecutable } from './shell.ts';

const USER = 'patchbay';
const PASSWORD = 'patchbay-tests';

/** NATS with JetStream, a user, and TLS for `localhost` on the same port for those who ask for it. */
export const nats: ServerPart = {
  name: 'NATS',
  packages: ['nats-server', 'openssl'],
  find: () => findExecutable('nats-server', ['/usr/sbin']),
  start: async (command, place) => {
    const { port, dataDir, isNew } = await choosePlace('nats', place);
    const settings = join(dataDir, 'nats.conf');
    if (isNew) await configure(settings, { port, dataDir });
    const url = `nats://${USER}:${PASSWORD}@127.0.0.1:${port}`;
    const how = { readyLine: 'Server is ready', stopSignal: 'SIGTERM' } as const;
    return startPrivate({ command, args: ['-c', settings], ...how }, { url, port, dataDir });
  },
};

async function configure(
  settings: string,
  { port, dataDir }: { port: number; dataDir: string },
): Promise<void> {
  const { certFile, keyFile } = await createCertificate(dataDir);
  const lines = [
    `listen: "127.0.0.1:${port}"`,
    `jetstream { store_dir: "${join(dataDir, 'jetstream')}" }`,
    `authorization { user: "${USER}", password: "${PASSWORD}" }`,
    `tls { cert_file: "${certFile}", key_file: "${keyFile}" }`,
    'allow_non_tls: true',
  ];
  await writeFile(settings, `${lines.join('\n')}\n`);
}
