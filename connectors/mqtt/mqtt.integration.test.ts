import { type PrivateServer, startServer, startTlsFront } from '@patchbay/e2e/setup';
import client, { type MqttClient } from 'mqtt';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { testConnection } from '#sdk';
import { type Bench, openBench } from '#sdk/testing';

import { mqtt } from './index.ts';

let server: PrivateServer;
let other: MqttClient;
let bench: Bench;
beforeAll(async () => {
  server = await startServer('mosquitto');
  other = await client.connectAsync(server.url);
  const { username: user, password } = new URL(server.url);
  const config = { host: '127.0.0.1', port: server.port, tls: 'disable' };
  bench = openBench(mqtt, { scheme: 'user', config, fields: { user, password } });
});
afterAll(async () => {
  await bench?.close();
  await other?.endAsync(true);
  await server?.stop();
});

describe('a connection to a broker', () => {
  it.each(['5', '3.1.1'])('says who it is, with MQTT %s', async (version) => {
    const context = bench.context({}, { config: { version } });
    expect((await testConnection(mqtt, context)).identity).toBe('patchbay at 127.0.0.1');
  });

  it('judges the certificate by the name of the host', async () => {
    const front = await startTlsFront(server.port);
    const config = { host: 'localhost', port: front.port, tls: 'verify-full', ca: front.ca };
    await testConnection(mqtt, bench.context({}, { config }));
    for (const change of [{ ca: '' }, { host: '127.0.0.1' }]) {
      const failing = testConnection(mqtt, bench.context({}, { config: { ...config, ...change } }));
      await expect(failing).rejects.toMatchObject({
        problem: { message: expect.stringContaining('certificate is not trusted') },
      });
    }
    await front.stop();
  });

  it.each([
    [{ fields: { password: 'wrong' } }, 'auth_expired', 'authorized'],
    [{ fields: { password: 'wrong' }, config: { version: '3.1.1' } }, 'auth_expired', 'authorized'],
    [{ config: { port: 1 } }, 'unavailable', 'refused'],
    [{ config: { host: '10.1.2.3' } }, 'address_blocked', 'not a public address'],
  ])('explains what is wrong with %o', async (change, code, words) => {
    await expect(testConnection(mqtt, bench.context({}, change))).rejects.toMatchObject({
      problem: {
        code,
        message: expect.stringContaining(words),
        hint: expect.stringMatching(/\w/),
      },
    });
  });
});

describe('messages', () => {
  it('reach those who listen', async () => {
    await other.subscribeAsync('news/#');
    const received = new Promise<string[]>((resolve) => {
      other.once('message', (topic, payload) => resolve([topic, payload.toString()]));
    });
    await bench.call('publish', { topic: 'news/today', content: { n: 1 }, qos: '2' });
    expect(await received).toEqual(['news/today', '{"n":1}']);
  });

  it('that the broker keeps are read and removed', async () => {
    const keep = (room: string, content: number): Promise<unknown> =>
      bench.call('publish', { topic: `house/${room}/heat`, content, retain: true });
    await Promise.all([keep('hall', 18), keep('bath', 23)]);
    const read = (): Promise<unknown> => bench.call('readLast', { topics: 'house/+/heat' });
    const { messages } = (await read()) as { messages: { topic: string }[] };
    expect(messages.toSorted((a, b) => a.topic.localeCompare(b.topic))).toEqual([
      { topic: 'house/bath/heat', text: '23', data: 23 },
      { topic: 'house/hall/heat', text: '18', data: 18 },
    ]);
    await bench.call('clearRetained', { topic: 'house/bath/heat' });
    expect(await read()).toMatchObject({ messages: [{ topic: 'house/hall/heat' }] });
    expect(await bench.call('readLast', { topics: 'empty/#' })).toEqual({ messages: [] });
  });

  it('start a run for each value that changed, also when it changes back', async () => {
    const keep = (content: string): Promise<unknown> =>
      bench.call('publish', { topic: 'door/front', content, retain: true });
    await keep('shut');
    let { items, cursor } = await bench.look('changedValue', { topics: 'door/#' });
    expect(items).toEqual([]);
    const keys = [];
    for (const state of ['open', 'shut', 'open']) {
      await keep(state);
      ({ items, cursor } = await bench.look('changedValue', { topics: 'door/#' }, cursor));
      expect(items).toMatchObject([{ topic: 'door/front', text: state }]);
      keys.push((items[0] as { key: string }).key);
    }
    expect(new Set(keys).size).toBe(3);
    expect((await bench.look('changedValue', { topics: 'door/#' }, cursor)).items).toEqual([]);
  });
});
