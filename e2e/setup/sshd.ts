import { copyFile, mkdir, writeFile } from 'node:fs/promises';
import { userInfo } from 'node:os';
import { join } from 'node:path';

import { choosePlace, startPrivate } from './private-server.ts';
import type { ServerPart } from './server-part.ts';
import { findExecutable, mustRun } from './shell.ts';

/**
 * OpenSSH for SFTP alone, in the folder `files`. It lets our own user in by the key in `client-key`;
 * its own public key is in `host-key.pub`.
 */
export const sshd: ServerPart = {
  name: 'OpenSSH',
  packages: ['openssh-server'],
  find: () => findExecutable('sshd', ['/usr/sbin']),
  start: async (command, place) => {
    const { port, dataDir, isNew } = await choosePlace('sshd', place);
    const settings = join(dataDir, 'sshd_config');
    if (isNew) await configure(settings, { port, dataDir });
    const url = `sftp://${userInfo().username}@127.0.0.1:${port}`;
    const how = { readyLine: 'Server listening on 127.0.0.1', stopSignal: 'SIGTERM' } as const;
    const args = ['-D', '-e', '-f', settings];
    return startPrivate({ command, args, ...how }, { url, port, dataDir });
  },
};

async function configure(
  settings: string,
  { port, dataDir }: { port: number; dataDir: string },
): Promise<void> {
  // Debian's service makes it; without the service nobody does.
  if (process.getuid?.() === 0) await mkdir('/run/sshd', { recursive: true });
  await mkdir(join(dataDir, 'files'));
  for (const name of ['host-key', 'client-key']) {
    await mustRun('ssh-keygen', ['-q', '-t', 'ed25519', '-N', '', '-f', join(dataDir, name)]);
  }
  await copyFile(join(dataDir, 'client-key.pub'), join(dataDir, 'authorized_keys'));
  const lines = [
    `Port ${port}`,
    'ListenAddress 127.0.0.1',
    `HostKey ${join(dataDir, 'host-key')}`,
    `AuthorizedKeysFile ${join(dataDir, 'authorized_keys')}`,
    'StrictModes no',
    'UsePAM no',
    'PidFile none',
    'PermitRootLogin yes',
    'Subsystem sftp internal-sftp',
    `ForceCommand internal-sftp -d ${join(dataDir, 'files')}`,
  ];
  await writeFile(settings, `${lines.join('\n')}\n`);
}
