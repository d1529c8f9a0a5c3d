import { startLoopback, type Loopback } from '@patchbay/connectors/sdk/testing';
import { createDrawing, runByHand, untilEnded } from '@patchbay/e2e/flows';
import { DIALECTS, openTestHouse, type TestHouse } from '@patchbay/runtime/test-house';
import { createConnection, getConnection, updateConnection } from '@patchbay/shared/connections';
import {
  drawGraph,
  editFlow,
  getFlow,
  putEdit,
  type FlowNode,
  type NodeDrawing,
} from '@patchbay/shared/flows';
import {
  createTest,
  draftOf,
  getSuite,
  importTests,
  listSuites,
  runTests,
  saveRunAsTest,
  scheduleTests,
  testDraftSchema,
  type TestBatch,
} from '@patchbay/shared/testing';
import { publishFlow } from '@patchbay/shared/versions';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { createLog } from '#lib';

import { runDue } from './suite-schedules.ts';

describe.each(DIALECTS)('tests, %s', (dialect) => {
  let at: TestHouse;
  let peer: Loopback;
  let connection: string;
  beforeAll(async () => {
    peer = await startLoopback((request, response) => {
      const ok = request.headers.authorization === 'Bearer right-key-1';
      response.writeHead(ok ? 200 : 401, { 'content-type': 'application/json' });
      response.end(JSON.stringify(ok ? { id: 'INV-1', total: 12 } : { error: 'bad key' }));
    });
    at = await openTestHouse(dialect);
    const auth = { scheme: 'bearer', values: { token: 'right-key-1' } };
    const config = { baseUrl: peer.url };
    const body = { name: 'Peer', connector: 'http', version: '1.0.0', config, auth };
    connection = (await at.client.call(createConnection, { body })).id;
  });
  afterAll(async () => {
    await at?.stop();
    await peer?.stop();
  });

  const nodes = (): Record<string, NodeDrawing> => ({
    start: { kind: 'manual' },
    make: {
      kind: 'action',
      config: { connector: 'http', version: '1.0.0', action: 'request', connection },
      input: `{ "method": "POST", "url": "/invoices", "body": { "to": trigger.customer.email, "at": $now() } }`,
    },
    sum: { kind: 'map', input: '{ "id": steps.make.body.id, "for": trigger.customer.name }' },
  });
  const WIRES = ['start>make', 'make>sum'];
  const draft = async (): Promise<string> => (await createDrawing(at.client, nodes(), WIRES)).id;
  const change = async (id: string, more: Record<string, NodeDrawing>): Promise<void> => {
    const { revision } = await at.client.call(getFlow, { params: { id } });
    const graph = drawGraph({ ...nodes(), ...more }, []);
    const edits = [
      putEdit(
        'Change',
        Object.keys(more).map((key) => graph.nodes[key] as FlowNode),
      ),
    ];
    await at.client.call(editFlow, { params: { id }, body: { revision, edits } });
  };
  const run = (subject: string, body = {}): Promise<TestBatch> =>
    at.client.call(runTests, { params: { subject }, body });
  const PAYLOAD = { customer: { name: 'Grace Hopper', email: 'grace@hopper.org' }, n: 3 };
  const saved = async (scope: 'flow' | 'node' | 'mapping' | 'action', step?: string) => {
    const id = await draft();
    const made = await runByHand(at.client, id, { draft: true, payload: PAYLOAD });
    await untilEnded(at.client, made);
    const params = { id: made };
    return { id, ...(await at.client.call(saveRunAsTest, { params, body: { scope, step } })) };
  };

  it('saves a run with stand-ins for systems and people, and passes without calling anybody', async () => {
    const { id, subject, test, masked } = await saved('flow');
    expect(JSON.stringify(test)).not.toMatch(/hopper/i);
    expect(masked).toBeGreaterThanOrEqual(2);
    const before = peer.seen.length;
    expect(await run(subject)).toMatchObject({ passed: 1, failed: 0 });
    expect(peer.seen).toHaveLength(before);
    await change(id, {
      sum: { kind: 'map', input: '{ "id": steps.make.body.id, "for": trigger.customer.email }' },
    });
    const [result] = (await run(subject)).results;
    expect(result?.status).toBe('failed');
    expect(result?.checks[0]?.differences).toMatchObject([
      { path: 'for', kind: 'changed', actual: 'person2@example.com' },
    ]);
  });

  it('sees a broken mapping in what a mocked step was sent', async () => {
    const { id, subject } = await saved('flow');
    const make = nodes().make as NodeDrawing;
    await change(id, {
      make: { ...make, input: '{ "method": "POST", "url": "/invoices", "body": {} }' },
    });
    const [result] = (await run(subject)).results;
    const sent = result?.checks.find(({ says }) => says.startsWith('steps.make.input'));
    expect(sent?.differences.map(({ path }) => path)).toEqual(['body.to', 'body.at']);
  });

  it.each([
    ['node', 'sum'],
    ['mapping', 'make'],
  ] as const)('saves a %s of a run', async (scope, step) => {
    const { subject, test } = await saved(scope, step);
    expect(test.scope).toEqual({ kind: scope, node: step });
    expect(await run(subject)).toMatchObject({ passed: 1, failed: 0 });
  });

  it('keeps the tests a version was published with', async () => {
    const { id, subject } = await saved('flow');
    await at.client.call(publishFlow, { params: { id }, body: { notes: '' } });
    await change(id, { sum: { kind: 'map', input: '1' } });
    expect((await run(subject, { version: 1 })).passed).toBe(1);
    expect((await run(subject)).failed).toBe(1);
  });

  it('takes the tests of a file in their order, all or none', async () => {
    const { test, subject } = await saved('flow');
    const id = await draft();
    const params = { subject: `flow:${id}` };
    const tests = ['b', 'a', 'c'].map((name) => ({ ...draftOf(test), name }));
    await at.client.call(importTests, { params, body: { tests } });
    const { cases } = await at.client.call(getSuite, { params });
    expect(cases.map(({ name }) => name)).toEqual(['b', 'a', 'c']);
    expect(await run(`flow:${id}`)).toMatchObject({ passed: 3, failed: 0 });
    const scope = { kind: 'action', connector: 'http', version: '1.0.0', action: 'request' };
    const mixed = [...tests, { ...draftOf(test), scope }] as typeof tests;
    await expect(at.client.call(importTests, { params, body: { tests: mixed } })).rejects.toThrow(
      'belong to a connection',
    );
    expect((await at.client.call(getSuite, { params })).cases).toHaveLength(3);
    expect(subject).not.toBe(`flow:${id}`);
  });

  it('sets the status of a connection, by hand and by schedule', async () => {
    const { subject } = await saved('action', 'make');
    expect(subject).toBe(`connection:${connection}`);
    const status = async (): Promise<string> =>
      (await at.client.call(getConnection, { params: { id: connection } })).status;
    await run(subject);
    expect(await status()).toBe('active');
    const key = (token: string) =>
      at.client.call(updateConnection, {
        params: { id: connection },
        body: { auth: { scheme: 'bearer', values: { token } } },
      });
    await key('wrong-key-22');
    const [result] = (await run(subject)).results;
    expect(result?.problem?.code).toBe('auth_expired');
    expect(await status()).toBe('auth_error');
    await key('right-key-1');
    const schedule = {
      mode: 'every',
      cron: '',
      everySeconds: 60,
      timeZone: 'UTC',
      missed: 'once',
    } as const;
    await at.client.call(scheduleTests, { params: { subject }, body: { schedule } });
    const { house } = at;
    const later = { ...house, clock: () => Date.now() + 120_000 };
    await runDue(later, createLog('silent'));
    expect(await status()).toBe('active');
    const { batches } = await at.client.call(getSuite, { params: { subject } });
    expect(batches[0]?.by).toBe('Schedule');
    const { items } = await at.client.call(listSuites, {});
    expect(items.find((item) => item.subject === subject)).toMatchObject({ scheduled: true });
  });

  describe('that cannot be run', () => {
    const add = async (id: string, test: Record<string, unknown>): Promise<string> => {
      const body = testDraftSchema.parse({ name: 'T', input: {}, ...test });
      await at.client.call(createTest, { params: { subject: `flow:${id}` }, body });
      return `flow:${id}`;
    };
    const flow = { kind: 'flow', trigger: 'start' };
    it.each([
      [
        'a mock for a step that is gone',
        { scope: flow, mocks: { gone: { output: 1 } } },
        { field: 'mocks.gone' },
      ],
      ['a step that is gone', { scope: { kind: 'node', node: 'nobody' } }, { field: 'scope' }],
    ])('says so for %s, with the place', async (_what, test, place) => {
      const [result] = (await run(await add(await draft(), test))).results;
      expect(result).toMatchObject({ status: 'broken', problem: { code: 'not_found', at: place } });
    });

    it('says so for a connector version that is gone', async () => {
      const id = await draft();
      const make = {
        ...nodes().make,
        config: { connector: 'http', version: '9.9.9', action: 'request' },
      };
      await change(id, { make: make as NodeDrawing });
      const [result] = (await run(await add(id, { scope: flow }))).results;
      expect(result).toMatchObject({ status: 'broken', problem: { at: { node: 'make' } } });
    });

    it.each([
      [
        'an assertion that hangs',
        { kind: 'jsonata', expression: '($f := function($n) { $f($n + 1) }; $f(0))' },
      ],
      [
        'a schema that hangs',
        { kind: 'schema', of: 'output', schema: { properties: { id: { pattern: '^(a|a)*$' } } } },
      ],
    ])('ends %s and says so', async (_what, check) => {
      const long = { output: { body: { id: `${'a'.repeat(40)}!` } } };
      const test = { scope: flow, mocks: { make: long }, checks: [check] };
      const [result] = (await run(await add(await draft(), test))).results;
      expect(result?.checks[0]?.problem?.code).toBe('expression_limit');
    });

    it('lets time and chance stand still, and waits end', async () => {
      const id = await draft();
      await change(id, {
        make: { kind: 'wait', config: { mode: 'for' }, input: '86400' },
        sum: { kind: 'map', input: '[$now(), $millis(), run.id]' },
      });
      const check = { kind: 'equals', value: ['1970-01-01T00:00:01.000Z', 1000, 'test'] };
      const subject = await add(id, { scope: flow, mocks: {}, at: 1000, checks: [check] });
      expect(await run(subject)).toMatchObject({ passed: 1 });
    });
  });
});
