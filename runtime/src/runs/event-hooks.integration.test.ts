import { createHmac } from 'node:crypto';
import { rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { createDrawing, publishDrawing } from '@patchbay/e2e/flows';
import { until } from '@patchbay/e2e/until';
import { DIALECTS, openTestHouse, type TestHouse } from '@patchbay/runtime/test-house';
import { createConnection, deleteConnection } from '@patchbay/shared/connections';
import { deleteFlow } from '@patchbay/shared/flows';
import { getRun, listRuns } from '@patchbay/shared/runs';
import { publishFlow, setLive } from '@patchbay/shared/versions';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';

import { HOOKS, openProvider, type Provider } from './hook-provider.ts';
import { keepRegistrations } from './keep-registrations.ts';

describe.each(DIALECTS)('webhook triggers of connectors, %s', (dialect) => {
  const file = join(tmpdir(), `patchbay-hooks-${process.pid}-${dialect}.json`);
  let at: TestHouse;
  let provider: Provider;
  let connection: string;
  beforeAll(async () => {
    provider = await openProvider();
    await writeFile(file, JSON.stringify({ redmine: { triggers: HOOKS } }));
    at = await openTestHouse(dialect, { works: false, env: { CONNECTOR_OVERLAYS: file } });
    connection = await connect('Tracker');
  });
  afterAll(async () => {
    await at?.stop();
    await provider?.close();
    await rm(file, { force: true });
  });
  beforeEach(() => provider.reset());

  const connect = async (name: string): Promise<string> => {
    const body = {
      name,
      connector: 'redmine',
      version: '1.0.0',
      config: { baseUrl: provider.url },
      auth: { scheme: 'key', values: { key: 'a-key-of-the-tracker' } },
    };
    return (await at.client.call(createConnection, { body })).id;
  };
  const drawing = (trigger: string, input: object = {}, through = connection) => ({
    heard: {
      kind: 'event' as const,
      config: { connector: 'redmine', version: '1.0.0', trigger, connection: through },
      input: JSON.stringify(input),
    },
  });
  const publish = (trigger: string, input: object = {}): Promise<string> =>
    publishDrawing(at.client, drawing(trigger, input), []);
  const takeOff = (id: string): Promise<unknown> =>
    at.client.call(setLive, { params: { id }, body: { version: null } });
  /** What a worker does in a second, once the grace of a cut publish is over. */
  const work = (later = 0): Promise<void> => {
    const credentials = { ...at.house.credentials, clock: () => Date.now() + later };
    return keepRegistrations({ credentials, log: { warn: () => undefined } });
  };
  const payloads = async (flow: string): Promise<unknown[]> => {
    const { items } = await at.client.call(listRuns, { query: { flow, limit: 50 } });
    const runs = await Promise.all(
      items.map(({ id }) => at.client.call(getRun, { params: { id } })),
    );
    return runs.map(({ input }) => ('value' in input ? input.value : undefined)).toReversed();
  };
  const rows = (): Promise<Record<string, unknown>[]> =>
    at.house.db.query("select * from registration where state <> 'manual'");
  const clean = async (...flows: string[]): Promise<void> => {
    for (const flow of flows) await takeOff(flow);
    await work();
    expect(provider.hooks).toEqual([]);
    expect(await rows()).toEqual([]);
  };

  it('register their address when they are published, and answer while they are being registered', async () => {
    const flow = await publish('called', { event: 'push' });
    expect(provider.hooks).toHaveLength(1);
    expect(provider.hooks[0]).toMatchObject({ events: ['push'], challenged: true });
    expect((await provider.send('push', { id: 'e1', n: 1 })).status).toBe(200);
    expect(await payloads(flow)).toEqual([{ id: 'e1', n: 1 }]);
    await clean(flow);
  });

  it('take a delivery once, take no other kind, not what we did ourselves, and nothing that is not signed', async () => {
    const flow = await publish('called', { event: 'push' });
    const [hook] = provider.hooks;
    for (let i = 0; i < 3; i++)
      expect((await provider.send('push', { id: 'e1' })).status).toBe(200);
    expect((await provider.send('star', { id: 'e2' })).status).toBe(200);
    const echoed = await provider.send('push', { id: 'e5', by: 'A1', us: 'A1' });
    expect(echoed.status).toBe(200);
    expect((await provider.send('push', { id: 'e6', by: 'A2', us: 'A1' })).status).toBe(200);
    const body = JSON.stringify({ id: 'e3' });
    const send = (headers: Record<string, string>): Promise<Response> =>
      fetch(hook?.url ?? '', { method: 'POST', body, headers: { 'x-event': 'push', ...headers } });
    const right = createHmac('sha256', hook?.secret ?? '')
      .update(body)
      .digest('hex');
    const wrong = createHmac('sha256', 'guess').update(body).digest('hex');
    for (const headers of [{}, { 'x-signature': wrong }, { 'x-signature': right.slice(2) }])
      expect((await send(headers as Record<string, string>)).status).toBe(401);
    expect(await payloads(flow)).toEqual([{ id: 'e1' }, { id: 'e6', by: 'A2', us: 'A1' }]);
    await clean(flow);
  });

  it('are shared by flows that want the same, and stay while one of them does', async () => {
    const [one, two] = [
      await publish('called', { event: 'push' }),
      await publish('called', { event: 'push' }),
    ];
    const three = await publish('called', { event: 'star' });
    expect(provider.hooks).toHaveLength(2);
    await provider.send('push', { id: 'e1' });
    for (const flow of [one, two]) expect(await payloads(flow)).toHaveLength(1);
    expect(await payloads(three)).toEqual([]);
    await takeOff(one);
    await work();
    await provider.send('push', { id: 'e2' });
    expect([await payloads(one), await payloads(two)]).toEqual([
      [{ id: 'e1' }],
      [{ id: 'e1' }, { id: 'e2' }],
    ]);
    await clean(two, three);
  });

  it('keep an address that did not change, and leave one that did', async () => {
    const flow = await publish('called', { event: 'push' });
    const [first] = provider.hooks;
    await at.client.call(publishFlow, { params: { id: flow }, body: { notes: 'again' } });
    expect(provider.hooks).toEqual([first]);
    expect(provider.asked.filter((one) => one === 'POST /hooks')).toHaveLength(1);
    await at.client.call(deleteFlow, { params: { id: flow } });
    await clean();
  });

  it('refuse to be published when the provider says no, and leave nothing behind', async () => {
    provider.refuses = 422;
    const { id } = await createDrawing(at.client, drawing('called', { event: 'push' }), []);
    const asked = at.client.call(publishFlow, { params: { id }, body: { notes: '' } });
    await expect(asked).rejects.toMatchObject({
      problem: {
        code: 'flow_invalid',
        message: expect.stringContaining('did not take the address'),
        hint: expect.stringContaining('PUBLIC_URL'),
        at: { node: 'heard' },
      },
    });
    expect(await rows()).toEqual([]);
    expect(await at.house.db.query('select * from armed_trigger')).toEqual([]);
  });

  it('take off what a provider took without saying so', async () => {
    provider.breaksOff = true;
    const { id } = await createDrawing(at.client, drawing('called', { event: 'push' }), []);
    const asked = at.client.call(publishFlow, { params: { id }, body: { notes: '' } });
    await expect(asked).rejects.toThrow('closed the connection');
    provider.breaksOff = false;
    expect(provider.hooks).toHaveLength(1);
    expect(await rows()).toMatchObject([{ state: 'asking', subscription: null }]);
    await work(60_000);
    await clean();
  });

  it('keep the secret that the provider makes sealed', async () => {
    const flow = await publish('theirs', { event: 'push' });
    expect(provider.hooks).toMatchObject([{ secret: 'made-by-the-provider' }]);
    expect((await provider.send('push', { id: 'e1' })).status).toBe(200);
    expect(await payloads(flow)).toHaveLength(1);
    await clean(flow);
    const stored = JSON.stringify(await at.house.db.query('select * from credential'));
    expect(stored).not.toContain('made-by-the-provider');
  });

  it('believe what the provider says it sent, where only it can tell', async () => {
    const flow = await publish('asked', { event: 'push' });
    expect((await provider.send('push', { id: 'e1' })).status).toBe(200);
    const headers = { 'content-type': 'application/json', 'x-event': 'push', 'x-signature': 'no' };
    const forged = { method: 'POST', body: '{"id":"e2"}', headers };
    expect((await fetch(provider.hooks[0]?.url ?? '', forged)).status).toBe(401);
    expect(await payloads(flow)).toEqual([{ id: 'e1' }]);
    await clean(flow);
  });

  it('are renewed ahead of their end by one worker, and registered anew when they have ended', async () => {
    const flow = await publish('ends', { event: 'push' });
    await Promise.all([work(3000_000), work(3000_000)]);
    expect(provider.asked).not.toContain('PUT /hooks/1');
    await Promise.all([work(3700_000), work(3700_000)]);
    expect(provider.asked.filter((one) => one === 'PUT /hooks/1')).toHaveLength(1);
    provider.expire();
    await work(3700_000 * 3);
    expect(provider.hooks.map(({ id }) => id)).toEqual([2]);
    expect((await provider.send('push', { id: 'e9' })).status).toBe(200);
    expect(await payloads(flow)).toEqual([{ id: 'e9' }]);
    await clean(flow);
  });

  it('say why a renewal failed and try again, less and less', async () => {
    const flow = await publish('ends', { event: 'push' });
    provider.refuses = 503;
    await work(3700_000);
    const [row] = await rows();
    expect(String(row?.problem)).toContain('answered 503');
    expect(Number(row?.next_at)).toBeGreaterThan(Date.now() + 3700_000 + 20_000);
    provider.refuses = 0;
    await work(3700_000 * 2);
    expect(await rows()).toMatchObject([{ state: 'live', problem: null }]);
    await clean(flow);
  });

  it('start a run for each event of a message, and let one that only rings look at once', async () => {
    const flow = await publish('many');
    const sent = { events: [{ id: 'a' }, { id: 'b' }, { id: 'a' }] };
    expect((await provider.send('push', sent)).status).toBe(204);
    expect((await payloads(flow)).map((one) => (one as { id: string }).id).toSorted()).toEqual([
      'a',
      'b',
    ]);
    await clean(flow);
    const ringing = await publish('rings');
    const sql = 'update armed_trigger set next_at = ? where flow_id = ?';
    await at.house.db.query(sql, [Date.now() + 900_000, ringing]);
    await provider.send('push', {});
    const [armed] = await at.house.db.query<{ next_at: number }>(
      'select next_at from armed_trigger where flow_id = ?',
      [ringing],
    );
    expect(armed?.next_at).toBeLessThanOrEqual(Date.now());
    await clean(ringing);
  });

  it('keep a connection whose address is still being taken off', async () => {
    const own = await connect('Another');
    const nodes = drawing('called', { event: 'push' }, own);
    const flow = await publishDrawing(at.client, nodes, []);
    await takeOff(flow);
    const remove = (): Promise<unknown> =>
      at.client.call(deleteConnection, { params: { id: own } });
    await expect(remove()).rejects.toThrow('still registered');
    await work();
    await remove();
    await clean();
  });

  it('are taken off by any worker that runs', async () => {
    const flow = await publish('called', { event: 'push' });
    await takeOff(flow);
    const worker = await at.neighbour();
    await until('the address is gone', async () => (await rows()).length === 0);
    await worker.close();
    expect(provider.hooks).toEqual([]);
  });
});
