import { createDrawing } from '@patchbay/e2e/flows';
import { openTestHouse, type TestHouse } from '@patchbay/runtime/test-house';
import { createConnection } from '@patchbay/shared/connections';
import { checkFlow } from '@patchbay/shared/flows';
import { startRun } from '@patchbay/shared/runs';
import { callAction, getSuite, previewCall, runTests, testNode } from '@patchbay/shared/testing';
import { publishFlow } from '@patchbay/shared/versions';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

describe('a flow with a personal connection', () => {
  let house: TestHouse;
  let connection: string;
  let params: { id: string };
  beforeAll(async () => {
    house = await openTestHouse('sqlite', { works: false });
    const auth = { scheme: 'none', values: {} };
    const about = { name: 'mine', connector: 'http', version: '1.0.0', config: {} };
    const body = { ...about, scope: 'personal' as const, auth };
    connection = (await house.client.call(createConnection, { body })).id;
    const config = { connector: 'http', version: '1.0.0', action: 'request', connection };
    const input = '{ "url": "https://example.com/" }';
    const call = { kind: 'action', config, input, title: 'Call' } as const;
    const nodes = { start: { kind: 'manual', config: {} }, call } as const;
    params = { id: (await createDrawing(house.client, nodes, ['start>call'])).id };
  });
  afterAll(() => house.stop());

  it('is published by the person it belongs to', async () => {
    const { version } = await house.client.call(publishFlow, { params, body: { notes: '' } });
    expect(version.number).toBe(1);
  });

  it('is refused to everybody else, with whose it is and what to do', async () => {
    const sql = 'update connection set owner_id = ?, owner_name = ? where id = ?';
    await house.house.db.query(sql, ['grace', 'Grace Hopper', connection]);
    const { problems } = await house.client.call(checkFlow, { params });
    expect(problems).toMatchObject([
      {
        code: 'flow_invalid',
        message: 'The connection of "Call" is for Grace Hopper alone.',
        hint: expect.stringContaining('ask Grace Hopper'),
        at: { node: 'call', field: 'connection' },
      },
    ]);
    const publish = house.client.call(publishFlow, { params, body: { notes: '' } });
    await expect(publish).rejects.toThrow('is for Grace Hopper alone');
  });

  it('is not tried out by them either, be it as a run, a step, a call or a test', async () => {
    const http = { connector: 'http', version: '1.0.0', action: 'request', connection, input: {} };
    const document = { trigger: null };
    const tries = [
      () => house.client.call(startRun, { params, body: { draft: true } }),
      () =>
        house.client.call(testNode, { params: { ...params, node: 'call' }, body: { document } }),
      () => house.client.call(callAction, { body: { ...http, dryRun: false } }),
      () => house.client.call(previewCall, { body: http }),
      () => house.client.call(getSuite, { params: { subject: `connection:${connection}` } }),
      () => house.client.call(runTests, { params: { subject: `flow:${params.id}` }, body: {} }),
    ];
    for (const attempt of tries)
      await expect(attempt()).rejects.toThrow(/^forbidden: .* for Grace Hopper alone/);
  });
});
