import { createHmac } from 'node:crypto';
import { rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { createDrawing, publishDrawing } from '@patchbay/e2e/flows';
import { DIALECTS, openTestHouse, type TestHouse } from '@patchbay/runtime/test-house';
import { createConnection } from '@patchbay/shared/connections';
import { listRuns, listTriggers, makeAddress, type TriggerState } from '@patchbay/shared/runs';
import { publishFlow } from '@patchbay/shared/versions';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { HOOKS, openProvider, type Provider } from './hook-provider.ts';

describe.each(DIALECTS)('where the triggers of connectors stand, %s', (dialect) => {
  const file = join(tmpdir(), `patchbay-states-${process.pid}-${dialect}.json`);
  let at: TestHouse;
  let provider: Provider;
  let connection: string;
  beforeAll(async () => {
    provider = await openProvider();
    await writeFile(file, JSON.stringify({ redmine: { triggers: HOOKS } }));
    at = await openTestHouse(dialect, { works: false, env: { CONNECTOR_OVERLAYS: file } });
    const body = {
      name: 'Tracker',
      connector: 'redmine',
      version: '1.0.0',
      config: { baseUrl: provider.url },
      auth: { scheme: 'key', values: { key: 'a-key-of-the-tracker' } },
    };
    connection = (await at.client.call(createConnection, { body })).id;
  });
  afterAll(async () => {
    await at?.stop();
    await provider?.close();
    await rm(file, { force: true });
  });

  const drawing = (trigger: string) => ({
    heard: {
      kind: 'event' as const,
      config: { connector: 'redmine', version: '1.0.0', trigger, connection },
      input: '{}',
    },
  });
  const draft = async (trigger: string): Promise<string> =>
    (await createDrawing(at.client, drawing(trigger), [])).id;
  const publish = (id: string): Promise<unknown> =>
    at.client.call(publishFlow, { params: { id }, body: { notes: '' } });
  const stateOf = async (id: string): Promise<TriggerState | undefined> =>
    (await at.client.call(listTriggers, { params: { id } })).items[0];
  const make = (id: string, secret?: string): Promise<TriggerState> =>
    at.client.call(makeAddress, { params: { id, node: 'heard' }, body: { secret } });
  const send = (url: string, secret: string, body: object): Promise<Response> => {
    const text = JSON.stringify(body);
    const signed = createHmac('sha256', secret).update(text).digest('hex');
    const headers = { 'content-type': 'application/json', 'x-signature': signed };
    return fetch(url, { method: 'POST', body: text, headers });
  };
  const count = async (flow: string): Promise<number> =>
    (await at.client.call(listRuns, { query: { flow, limit: 10 } })).items.length;

  it('a person makes the address and brings the secret, without which nothing goes live', async () => {
    const id = await draft('byHand');
    expect(await stateOf(id)).toEqual({ node: 'heard', live: false, secret: 'missing' });
    await expect(publish(id)).rejects.toThrow('has no secret');
    const { url = '', state } = await make(id);
    expect([url.startsWith(`${at.url}/hooks/`), state]).toEqual([true, 'manual']);
    expect((await send(url, 'guess', { id: 'e1' })).status).toBe(401);
    expect((await make(id, ' hush ')).secret).toBe('set');
    expect((await send(url, 'hush', { id: 'e1' })).status).toBe(404);
    await publish(id);
    expect((await send(url, 'hush', { id: 'e1' })).status).toBe(200);
    expect(await count(id)).toBe(1);
    const shown = await stateOf(id);
    expect(shown).toMatchObject({ live: true, url, secret: 'set' });
    expect(shown?.lastAt).toBeGreaterThan(Date.now() - 60_000);
    expect(JSON.stringify(shown)).not.toContain('hush');
  });

  it('a provider tells its secret once, and the person confirms with it', async () => {
    const id = await publishDrawing(at.client, drawing('tells'), []);
    const url = (await stateOf(id))?.url ?? '';
    expect((await send(url, 'none', { id: 'e1' })).status).toBe(401);
    expect((await send(url, 'none', { token: 'told-by-the-provider' })).status).toBe(200);
    expect((await stateOf(id))?.confirm).toBe('told-by-the-provider');
    expect((await send(url, 'told-by-the-provider', { id: 'e1' })).status).toBe(200);
    expect(await stateOf(id)).not.toHaveProperty('confirm');
    expect((await send(url, 'none', { token: 'of-somebody-else' })).status).toBe(401);
    expect((await send(url, 'told-by-the-provider', { id: 'e2' })).status).toBe(200);
    expect(await count(id)).toBe(2);
  });

  it('say why a poll could not look', async () => {
    const id = await publishDrawing(at.client, drawing('rings'), []);
    const failed = { code: 'unavailable', fault: 'remote', retry: 'backoff', hint: 'Wait.' };
    const problem = JSON.stringify({ problem: { ...failed, message: 'Down.' }, failures: 3 });
    await at.house.db.query(
      'update event_source set problem = ?, looked_at = ? where flow_id = ?',
      [problem, 5, id],
    );
    expect(await stateOf(id)).toMatchObject({
      live: true,
      lookedAt: 5,
      failures: 3,
      problem: { message: 'Down.', hint: 'Wait.' },
    });
  });

  it('refuse an address for what needs none', async () => {
    const { id } = await createDrawing(at.client, { start: { kind: 'manual' } }, []);
    const asked = at.client.call(makeAddress, { params: { id, node: 'start' }, body: {} });
    await expect(asked).rejects.toThrow('needs no address');
    expect((await at.client.call(listTriggers, { params: { id } })).items).toEqual([]);
  });
});
