import { createDrawing } from '@patchbay/e2e/flows';
import { openTestHouse, type TestHouse } from '@patchbay/runtime/test-house';
import { createToken } from '@patchbay/shared/access';
import { hrefOf } from '@patchbay/shared/base';
import { createConnection } from '@patchbay/shared/connections';
import { checkFlow } from '@patchbay/shared/flows';
import { makeAddress, startRun } from '@patchbay/shared/runs';
import {
  callAction,
  createTest,
  getBatch,
  getSuite,
  previewCall,
  runTests,
  testNode,
} from '@patchbay/shared/testing';
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

  it('has results of its tests whose link shows them to those who may see it, and to nobody else', async () => {
    const { client } = house;
    const http = {
      kind: 'action',
      connector: 'http',
      version: '1.0.0',
      action: 'request',
    } as const;
    const draft = { name: 'T', input: {}, mocks: {}, outcome: 'done' as const, checks: [] };
    const start = { kind: 'flow', trigger: 'start' } as const;
    const shared = `flow:${params.id}`;
    const own = `connection:${connection}`;
    const paths: string[] = [];
    for (const [subject, scope] of [
      [shared, start],
      [own, http],
    ] as const) {
      const body = { ...draft, scope };
      await client.call(createTest, { params: { subject }, body });
      const { id } = await client.call(runTests, { params: { subject }, body: {} });
      paths.push(hrefOf(getBatch, { subject, id }));
    }
    const { text } = await client.call(createToken, { body: { name: 'CI' } });
    const seenBy = async (headers?: Record<string, string>): Promise<number[]> => {
      const ask = headers ? fetch : client.request.bind(client);
      const base = headers ? house.url : '';
      const answers = await Promise.all(paths.map((path) => ask(base + path, { headers })));
      return answers.map(({ status }) => status);
    };
    expect(await seenBy()).toEqual([200, 200]);
    expect(await seenBy({ authorization: `Bearer ${text}` })).toEqual([200, 403]);
    expect(await seenBy({})).toEqual([401, 401]);
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
      () => house.client.call(makeAddress, { params: { ...params, node: 'call' }, body: {} }),
      () => house.client.call(getSuite, { params: { subject: `connection:${connection}` } }),
      () => house.client.call(runTests, { params: { subject: `flow:${params.id}` }, body: {} }),
    ];
    for (const attempt of tries)
      await expect(attempt()).rejects.toThrow(/^forbidden: .* for Grace Hopper alone/);
  });
});
