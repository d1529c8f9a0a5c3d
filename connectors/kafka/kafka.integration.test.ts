import { execFile } from 'node:child_process';
import { once } from 'node:events';
import { type AddressInfo, createServer } from 'node:net';
import { promisify } from 'node:util';

import { type PrivateServer, startServer, startTlsFront } from '@patchbay/e2e/setup';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { callAction, listOptions, testConnection } from '#sdk';
import { createOutbound } from '#sdk/outbound';
import { type Bench, openBench, openTestContext } from '#sdk/testing';

import { kafka } from './index.ts';
import { startSignInFront } from './sign-in-front.ts';

const run = promisify(execFile);
/** The mock gives every topic four partitions. */
const PARTITIONS = 4;

let server: PrivateServer;
let bench: Bench;
const at = (): { host: string; port: number; tls: string } => ({
  host: '127.0.0.1',
  port: server.port,
  tls: 'disable',
});
beforeAll(async () => {
  server = await startServer('kafka');
  bench = openBench(kafka, { scheme: 'none', config: at(), fields: {} });
});
afterAll(async () => {
  await bench?.close();
  await server?.stop();
});

/** Another program's look at a topic. */
async function consume(topic: string, count: number): Promise<Record<string, unknown>[]> {
  const broker = `127.0.0.1:${server.port}`;
  const args = [
    '-C',
    '-b',
    broker,
    '-t',
    topic,
    '-o',
    'beginning',
    '-c',
    String(count),
    '-J',
    '-q',
  ];
  const { stdout } = await run('kcat', args);
  return stdout
    .split('\n')
    .filter(Boolean)
    .map((line) => JSON.parse(line) as Record<string, unknown>);
}

/** A topic that the broker leads in part that nobody named; the mock throws dice for leaders. */
async function topicOfTheOther(): Promise<string> {
  for (let n = 0; ; n++) {
    const topic = `apart-${n}`;
    const { partitions } = (await bench.call('describeTopic', { topic })) as {
      partitions: { leader: number }[];
    };
    if (partitions.some(({ leader }) => leader !== 1)) return topic;
  }
}

describe('a connection to Kafka', () => {
  it('says which cluster it is', async () => {
    const { identity } = await testConnection(kafka, bench.context());
    expect(identity).toMatch(/^Kafka, cluster mockCluster\w+, 2 brokers$/);
  });

  it('judges the certificate by the name of the host', async () => {
    const front = await startTlsFront(server.port);
    const config = { host: 'localhost', port: front.port, tls: 'verify-full', ca: front.ca };
    await testConnection(kafka, bench.context({}, { config }));
    for (const change of [{ ca: '' }, { host: '127.0.0.1' }]) {
      const context = bench.context({}, { config: { ...config, ...change } });
      await expect(testConnection(kafka, context)).rejects.toMatchObject({
        problem: { message: expect.stringContaining('certificate is not trusted') },
      });
    }
    await front.stop();
  });

  it('signs in, and says when user or password are not right', async () => {
    const front = await startSignInFront(server.port, { user: 'ada', password: 'secret' });
    const config = { ...at(), port: front.port };
    const fields = { mechanism: 'PLAIN', user: 'ada', password: 'secret' };
    const signed = openBench(kafka, { scheme: 'user', config, fields });
    const { identity } = await testConnection(kafka, signed.context());
    expect(identity).toContain('2 brokers');
    const wrong = signed.context({}, { fields: { password: 'wrong' } });
    await expect(testConnection(kafka, wrong)).rejects.toMatchObject({
      problem: {
        code: 'auth_expired',
        message: expect.stringContaining('refused user or password'),
      },
    });
    await signed.close();
    await front.stop();
  });

  it('checks the address of every broker that the cluster names', async () => {
    const topic = await topicOfTheOther();
    const outbound = createOutbound({ allowPrivate: [`127.0.0.1:${server.port}`] });
    const connection = { id: 'c2', scheme: 'none', config: at(), fields: {} };
    const ctx = openTestContext({ connector: kafka, outbound, connection }, { topic });
    await expect(callAction(kafka, 'describeTopic', ctx)).rejects.toMatchObject({
      problem: { code: 'address_blocked' },
    });
    await outbound.close();
  });

  it.each([
    [{ config: { port: 1 } }, 'unavailable', 'refused'],
    [{ config: { host: '10.1.2.3' } }, 'address_blocked', 'not a public address'],
    [{ config: { tls: 'verify-full' } }, 'unavailable', 'closed the connection'],
  ])('explains what is wrong with %o', async (change, code, words) => {
    const failing = testConnection(kafka, bench.context({}, change));
    await expect(failing).rejects.toMatchObject({
      problem: {
        code,
        message: expect.stringContaining(words),
        hint: expect.stringMatching(/\w/),
      },
    });
  });

  it('says that the cluster hangs up on what it does not understand', async () => {
    const silent = createServer((socket) => void socket.on('data', () => socket.destroy()));
    silent.on('error', () => undefined).listen(0, '127.0.0.1');
    await once(silent, 'listening');
    const { port } = silent.address() as AddressInfo;
    await expect(
      testConnection(kafka, bench.context({}, { config: { port } })),
    ).rejects.toMatchObject({
      problem: { code: 'unavailable', hint: expect.stringContaining('TLS') },
    });
    silent.close();
  });

  it('ends a call that is stopped', async () => {
    const signal = AbortSignal.abort();
    await expect(bench.call('listTopics', {}, { signal })).rejects.toMatchObject({
      problem: { code: 'cancelled' },
    });
  });
});

