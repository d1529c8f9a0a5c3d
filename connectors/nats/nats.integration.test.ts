import { once } from 'node:events';
import { readFile } from 'node:fs/promises';
import { type AddressInfo, createServer } from 'node:net';

import { jetstreamManager } from '@nats-io/jetstream';
import { connect, type NatsConnection } from '@nats-io/transport-node';
import { type PrivateServer, startServer } from '@patchbay/e2e/setup';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { listOptions, testConnection } from '#sdk';
import { type Bench, openBench } from '#sdk/testing';

import { nats } from './index.ts';

let server: PrivateServer;
let admin: NatsConnection;
let bench: Bench;
beforeAll(async () => {
  server = await startServer('nats');
  const { username: user, password } = new URL(server.url);
  const servers = `127.0.0.1:${server.port}`;
  admin = await connect({ servers, user, pass: password, tls: null });
  const manager = await jetstreamManager(admin);
  await manager.streams.add({ name: 'ORDERS', subjects: ['orders.>'] });
  const config = { host: '127.0.0.1', port: server.port, tls: 'disable' };
  bench = openBench(nats, { scheme: 'user', config, fields: { user, password } });
});
afterAll(async () => {
  await bench?.close();
  await admin?.close();
  await server?.stop();
});

describe('a connection to NATS', () => {
  it('says who it is', async () => {
    const { identity } = await testConnection(nats, bench.context());
    expect(identity).toMatch(/^NATS \d+\.\d+/);
  });

  it('judges the certificate by the name of the host', async () => {
    const ca = await readFile(`${server.dataDir}/tls/cert.pem`, 'utf8');
    const config = { host: 'localhost', tls: 'verify-full', ca };
    await testConnection(nats, bench.context({}, { config }));
    for (const change of [{ ca: '' }, { host: '127.0.0.1' }]) {
      const failing = testConnection(nats, bench.context({}, { config: { ...config, ...change } }));
      await expect(failing).rejects.toMatchObject({
        problem: { message: expect.stringContaining('certificate is not trusted') },
      });
    }
  });

  it('does not send a password where TLS is asked for and the server has none', async () => {
    const lines: string[] = [];
    const plain = createServer((socket) => {
      socket.write('INFO {"server_id":"x","version":"2.9.0","proto":1,"max_payload":1000}\r\n');
      socket.on('data', (chunk) => lines.push(String(chunk))).on('error', () => undefined);
    }).listen(0, '127.0.0.1');
    await once(plain, 'listening');
    const { port } = plain.address() as AddressInfo;
    const config = { port, tls: 'verify-full' };
    await expect(testConnection(nats, bench.context({}, { config }))).rejects.toMatchObject({
      problem: { code: 'rejected', message: expect.stringContaining('TLS does not fit') },
    });
    expect(lines).toEqual([]);
    plain.close();
  });

  it.each([
    [{ fields: { password: 'wrong' } }, 'auth_expired', 'refused the credential'],
    [{ config: { port: 1 } }, 'unavailable', 'refused'],
    [{ config: { host: '10.1.2.3' } }, 'address_blocked', 'not a public address'],
  ])('explains what is wrong with %o', async (change, code, words) => {
    await expect(testConnection(nats, bench.context({}, change))).rejects.toMatchObject({
      problem: { code, message: expect.stringContaining(words), hint: expect.stringMatching(/\w/) },
    });
  });
});

describe('messages', () => {
  it('reach those who listen', async () => {
    const listening = admin.subscribe('news', { max: 1 });
    await admin.flush();
    await bench.call('publish', { subject: 'news', content: { n: 1 }, headers: { from: 'flow' } });
    for await (const message of listening) {
      expect(message.json()).toEqual({ n: 1 });
      expect(message.headers?.get('from')).toBe('flow');
    }
  });

  it('are answered', async () => {
    const service = admin.subscribe('price', {
      callback: (_, message) => {
        message.respond(`{"for":${message.string()}}`);
      },
    });
    await admin.flush();
    const answer = await bench.call('request', { subject: 'price', content: 7 });
    expect(answer).toMatchObject({ data: { for: 7 } });
    service.unsubscribe();
    await admin.flush();
    await expect(bench.call('request', { subject: 'price', content: 7 })).rejects.toMatchObject({
      problem: { code: 'rejected', message: expect.stringContaining('Nobody answers') },
    });
  });
});

describe('a stream', () => {
  it('is offered, and one that is missing is named', async () => {
    expect(await listOptions(nats, 'streams', bench.context())).toEqual([
      { value: 'ORDERS', label: 'ORDERS' },
    ]);
    await expect(bench.call('readStream', { stream: 'NONE' })).rejects.toMatchObject({
      problem: { code: 'rejected', message: expect.stringMatching(/stream not found/i) },
    });
  });

  it('takes a message once and gives each once, in order', async () => {
    const add = (id: string): Promise<unknown> =>
      bench.call('publishToStream', { subject: 'orders.new', content: id, messageId: id });
    await add('a');
    const input = { stream: 'ORDERS' };
    const first = await bench.look('newMessage', input);
    expect(first.items).toEqual([]);
    await add('b');
    expect(await add('b')).toMatchObject({ stream: 'ORDERS', seq: 2, duplicate: true });
    await add('c');
    const second = await bench.look('newMessage', input, first.cursor);
    expect(second.items).toMatchObject([
      { seq: 2, text: 'b' },
      { seq: 3, text: 'c' },
    ]);
    expect((await bench.look('newMessage', input, second.cursor)).items).toEqual([]);
    expect(await bench.call('readStream', { ...input, most: 1 })).toMatchObject({
      messages: [{ seq: 1, text: 'a', subject: 'orders.new' }],
    });
  });
});
