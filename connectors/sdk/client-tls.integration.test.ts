import { once } from 'node:events';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { createServer, type Server } from 'node:https';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TLSSocket } from 'node:tls';

import { createCertificate } from '@patchbay/e2e/setup';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { createOutbound, type Outbound } from '#sdk/outbound';

import type { ClientTls } from './http.ts';

let server: Server;
let url: string;
let client: ClientTls;
let folder: string;
let outbound: Outbound;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'patchbay-tls-'));
  const { keyFile, ca } = await createCertificate(folder);
  const privateKey = await readFile(keyFile, 'utf8');
  // One certificate for both ends: it is its own authority.
  client = { certificate: ca, privateKey, ca };
  const options = { key: privateKey, cert: ca, ca, requestCert: true, rejectUnauthorized: false };
  server = createServer(options, (request, response) => {
    const name = (request.socket as TLSSocket).getPeerCertificate().subject?.CN ?? 'nobody';
    if (request.url !== '/away') return void response.end(String(name));
    const { port } = server.address() as AddressInfo;
    response.writeHead(302, { location: `https://127.0.0.1:${port}/` }).end();
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  url = `https://localhost:${(server.address() as AddressInfo).port}`;
  outbound = createOutbound({ allowPrivate: ['localhost', '127.0.0.1', '::1'] });
});
afterAll(async () => {
  await outbound.close();
  server.closeAllConnections();
  server.close();
  await rm(folder, { recursive: true });
});

describe('a client certificate', () => {
  it('says who is calling, again and again', async () => {
    for (let i = 0; i < 2; i++) {
      const { body } = await outbound.http.request({
        url,
        clientTls: client,
        responseType: 'text',
      });
      expect(body).toBe('localhost');
    }
  });

  it('trusts only whom the connection trusts', async () => {
    const { ca: _none, ...stranger } = client;
    const failed = outbound.http.request({ url, clientTls: stranger });
    await expect(failed).rejects.toThrow('its certificate is not trusted');
  });

  it('is not shown to another origin that a redirect names', async () => {
    const failed = outbound.http.request({ url: `${url}/away`, clientTls: client, redirects: 1 });
    // Without the connection's own authority the other origin is a stranger.
    await expect(failed).rejects.toThrow('its certificate is not trusted');
  });
});
