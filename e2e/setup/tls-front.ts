import { once } from 'node:events';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { type AddressInfo, connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createServer, type TLSSocket } from 'node:tls';

import { createCertificate } from './certificate.ts';

/** A door with TLS in front of a server that has none. */
export interface TlsFront {
  port: number;
  /** PEM text of the authority of its certificate, which is for `localhost` alone. */
  ca: string;
  stop(): Promise<void>;
}

/** Opens a door with TLS on a free port of 127.0.0.1 that leads to `port`. */
export async function startTlsFront(port: number): Promise<TlsFront> {
  const folder = await mkdtemp(join(tmpdir(), 'patchbay-tls-'));
  const { keyFile, ca } = await createCertificate(folder);
  const server = createServer({ cert: ca, key: await readFile(keyFile) });
  await rm(folder, { recursive: true });
  const open = new Set<TLSSocket>();
  server.on('secureConnection', (inside) => {
    open.add(inside);
    const outside = connect(port, '127.0.0.1');
    inside.on('error', () => outside.destroy()).on('close', () => outside.destroy());
    outside.on('error', () => inside.destroy()).on('close', () => inside.destroy());
    inside.pipe(outside).pipe(inside);
  });
  server.on('tlsClientError', () => undefined).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const stop = async (): Promise<void> => {
    for (const inside of open) inside.destroy();
    server.close();
    await once(server, 'close');
  };
  return { port: (server.address() as AddressInfo).port, ca, stop };
}
