import { readdir, readFile, truncate, writeFile } from 'node:fs/promises';
import { type AddressInfo, createServer } from 'node:net';
import { join } from 'node:path';

import { type PrivateServer, startServer } from '@patchbay/e2e/setup';
import type { JsonObject } from '@patchbay/shared/base';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { fileOf, testConnection } from '#sdk';
import { type Bench, openBench } from '#sdk/testing';

import { ftp } from './index.ts';

let server: PrivateServer;
let bench: Bench;
const place = (...names: string[]): string => join(server.dataDir, 'root', 'files', ...names);
const file = (text: string): JsonObject => ({ ...fileOf('x.csv', Buffer.from(text)) });

beforeAll(async () => {
  server = await startServer('vsftpd');
  const ca = await readFile(join(server.dataDir, 'tls', 'cert.pem'), 'utf8');
  const config = { host: 'localhost', port: server.port, ca };
  bench = openBench(ftp, { scheme: 'none', config, fields: {} });
});
afterAll(async () => {
  await bench.close();
  await server.stop();
});

describe('files', () => {
  it('are written, listed, read, moved and deleted over TLS', async () => {
    expect(await bench.call('makeFolder', { path: 'files/in' })).toEqual({ path: 'files/in' });
    const path = 'files/in/one 1.csv';
    expect(await bench.call('put', { path, file: file('a,b\n') })).toEqual({ path, size: 4 });
    expect(await readFile(place('in', 'one 1.csv'), 'utf8')).toBe('a,b\n');
    expect(await bench.call('list', { folder: 'files/in' })).toMatchObject([
      { path, name: 'one 1.csv', kind: 'file', size: 4 },
    ]);
    expect(await bench.call('get', { path })).toEqual({
      name: 'one 1.csv',
      type: 'text/csv',
      size: 4,
      base64: 'YSxiCg==',
    });
    await bench.call('move', { path, to: 'files/in/2.csv' });
    await bench.call('deleteFile', { path: 'files/in/2.csv' });
    await bench.call('deleteFolder', { path: 'files/in' });
    expect(await readdir(place())).toEqual([]);
  });

  it('are overwritten only when that is wanted, and leave no half behind', async () => {
    await bench.call('put', { path: 'files/o.csv', file: file('old') });
    const again = { path: 'files/o.csv', file: file('new'), overwrite: false };
    await expect(bench.call('put', again)).rejects.toMatchObject({ problem: { code: 'rejected' } });
    expect(await readFile(place('o.csv'), 'utf8')).toBe('old');
    await bench.call('put', { ...again, overwrite: true });
    expect(await readFile(place('o.csv'), 'utf8')).toBe('new');
    expect(await readdir(place())).toEqual(['o.csv']);
    await bench.call('deleteFile', { path: 'files/o.csv' });
  });

  it('that are too large are given up', async () => {
    await writeFile(place('large'), '');
    await truncate(place('large'), 11 * 1024 * 1024);
    await expect(bench.call('get', { path: 'files/large' })).rejects.toMatchObject({
      problem: { code: 'invalid_input', message: expect.stringContaining('too large') },
    });
    await bench.call('deleteFile', { path: 'files/large' });
  });

  it.each<[string, JsonObject, RegExp]>([
    ['get', { path: 'files/nowhere' }, /refuses the path/],
    ['put', { path: 'nowhere/x', file: { name: 'x', base64: '' } }, /refuses/],
    ['deleteFolder', { path: 'nowhere' }, /refuses the path/],
    ['makeFolder', { path: 'a\r\nDELE b' }, /one line/],
  ])('say what is wrong with %s of %j', async (action, input, words) => {
    await expect(bench.call(action, input)).rejects.toMatchObject({
      problem: { message: expect.stringMatching(words), hint: expect.stringMatching(/\w/) },
    });
  });
});

describe('the trigger', () => {
  it('gives each new file once, when it has stopped growing', async () => {
    const input = { folder: 'files', endsWith: '.csv' };
    const first = await bench.look('newFile', input);
    await writeFile(place('a.csv'), '1');
    const second = await bench.look('newFile', input, first.cursor);
    await writeFile(place('a.csv'), '12');
    const third = await bench.look('newFile', input, second.cursor);
    const fourth = await bench.look('newFile', input, third.cursor);
    const fifth = await bench.look('newFile', input, fourth.cursor);
    const given = [first, second, third, fourth, fifth].map(({ items }) => items.length);
    expect(given).toEqual([0, 0, 0, 1, 0]);
    expect(fourth.items).toMatchObject([{ path: 'files/a.csv', size: 2 }]);
  });
});

describe('the connection', () => {
  it('is tested by signing in', async () => {
    const identity = 'anonymous at localhost, in /';
    expect(await testConnection(ftp, bench.context())).toEqual({ identity });
    const plain = bench.context({}, { config: { security: 'none' } });
    expect(await testConnection(ftp, plain)).toEqual({ identity });
  });

  it('refuses a user that the server does not know', async () => {
    const { config } = bench.context();
    const open = openBench(ftp, {
      scheme: 'password',
      config,
      fields: { user: 'x', password: 'y' },
    });
    await expect(testConnection(ftp, open.context())).rejects.toMatchObject({
      problem: { code: 'auth_expired' },
    });
    await open.close();
  });

  it.each([
    [{ config: { host: '127.0.0.1' } }, 'unavailable', 'not trusted'],
    [{ config: { ca: '' } }, 'unavailable', 'not trusted'],
    [{ config: { port: 1 } }, 'unavailable', 'refused'],
    [{ config: { host: '10.1.2.3' } }, 'address_blocked', 'not a public address'],
  ])('explains what is wrong with %o', async (change, code, words) => {
    await expect(testConnection(ftp, bench.context({}, change))).rejects.toMatchObject({
      problem: { code, message: expect.stringContaining(words), hint: expect.stringMatching(/\w/) },
    });
  });

  it('does not follow a server that sends it to another host', async () => {
    const liar = createServer((socket) => {
      socket.on('error', () => undefined).write('220 hello\r\n');
      socket.on('data', (line) => socket.write(`${answerTo(line.toString().trim())}\r\n`));
    });
    await new Promise<void>((done) => liar.listen(0, '127.0.0.1', done));
    const { port } = liar.address() as AddressInfo;
    const config = { host: '127.0.0.1', port, security: 'none' };
    await expect(bench.call('list', {}, { config })).rejects.toMatchObject({
      problem: { code: 'rejected', message: expect.stringContaining('another host') },
    });
    await new Promise((done) => liar.close(done));
  });
});

function answerTo(line: string): string {
  if (line.startsWith('EPSV')) return '500 no';
  if (line === 'PASV') return '227 Entering Passive Mode (10,1,2,3,1,1)';
  return line === 'PWD' ? '257 "/"' : '230 ok';
}
