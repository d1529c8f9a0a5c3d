import { execFile } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { createServer as createTlsServer } from 'node:https';
import { createServer, type AddressInfo, type Server, type Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';

import { startLoopback, type Loopback } from '@patchbay/connectors/sdk/testing';

const run = promisify(execFile);

/** Real servers on loopback, each failing in a way of its own. */
export interface FailingPeers {
  http: Loopback;
  /** Ports of servers that speak something else, or nothing. */
  ports: { closed: number; resets: number; silent: number; smtp: number; tls: number };
  stop(): Promise<void>;
}

/** Starts them all. */
export async function startFailingPeers(): Promise<FailingPeers> {
  const http = await startLoopback((request, response) => {
    const url = new URL(request.url ?? '/', 'http://peer');
    const [, what = '', rest = ''] = url.pathname.split('/');
    if (what === 'status') {
      const type = url.searchParams.get('type') ?? 'application/json';
      response.writeHead(Number(rest), { 'content-type': type });
      return void response.end(url.searchParams.get('body') ?? '{"error":"no"}');
    }
    if (what === 'circle') return void response.writeHead(302, { location: '/circle' }).end();
    if (what === 'html')
      return void response.setHeader('content-type', 'text/html').end('<html>Sign in</html>');
    if (what === 'half') {
      response.writeHead(200, { 'content-type': 'application/json', 'content-length': '100' });
      response.write('{"a":');
      return void setImmediate(() => response.destroy());
    }
    if (what === 'packed') return void response.setHeader('content-encoding', 'zstd').end('{}');
    if (what === 'garbled')
      return void response.setHeader('content-encoding', 'gzip').end('this is not gzip');
    if (what === 'large') return void response.end('x'.repeat(11 * 1024 * 1024));
    // Everything else is never answered.
  });
  const open: Server[] = [];
  const sockets = new Set<Socket>();
  const listen = async (server: Server): Promise<number> => {
    server.on('connection', (socket) => sockets.add(socket));
    server.listen(0, '127.0.0.1');
    await once(server, 'listening');
    open.push(server);
    return (server.address() as AddressInfo).port;
  };
  const resets = await listen(
    createServer((socket) => socket.once('data', () => socket.resetAndDestroy())),
  );
  const silent = await listen(createServer(() => undefined));
  const smtp = await listen(createServer((socket) => void socket.end('220 mail ready\r\n')));
  const tls = await listen(createTlsServer(await selfSigned(), (_, res) => void res.end('{}')));
  const closed = await listen(createServer());
  await closeAll([open.pop() as Server], sockets);
  return {
    http,
    ports: { closed, resets, silent, smtp, tls },
    stop: async () => {
      await http.stop();
      await closeAll(open, sockets);
    },
  };
}

async function closeAll(servers: Server[], sockets: Set<Socket>): Promise<void> {
  for (const server of servers) {
    const closed = once(server, 'close');
    server.close();
    // Nobody reads from the silent ones, so they never see that the other side hung up.
    for (const socket of sockets) socket.destroy();
    await closed;
  }
}

async function selfSigned(): Promise<{ key: string; cert: string }> {
  const dir = await mkdtemp(join(tmpdir(), 'patchbay-tls-'));
  const [key, cert] = [join(dir, 'key.pem'), join(dir, 'cert.pem')];
  const how = ['-newkey', 'rsa:2048', '-nodes', '-days', '1', '-subj', '/CN=elsewhere.test'];
  await run('openssl', ['req', '-x509', ...how, '-keyout', key, '-out', cert]);
  const pair = { key: await readFile(key, 'utf8'), cert: await readFile(cert, 'utf8') };
  await rm(dir, { recursive: true });
  return pair;
}
