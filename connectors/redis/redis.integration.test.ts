import { type PrivateServer, startServer, startTlsFront } from '@patchbay/e2e/setup';
import { Redis } from 'ioredis';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { testConnection } from '#sdk';
import { type Bench, openBench } from '#sdk/testing';

import { redis } from './index.ts';

let server: PrivateServer;
let admin: Redis;
let bench: Bench;
beforeAll(async () => {
  server = await startServer('redis');
  admin = new Redis(server.port);
  await admin.acl('SETUSER', 'flow', 'on', '>s3cret', '~*', '&*', '+@all', '-flushall');
  const config = { host: '127.0.0.1', port: server.port, tls: 'disable' };
  bench = openBench(redis, {
    scheme: 'password',
    config,
    fields: { user: 'flow', password: 's3cret' },
  });
});
afterAll(async () => {
  await bench?.close();
  admin?.disconnect();
  await server?.stop();
});

describe('a connection to Redis', () => {
  it('says who it is', async () => {
    const { identity } = await testConnection(redis, bench.context());
    expect(identity).toMatch(/^Redis \d+\.\d+.*, database 0$/);
  });

  it('judges the certificate by the name of the host', async () => {
    const front = await startTlsFront(server.port);
    const config = { host: 'localhost', port: front.port, tls: 'verify-full', ca: front.ca };
    const named = testConnection(redis, bench.context({}, { config }));
    expect((await named).identity).toContain('Redis');
    for (const change of [{ ca: '' }, { host: '127.0.0.1' }]) {
      const failing = testConnection(
        redis,
        bench.context({}, { config: { ...config, ...change } }),
      );
      await expect(failing).rejects.toMatchObject({
        problem: { message: expect.stringContaining('certificate is not trusted') },
      });
    }
    const unchecked = { ...config, host: '127.0.0.1', ca: '', tls: 'require' };
    await testConnection(redis, bench.context({}, { config: unchecked }));
    await front.stop();
  });

  it.each([
    [{ fields: { password: 'wrong' } }, 'auth_expired', 'Wrong password'],
    [{ config: { port: 1 } }, 'unavailable', 'refused'],
    [{ config: { host: '10.1.2.3' } }, 'address_blocked', 'not a public address'],
    [{ config: { database: 99 } }, 'rejected', 'out of range'],
  ])('explains what is wrong with %o', async (change, code, words) => {
    await expect(testConnection(redis, bench.context({}, change))).rejects.toMatchObject({
      problem: { code, message: expect.stringContaining(words), hint: expect.stringMatching(/\w/) },
    });
  });

  it('keeps one connection for many steps and opens another after its loss', async () => {
    await Promise.all(Array.from({ length: 20 }, () => bench.call('get', { key: 'x' })));
    const clients = (await admin.client('LIST')) as string;
    expect(clients.match(/name=patchbay/g)).toHaveLength(1);
    await admin.call('CLIENT', 'KILL', 'TYPE', 'NORMAL', 'SKIPME', 'YES');
    const again = (): Promise<unknown> => bench.call('get', { key: 'x' }).catch(() => undefined);
    await expect.poll(again).toEqual({ value: null });
  });
});

describe('the actions', () => {
  it.each<[string, object, object]>([
    ['set', { key: 'k', value: 'v' }, { written: true }],
    ['set', { key: 'k', value: 'w', onlyIf: 'absent' }, { written: false }],
    ['get', { key: 'k' }, { value: 'v' }],
    ['set', { key: 'j', value: { a: [1] }, expireSeconds: 60 }, { written: true }],
    ['get', { key: 'j' }, { value: '{"a":[1]}' }],
    ['expire', { key: 'k', seconds: 60 }, { found: true }],
    ['increment', { key: 'n', by: 5 }, { value: 5 }],
    ['listKeys', { pattern: '?', most: 2 }, { truncated: true }],
    ['delete', { keys: ['k', 'j', 'n', 'none'] }, { count: 3 }],
    ['setHash', { key: 'h', fields: { name: 'Ada', tags: ['x'] } }, { added: 2 }],
    ['getHash', { key: 'h' }, { fields: { name: 'Ada', tags: '["x"]' } }],
    ['pushList', { key: 'l', values: ['a', 'b', { c: 1 }] }, { length: 3 }],
    ['readList', { key: 'l' }, { values: ['a', 'b', '{"c":1}'] }],
    ['popList', { key: 'l', count: 2 }, { values: ['a', 'b'] }],
    ['popList', { key: 'empty' }, { values: [] }],
    ['addToSet', { key: 's', members: ['a', 'b', 'a'] }, { added: 2 }],
    ['removeFromSet', { key: 's', members: ['b'] }, { removed: 1 }],
    ['readSet', { key: 's' }, { members: ['a'] }],
    ['publish', { channel: 'c', message: 'hi' }, { receivers: 0 }],
    ['command', { command: 'ZADD', arguments: ['z', 7, 'ada'] }, { result: 1 }],
  ])('%s with %o gives %o', async (action, input, output) => {
    expect(await bench.call(action, input as never)).toMatchObject(output);
  });

  it('explain what the server refuses', async () => {
    await expect(bench.call('get', { key: 'h' })).rejects.toMatchObject({
      problem: { code: 'rejected', message: expect.stringContaining('another type') },
    });
    await expect(bench.call('command', { command: 'FLUSHALL' })).rejects.toMatchObject({
      problem: { code: 'rejected', message: expect.stringContaining('Not allowed') },
    });
    await expect(bench.call('command', { command: 'BLPOP' })).rejects.toMatchObject({
      problem: { code: 'invalid_input' },
    });
  });
});

describe('a stream', () => {
  it('gives each entry once, in order', async () => {
    const add = (n: number): Promise<unknown> =>
      bench.call('addToStream', { key: 'orders', fields: { n } });
    await add(0);
    const first = await bench.look('newEntry', { key: 'orders' });
    expect(first.items).toEqual([]);
    await add(1);
    await add(2);
    const second = await bench.look('newEntry', { key: 'orders' }, first.cursor);
    expect(second.items).toMatchObject([{ fields: { n: '1' } }, { fields: { n: '2' } }]);
    expect((await bench.look('newEntry', { key: 'orders' }, second.cursor)).items).toEqual([]);
    const read = await bench.call('readStream', {
      key: 'orders',
      after: first.cursor ?? '',
      most: 1,
    });
    expect(read).toMatchObject({ entries: [{ fields: { n: '1' } }] });
  });

  it('begins at a stream that does not exist yet', async () => {
    const { cursor } = await bench.look('newEntry', { key: 'later' });
    await admin.xadd('later', '*', 'n', '1');
    expect((await bench.look('newEntry', { key: 'later' }, cursor)).items).toHaveLength(1);
  });
});
