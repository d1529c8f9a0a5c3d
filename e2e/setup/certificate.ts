import { chmod, mkdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';

import { mustRun } from './shell.ts';

/** A certificate that is its own authority. */
export interface Certificate {
  /** Paths of PEM files that every account may read. */
  certFile: string;
  keyFile: string;
  /** The certificate as text, for a client that trusts it. */
  ca: string;
}

/** Makes a certificate for `localhost` alone, not for 127.0.0.1, in a new folder in `folder`. */
export async function createCertificate(folder: string): Promise<Certificate> {
  const place = join(folder, 'tls');
  await mkdir(place, { mode: 0o755 });
  const [certFile, keyFile] = [join(place, 'cert.pem'), join(place, 'key.pem')];
  const kind = ['req', '-x509', '-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:prime256v1'];
  const about = ['-nodes', '-days', '2', '-subj', '/CN=localhost'];
  const names = ['-addext', 'subjectAltName=DNS:localhost'];
  await mustRun('openssl', [...kind, ...about, ...names, '-keyout', keyFile, '-out', certFile]);
  await chmod(keyFile, 0o644);
  return { certFile, keyFile, ca: await readFile(certFile, 'utf8') };
}
