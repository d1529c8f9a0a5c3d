import { type PrivateServer, startServer, startTlsFront } from '@patchbay/e2e/setup';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { testConnection } from '#sdk';
import { type Bench, openBench } from '#sdk/testing';

import { rabbitmq } from './index.ts';

let server: PrivateServer;
let bench: Bench;
beforeAll(async () => {
  server = await startServer('rabbitmq');
  const { username: user, password } = new URL(server.url);
  const config = { host: '127.0.0.1', port: server.port, tls: 'disable' };
  bench = openBench(rabbitmq, { scheme: 'user', config, fields: { user, password } });
});
afterAll(async () => {
  await bench?.close();
  await server?.stop();
});

const send = (routingKey: string, content: string, messageId?: string): Promise<unknown> =>
  bench.call('publish', { routingKey, content, ...(messageId && { messageId }) });

describe('a connection to RabbitMQ', () => {
  it('says who it is', async () => {
    const { identity } = await testConnection(rabbitmq, bench.context());
    expect(identity).toMatch(/^patchbay at RabbitMQ \d+\.\d+/);
  });

  it('judges the certificate by the name of the host', async () => {
    const front = await startTlsFront(server.port);
    const config = { host: 'localhost', port: front.port, tls: 'verify-full', ca: front.ca };
    await testConnection(rabbitmq, bench.context({}, { config }));
    for (const change of [{ ca: '' }, { host: '127.0.0.1' }]) {
      const context = bench.context({}, { config: { ...config, ...change } });
      await expect(testConnection(rabbitmq, context)).rejects.toMatchObject({
        problem: { message: expect.stringContaining('certificate is not trusted') },
      });
    }
    await front.stop();
  });

  it.each([
    [{ fields: { password: 'wrong' } }, 'auth_expired', 'Not allowed'],
    [{ config: { vhost: 'none' } }, 'rejected', 'virtual host'],
    [{ config: { port: 1 } }, 'unavailable', 'refused'],
    [{ config: { host: '10.1.2.3' } }, 'address_blocked', 'not a public address'],
  ])('explains what is wrong with %o', async (change, code, words) => {
    await expect(testConnection(rabbitmq, bench.context({}, change))).rejects.toMatchObject({
      problem: { code, message: expect.stringContaining(words), hint: expect.stringMatching(/\w/) },
    });
  });
});

describe('a queue', () => {
  it('is created, bound, filled, looked at, emptied and deleted', async () => {
    const queue = 'life';
    expect(await bench.call('declareQueue', { queue })).toMatchObject({ messages: 0 });
    await bench.call('bindQueue', { queue, exchange: 'amq.topic', routingKey: 'order.*' });
    const message = { exchange: 'amq.topic', routingKey: 'order.new', headers: { from: 'flow' } };
    await bench.call('publish', { ...message, content: { id: 7 }, messageId: 'm7' });
    const first = {
      text: '{"id":7}',
      data: { id: 7 },
      messageId: 'm7',
      exchange: 'amq.topic',
      routingKey: 'order.new',
      headers: { from: 'flow' },
      redelivered: false,
    };
    expect(await bench.call('get', { queue, keep: true })).toEqual({ messages: [first] });
    await expect
      .poll(() => bench.call('inspectQueue', { queue }))
      .toEqual({ queue, messages: 1, consumers: 0 });
    expect(await bench.call('get', { queue, most: 5 })).toMatchObject({
      messages: [{ data: { id: 7 }, redelivered: true }],
    });
    await send(queue, 'x');
    expect(await bench.call('purgeQueue', { queue })).toEqual({ messages: 1 });
    expect(await bench.call('get', { queue })).toEqual({ messages: [] });
    expect(await bench.call('deleteQueue', { queue })).toEqual({ messages: 0 });
  });

  it('that is missing, or is otherwise, is named', async () => {
    await expect(bench.call('get', { queue: 'none' })).rejects.toMatchObject({
      problem: { code: 'rejected', message: expect.stringContaining("no queue 'none'") },
    });
    await expect(send('none', 'x')).rejects.toMatchObject({
      problem: { code: 'rejected', message: expect.stringContaining('No queue takes') },
    });
    await bench.call('declareQueue', { queue: 'short', maxLength: 5 });
    await expect(bench.call('declareQueue', { queue: 'short' })).rejects.toMatchObject({
      problem: { code: 'rejected', message: expect.stringContaining('other settings') },
    });
  });
});

describe('the trigger', () => {
  it('takes messages off the queue only once their runs are stored', async () => {
    await bench.call('declareQueue', { queue: 'work' });
    await send('work', 'one', 'a');
    await send('work', 'two');
    const first = await bench.look('newMessage', { queue: 'work' });
    expect(first.items).toMatchObject([
      { key: 'a', text: 'one' },
      { key: 'run-step-1', text: 'two' },
    ]);
    expect((await bench.look('newMessage', { queue: 'work' }, '')).items).toEqual([]);
    await first.stored?.();
    const rest = await bench.call('inspectQueue', { queue: 'work' });
    expect(rest).toMatchObject({ messages: 0 });
    expect((await bench.look('newMessage', { queue: 'work' }, '')).items).toEqual([]);
  });

  it('gives them again when the runs were not stored', async () => {
    await bench.call('declareQueue', { queue: 'again' });
    await send('again', 'one', 'b');
    const controller = new AbortController();
    const context = bench.context({ queue: 'again' }, { signal: controller.signal });
    const { manifest, triggers } = rabbitmq;
    const first = await triggers.newMessage?.poll?.(context, { cursor: '', manifest });
    expect(first?.items).toHaveLength(1);
    controller.abort();
    const again = (): Promise<unknown> => bench.look('newMessage', { queue: 'again' });
    await expect.poll(again).toMatchObject({ items: [{ key: 'b', redelivered: true }] });
  });
});
