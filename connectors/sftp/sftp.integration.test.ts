import { createHash } from 'node:crypto';
import { readdir, readFile, truncate, utimes, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

import { type PrivateServer, startServer } from '@patchbay/e2e/setup';
import type { JsonObject } from '@patchbay/shared/base';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { fileOf, testConnection } from '#sdk';
import { type Bench, openBench } from '#sdk/testing';

import { sftp } from './index.ts';

let server: PrivateServer;
let bench: Bench;
let hostKey = '';
const place = (...names: string[]): string => join(server.dataDir, 'files', ...names);
const file = (text: string): JsonObject => ({ ...fileOf('x.csv', Buffer.from(text)) });

beforeAll(async () => {
  server = await startServer('sshd');
  const [, key = ''] = (await readFile(join(server.dataDir, 'host-key.pub'), 'utf8')).split(' ');
  const hash = createHash('sha256').update(Buffer.from(key, 'base64')).digest('base64');
  hostKey = `SHA256:${hash.replace('=', '')}`;
  const privateKey = await readFile(join(server.dataDir, 'client-key'), 'utf8');
  const fields = { user: new URL(server.url).username, privateKey };
  const config = { host: '127.0.0.1', port: server.port, hostKey };
  bench = openBench(sftp, { scheme: 'key', config, fields });
});
afterAll(async () => {
  await bench.close();
  await server.stop();
});

describe('files', () => {
  it('are written, listed, read, moved and deleted', async () => {
    expect(await bench.call('makeFolder', { path: 'in' })).toEqual({ path: 'in' });
    const path = 'in/Größe 1.csv';
    expect(await bench.call('put', { path, file: file('a,b\n') })).toEqual({ path, size: 4 });
    expect(await readFile(place('in', 'Größe 1.csv'), 'utf8')).toBe('a,b\n');
    const [entry] = (await bench.call('list', { folder: 'in' })) as JsonObject[];
    expect(entry).toMatchObject({ path, name: 'Größe 1.csv', kind: 'file', size: 4 });
    expect(Date.now() - Date.parse(entry?.modified as string)).toBeLessThan(60_000);
    expect(await bench.call('get', { path })).toEqual({
      name: 'Größe 1.csv',
      type: 'text/csv',
      size: 4,
      base64: 'YSxiCg==',
    });
    await bench.call('move', { path, to: 'in/2.csv' });
    await bench.call('deleteFile', { path: 'in/2.csv' });
    await bench.call('deleteFolder', { path: 'in' });
    expect(await bench.call('list', {})).toEqual([]);
  });

  it('are overwritten only when that is wanted, and leave no half behind', async () => {
    await bench.call('put', { path: 'o.csv', file: file('old') });
    const refused = bench.call('put', { path: 'o.csv', file: file('new'), overwrite: false });
    await expect(refused).rejects.toMatchObject({ problem: { code: 'rejected' } });
    expect(await readFile(place('o.csv'), 'utf8')).toBe('old');
    await bench.call('put', { path: 'o.csv', file: file('new') });
    expect(await readFile(place('o.csv'), 'utf8')).toBe('new');
    expect(await readdir(place())).toEqual(['o.csv']);
    await bench.call('deleteFile', { path: 'o.csv' });
  });

  it('that are too large are refused before they are read', async () => {
    await writeFile(place('large'), '');
    await truncate(place('large'), 11 * 1024 * 1024);
    await expect(bench.call('get', { path: 'large' })).rejects.toMatchObject({
      problem: { code: 'invalid_input', message: expect.stringContaining('11.0 MB') },
    });
    await bench.call('deleteFile', { path: 'large' });
  });

  it.each<[string, JsonObject, RegExp]>([
    ['get', { path: 'nowhere' }, /no such file/],
    ['list', { folder: 'nowhere' }, /no such file/],
    ['put', { path: '/proc/x', file: { name: 'x', base64: '' } }, /no such file|Not allowed/],
    ['deleteFolder', { path: '/' }, /could not do it/],
    ['get', { path: 'a\nb' }, /one line/],
  ])('say what is wrong with %s of %j', async (action, input, words) => {
    await expect(bench.call(action, input)).rejects.toMatchObject({
      problem: { message: expect.stringMatching(words), hint: expect.stringMatching(/\w/) },
    });
  });
});

describe('the trigger', () => {
  it('gives each new file once, when it has stopped growing', async () => {
    const input = { endsWith: '.csv' };
    const first = await bench.look('newFile', input);
    expect(first.items).toEqual([]);
    await writeFile(place('a.csv'), '1');
    await writeFile(place('b.txt'), '1');
    const second = await bench.look('newFile', input, first.cursor);
    expect(second.items).toEqual([]);
    await writeFile(place('a.csv'), '12');
    const third = await bench.look('newFile', input, second.cursor);
    expect(third.items).toEqual([]);
    await writeFile(place('c.csv'), '1');
    await utimes(place('c.csv'), 0, 0);
    const fourth = await bench.look('newFile', input, third.cursor);
    expect(fourth.items).toMatchObject([{ path: 'a.csv', size: 2 }]);
    const fifth = await bench.look('newFile', input, fourth.cursor);
    expect(fifth.items).toMatchObject([{ path: 'c.csv' }]);
    expect((await bench.look('newFile', input, fifth.cursor)).items).toEqual([]);
  });
});

describe('the connection', () => {
  it('is tested by signing in, and says where it is', async () => {
    const user = new URL(server.url).username;
    const identity = `${user} at 127.0.0.1, in ${place()}`;
    expect(await testConnection(sftp, bench.context())).toEqual({ identity });
  });

  it('shows the key that nobody has confirmed, and refuses another one', async () => {
    const unknown = testConnection(sftp, bench.context({}, { config: { hostKey: '' } }));
    await expect(unknown).rejects.toMatchObject({ problem: { code: 'invalid_input' } });
    const { hostKey: _known, ...config } = { host: '127.0.0.1', port: server.port, hostKey };
    const open = openBench(sftp, {
      scheme: 'password',
      config,
      fields: { user: 'x', password: '' },
    });
    await expect(testConnection(sftp, open.context())).rejects.toMatchObject({
      problem: { code: 'rejected', message: expect.stringContaining(hostKey) },
    });
    await open.close();
    const other = { hostKey: `SHA256:${'A'.repeat(43)}` };
    const changed = testConnection(sftp, bench.context({}, { config: other }));
    await expect(changed).rejects.toMatchObject({
      problem: { code: 'rejected', message: expect.stringContaining('another key') },
    });
  });

  it.each([
    [{ fields: { user: 'nobody-here' } }, 'auth_expired', 'refuses the user or the key'],
    [{ fields: { privateKey: 'no key' } }, 'auth_expired', 'cannot be read'],
    [{ config: { port: 1 } }, 'unavailable', 'refused'],
    [{ config: { host: '10.1.2.3' } }, 'address_blocked', 'not a public address'],
  ])('explains what is wrong with %o', async (change, code, words) => {
    await expect(testConnection(sftp, bench.context({}, change))).rejects.toMatchObject({
      problem: { code, message: expect.stringContaining(words), hint: expect.stringMatching(/\w/) },
    });
  });
});
