import { chown, mkdir, writeFile } from 'node:fs/promises';
import { userInfo } from 'node:os';
import { join } from 'node:path';

import { createCertificate } from './certificate.ts';
import { choosePlace, startPrivate } from './private-server.ts';
import type { ServerPart } from './server-part.ts';
import { findExecutable, serverAccount } from './shell.ts';

const PASSWORD = 'patchbay-tests';

/**
 * Dovecot, an IMAP server that knows every user by one password; its certificate in `tls/cert.pem` is
 * for `localhost`, and the log-in without TLS is allowed.
 */
export const dovecot: ServerPart = {
  name: 'Dovecot',
  packages: ['dovecot-imapd'],
  find: () => findExecutable('dovecot', ['/usr/sbin']),
  start: async (command, place) => {
    const { port, dataDir, isNew } = await choosePlace('dovecot', place);
    const settings = join(dataDir, 'dovecot.conf');
    if (isNew) await configure(settings, { port, dataDir });
    const url = `imap://user:${PASSWORD}@127.0.0.1:${port}`;
    const how = { readyLine: 'starting up for imap', stopSignal: 'SIGTERM' } as const;
    return startPrivate({ command, args: ['-F', '-c', settings], ...how }, { url, port, dataDir });
  },
};

// Dovecot lets nobody in whose mail belongs to root.
async function configure(
  settings: string,
  { port, dataDir }: { port: number; dataDir: string },
): Promise<void> {
  const account = (await serverAccount('nobody')) ?? userInfo();
  const mail = join(dataDir, 'mail');
  await mkdir(mail);
  await chown(mail, account.uid, account.gid);
  await chown(dataDir, account.uid, account.gid);
  const { certFile, keyFile } = await createCertificate(dataDir);
  const lines = [
    'protocols = imap',
    'listen = 127.0.0.1',
    `base_dir = ${join(dataDir, 'run')}`,
    `state_dir = ${join(dataDir, 'state')}`,
    'log_path = /dev/stderr',
    'disable_plaintext_auth = no',
    'ssl = yes',
    `ssl_cert = <${certFile}`,
    `ssl_key = <${keyFile}`,
    `mail_location = maildir:${mail}/%u`,
    `passdb {\n  driver = static\n  args = password=${PASSWORD}\n}`,
    `userdb {\n  driver = static\n  args = uid=${account.uid} gid=${account.gid} home=${mail}/%u\n}`,
    'namespace inbox {\n  inbox = yes\n}',
    `service imap-login {\n  inet_listener imap {\n    port = ${port}\n  }\n  inet_listener imaps {\n    port = 0\n  }\n}`,
  ];
  await writeFile(settings, `${lines.join('\n')}\n`);
}
