import { chown, mkdir, writeFile } from 'node:fs/promises';
import { userInfo } from 'node:os';
import { join } from 'node:path';

import { createCertificate } from './certificate.ts';
import { choosePlace, startPrivate } from './private-server.ts';
import type { ServerPart } from './server-part.ts';
import { findExecutable, serverAccount } from './shell.ts';

const USER = 'user';
const PASSWORD = 'patchbay-tests';

/**
 * Exim, a mail server that takes mail for anybody but `unknown…`, from who signed in, and puts it into
 * `mail/new`. It offers STARTTLS; its certificate in `tls/cert.pem` is for `localhost`.
 */
export const exim: ServerPart = {
  name: 'Exim',
  packages: ['exim4-daemon-light'],
  find: () => findExecutable('exim4', ['/usr/sbin']),
  start: async (command, place) => {
    const { port, dataDir, isNew } = await choosePlace('exim', place);
    const settings = join(dataDir, 'exim.conf');
    if (isNew) await configure(settings, { port, dataDir });
    const url = `smtp://${USER}:${PASSWORD}@127.0.0.1:${port}`;
    const how = { readyPort: port, stopSignal: 'SIGTERM' } as const;
    return startPrivate(
      { command, args: ['-C', settings, '-bdf'], ...how },
      { url, port, dataDir },
    );
  },
};

// What Exim does with a mail it never does as root, so all but its settings belong to another.
async function configure(
  settings: string,
  { port, dataDir }: { port: number; dataDir: string },
): Promise<void> {
  const account = (await serverAccount('Debian-exim')) ?? userInfo();
  const folders = ['spool', 'log', 'mail'].map((name) => join(dataDir, name));
  const [spool, log, mail] = folders;
  const { certFile, keyFile } = await createCertificate(dataDir);
  for (const folder of folders) await mkdir(folder);
  for (const folder of [dataDir, ...folders]) await chown(folder, account.uid, account.gid);
  const isKnown = `and {{eq {$auth2}{${USER}}}{eq {$auth3}{${PASSWORD}}}}`;
  const lines = [
    `exim_user = ${account.uid}`,
    `exim_group = ${account.gid}`,
    `spool_directory = ${spool}`,
    `log_file_path = ${log}/%slog`,
    'local_interfaces = 127.0.0.1',
    `daemon_smtp_ports = ${port}`,
    'primary_hostname = localhost',
    'tls_advertise_hosts = *',
    `tls_certificate = ${certFile}`,
    `tls_privatekey = ${keyFile}`,
    'acl_smtp_rcpt = rcpt',
    'acl_smtp_data = data',
    'begin acl',
    'rcpt:',
    '  deny message = Sign in first',
    '       !authenticated = *',
    '  deny message = Nobody here has that name',
    '       local_parts = ^unknown',
    '  accept',
    'data:',
    '  accept',
    'begin routers',
    'all:',
    '  driver = accept',
    '  transport = keep',
    'begin transports',
    'keep:',
    '  driver = appendfile',
    `  directory = ${mail}`,
    '  maildir_format',
    `  user = ${account.uid}`,
    `  group = ${account.gid}`,
    'begin authenticators',
    'plain:',
    '  driver = plaintext',
    '  public_name = PLAIN',
    '  server_prompts = :',
    `  server_condition = \${if ${isKnown}}`,
    '  server_set_id = $auth2',
  ];
  await writeFile(settings, `${lines.join('\n')}\n`);
}
