import { startLoopback, type Loopback } from '@patchbay/connectors/sdk/testing';
import { until } from '@patchbay/e2e/until';
import { DIALECTS, openTestHouse, type TestHouse } from '@patchbay/runtime/test-house';
import { createConnection } from '@patchbay/shared/connections';
import {
  callAction,
  curlOf,
  listCalls,
  previewCall,
  type CallRecord,
} from '@patchbay/shared/testing';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

const HUGE = Buffer.alloc(60 * 1024 * 1024, ' ');
const KEY = 'k3y-that-nobody-may-see';

describe.each(DIALECTS)('the console, %s', (dialect) => {
  let at: TestHouse;
  let peer: Loopback;
  let connection: string;
  beforeAll(async () => {
    peer = await startLoopback((request, response) => {
      if (request.url === '/slow') return;
      if (request.url === '/huge')
        return void response.writeHead(200, { 'content-type': 'application/json' }).end(HUGE);
      if (request.url === '/image')
        return void response.setHeader('content-type', 'image/png').end(Buffer.alloc(50_000));
      response.setHeader('content-type', 'application/json');
      if (request.url === '/large')
        return void response.end(JSON.stringify({ text: 'x'.repeat(400_000) }));
      // Peers like to send back what they were sent.
      response.end(JSON.stringify({ got: request.headers.authorization, url: request.url }));
    });
    at = await openTestHouse(dialect, { works: false });
    const made = await at.client.call(createConnection, {
      body: {
        name: 'Peer',
        connector: 'http',
        version: '1.0.0',
        config: { baseUrl: peer.url },
        auth: { scheme: 'bearer', values: { token: KEY } },
      },
    });
    connection = made.id;
  });
  afterAll(async () => {
    await at?.stop();
    await peer?.stop();
  });

  const request = (input: Record<string, unknown>) => ({
    connector: 'http',
    version: '1.0.0',
    action: 'request',
    connection,
    input: { method: 'GET', ...input } as never,
  });
  const send = (input: Record<string, unknown>): Promise<CallRecord> =>
    at.client.call(callAction, { body: { ...request(input), dryRun: false } });

  it('shows the request without sending it, the key masked', async () => {
    const before = peer.seen.length;
    const body = request({ url: '/customers', query: { limit: 2 } });
    const { exchange } = await at.client.call(previewCall, { body });
    expect(exchange).toMatchObject({ url: `${peer.url}/customers?limit=2`, sent: false });
    expect(exchange?.headers.authorization).toBe('Bearer [secret]');
    expect(peer.seen).toHaveLength(before);
  });

  it('says what is wrong with an input that is not the schema’s', async () => {
    const { problem } = await at.client.call(previewCall, { body: request({ url: 5 }) });
    expect(problem).toMatchObject({ code: 'invalid_input', at: { field: 'url' } });
  });

  it('sends, shows the exchange, and keeps it without the key', async () => {
    const record = await send({ url: '/a' });
    expect(record.ok).toBe(true);
    expect(record.exchanges[0]?.answer?.status).toBe(200);
    expect(record.exchanges[0]?.timeline.map(({ phase }) => phase)).toContain('wait');
    const { items } = await at.client.call(listCalls, { query: { connection } });
    expect(items[0]?.id).toBe(record.id);
    expect(JSON.stringify([record, items])).not.toContain(KEY);
    expect(curlOf(record.exchanges[0] as never)).toContain(`'authorization: Bearer '"$SECRET"`);
  });

  it('keeps of a large answer its size, and of a binary one too', async () => {
    const large = await send({ url: '/large' });
    expect(JSON.stringify(large.output).length).toBeGreaterThan(400_000);
    await send({ url: '/image' });
    const { items } = await at.client.call(listCalls, { query: { connection } });
    expect(items[0]?.exchanges[0]?.answer).toMatchObject({ bytes: 50_000, binary: true });
    expect(items[1]).toMatchObject({ omitted: expect.any(Number) as number });
    expect(items[1]?.output).toBeUndefined();
  });

  it('ends a call that is never answered, in words', async () => {
    const record = await send({ url: '/slow', timeoutSeconds: 1 });
    expect(record.problem?.code).toBe('timed_out');
    expect(record.exchanges[0]?.answer).toBeUndefined();
  });

  it('reads no answer of 60 MB to its end, and says so', async () => {
    const record = await send({ url: '/huge' });
    expect(record.problem).toMatchObject({ code: 'too_large' });
    expect(record.problem?.hint).toMatch(/\w/);
    const { items } = await at.client.call(listCalls, { query: { connection } });
    expect(JSON.stringify(items[0]).length).toBeLessThan(10_000);
  });

  it('lets go of a call when the person stops it, and keeps that it was stopped', async () => {
    const gone = new AbortController();
    const body = JSON.stringify({ ...request({ url: '/slow' }), dryRun: false });
    const before = peer.seen.length;
    const headers = { 'content-type': 'application/json' };
    const path = '/api/console/calls';
    const call = at.client.request(path, { method: 'POST', body, headers, signal: gone.signal });
    await until('it is sent', async () => peer.seen.length > before);
    gone.abort();
    await expect(call).rejects.toThrow('aborted');
    await until('it is kept as stopped', async () => {
      const { items } = await at.client.call(listCalls, { query: { connection } });
      return items[0]?.problem?.code === 'cancelled' && items[0].exchanges[0]?.url;
    });
  });

  it('refuses a dry run of an action that has none', async () => {
    const body = { ...request({ url: '/a' }), dryRun: true };
    const before = peer.seen.length;
    expect((await at.client.call(callAction, { body })).problem?.message).toMatch(/no dry run/);
    expect(peer.seen).toHaveLength(before);
  });
});
