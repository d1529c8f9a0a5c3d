import { chmod, mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

import { createCertificate } from './certificate.ts';
import { choosePlace, startPrivate } from './private-server.ts';
import type { ServerPart } from './server-part.ts';
import { findExecutable } from './shell.ts';

/**
 * vsftpd, an FTP server that lets `anonymous` write into `files` and nobody else in, with TLS for who
 * asks; its certificate in `tls/cert.pem` is for `localhost`. It wants to be started by root.
 */
export const vsftpd: ServerPart = {
  name: 'vsftpd',
  packages: ['vsftpd'],
  find: () => findExecutable('vsftpd', ['/usr/sbin']),
  start: async (command, place) => {
    const { port, dataDir, isNew } = await choosePlace('vsftpd', place);
    const settings = join(dataDir, 'vsftpd.conf');
    if (isNew) await configure(settings, { port, dataDir });
    const url = `ftp://anonymous@127.0.0.1:${port}`;
    const how = { readyPort: port, stopSignal: 'SIGTERM' } as const;
    return startPrivate({ command, args: [settings], ...how }, { url, port, dataDir });
  },
};

async function configure(
  settings: string,
  { port, dataDir }: { port: number; dataDir: string },
): Promise<void> {
  const root = join(dataDir, 'root');
  const empty = join(dataDir, 'empty');
  for (const folder of [root, empty, join(root, 'files')]) await mkdir(folder);
  await chmod(dataDir, 0o755);
  await chmod(join(root, 'files'), 0o777);
  const { certFile, keyFile } = await createCertificate(dataDir);
  const options = {
    listen: 'YES',
    listen_address: '127.0.0.1',
    listen_port: port,
    background: 'NO',
    anonymous_enable: 'YES',
    local_enable: 'NO',
    no_anon_password: 'YES',
    anon_root: root,
    anon_umask: '022',
    anon_upload_enable: 'YES',
    anon_mkdir_write_enable: 'YES',
    anon_other_write_enable: 'YES',
    write_enable: 'YES',
    nopriv_user: 'nobody',
    secure_chroot_dir: empty,
    ssl_enable: 'YES',
    allow_anon_ssl: 'YES',
    force_local_logins_ssl: 'NO',
    force_local_data_ssl: 'NO',
    require_ssl_reuse: 'NO',
    ssl_ciphers: 'HIGH',
    rsa_cert_file: certFile,
    rsa_private_key_file: keyFile,
    seccomp_sandbox: 'NO',
    xferlog_enable: 'NO',
  };
  const lines = Object.entries(options).map(([name, value]) => `${name}=${value}\n`);
  await writeFile(settings, lines.join(''));
}