describe('messages', () => {
  it('are written as another program reads them', async () => {
    const written = await bench.call('produce', {
      topic: 'written',
      content: { id: 1042 },
      key: 'a',
      headers: { source: 'shop' },
      partition: 2,
    });
    expect(written).toEqual({ topic: 'written', partition: 2, offset: 0 });
    await bench.call('produce', { topic: 'written', content: 'plain', partition: 2 });
    await bench.call('produce', { topic: 'written', content: null, key: 'gone', partition: 2 });
    expect(await consume('written', 3)).toMatchObject([
      { partition: 2, offset: 0, key: 'a', payload: '{"id":1042}', headers: ['source', 'shop'] },
      { offset: 1, key: null, payload: 'plain' },
      { offset: 2, key: 'gone', payload: null },
    ]);
  });

  it('of one key stay in order in one partition', async () => {
    const messages = ['a', 'b', 'c'].map((content) => ({ content, key: 'same' }));
    const sent = (await bench.call('produceMany', { topic: 'ordered', messages })) as {
      first: unknown[];
    };
    expect(sent).toMatchObject({ count: 3, first: [{ offset: 0 }] });
    const found = await consume('ordered', 3);
    expect(found.map(({ payload }) => payload)).toEqual(['a', 'b', 'c']);
    expect(new Set(found.map(({ partition }) => partition)).size).toBe(1);
  });

  it.each(['gzip', 'snappy', 'lz4'])('are read when they are compressed by %s', async (codec) => {
    const topic = `packed-${codec}`;
    const write = run('kcat', [
      '-P',
      '-b',
      `127.0.0.1:${server.port}`,
      '-t',
      topic,
      '-z',
      codec,
      '-H',
      'a=b',
    ]);
    write.child.stdin?.end('one one one one one one\ntwo\n');
    await write;
    const { messages } = (await bench.call('readMessages', { topic })) as {
      messages: { text: string }[];
    };
    expect(messages.map(({ text }) => text).toSorted()).toEqual(['one one one one one one', 'two']);
    expect(messages[0]).toMatchObject({ headers: { a: 'b' }, key: null });
  });

  it('are read from the oldest, from a partition and offset on, and no more than wanted', async () => {
    const topic = 'read';
    for (const partition of [0, 3])
      for (const n of [1, 2, 3])
        await bench.call('produce', { topic, content: { partition, n }, partition });
    const read = async (input: object): Promise<unknown[]> => {
      const { messages } = (await bench.call('readMessages', { topic, ...input })) as {
        messages: { data: unknown }[];
      };
      return messages.map(({ data }) => data);
    };
    expect(await read({})).toHaveLength(6);
    expect(await read({ most: 4 })).toHaveLength(4);
    expect(await read({ partition: 3, offset: 1 })).toEqual([
      { partition: 3, n: 2 },
      { partition: 3, n: 3 },
    ]);
    expect(await read({ partition: 1 })).toEqual([]);
    for (const input of [{ offset: 1 }, { partition: PARTITIONS }])
      await expect(read(input)).rejects.toMatchObject({ problem: { at: { field: 'partition' } } });
  });
});

describe('topics', () => {
  it('are listed, offered and looked at', async () => {
    const topic = 'looked-at';
    await bench.call('produce', { topic, content: 1, partition: 1 });
    expect(await bench.call('listTopics')).toMatchObject({
      topics: expect.arrayContaining([topic]),
    });
    const offered = await listOptions(kafka, 'topics', bench.context());
    expect(offered).toContainEqual({ value: topic, label: topic });
    const { partitions } = (await bench.call('describeTopic', { topic })) as {
      partitions: object[];
    };
    expect(partitions).toHaveLength(PARTITIONS);
    expect(partitions[1]).toEqual({ partition: 1, leader: expect.any(Number), oldest: 0, next: 1 });
  });

  it('that the cluster cannot create are told', async () => {
    await expect(bench.call('createTopic', { topic: 'x' })).rejects.toMatchObject({
      problem: { code: 'rejected', message: expect.stringContaining('does not know this request') },
    });
  });
});

describe('the trigger', () => {
  it('begins now and gives each message of every partition once', async () => {
    const input = { topic: 'triggering' };
    const send = (content: number, partition: number): Promise<unknown> =>
      bench.call('produce', { ...input, content, partition });
    await send(0, 0);
    const first = await bench.look('newMessage', input);
    expect(first).toEqual({ items: [], cursor: '0:1 1:0 2:0 3:0' });
    await send(1, 0);
    await send(2, 3);
    const second = await bench.look('newMessage', input, first.cursor);
    expect(second.items).toHaveLength(2);
    expect(second.items).toEqual(
      expect.arrayContaining([
        expect.objectContaining({ place: '0:1', data: 1 }),
        expect.objectContaining({ place: '3:0', data: 2 }),
      ]),
    );
    expect(second.cursor).toBe('0:2 1:0 2:0 3:1');
    expect((await bench.look('newMessage', input, second.cursor)).items).toEqual([]);
  });

  it('begins a partition that is new to it at its beginning', async () => {
    const input = { topic: 'grown' };
    await bench.call('produce', { ...input, content: 'x', partition: 2 });
    const { items } = await bench.look('newMessage', input, '0:0');
    expect(items).toMatchObject([{ place: '2:0', text: 'x' }]);
  });
});
