import { DIALECTS } from '@patchbay/runtime/test-house';
import type { NodeDrawing } from '@patchbay/shared/flows';
import {
  createTest,
  draftOf,
  getSuite,
  importTests,
  testDraftSchema,
  type TestBatch,
} from '@patchbay/shared/testing';
import { publishFlow } from '@patchbay/shared/versions';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { openSuiteBench, type SuiteBench } from './suite-bench.ts';

describe.each(DIALECTS)('tests, %s', (dialect) => {
  let bench: SuiteBench;
  let at: SuiteBench['at'];
  beforeAll(async () => {
    bench = await openSuiteBench(dialect);
    at = bench.at;
  });
  afterAll(() => bench?.stop());
  const nodes = (): Record<string, NodeDrawing> => bench.nodes();
  const draft: SuiteBench['draft'] = (more) => bench.draft(more);
  const change: SuiteBench['change'] = (id, more) => bench.change(id, more);
  const run = (subject: string, body = {}): Promise<TestBatch> => bench.run(subject, body);
  const saved: SuiteBench['saved'] = (scope, step) => bench.saved(scope, step);

  it('saves a run with stand-ins for systems and people, and passes without calling anybody', async () => {
    const { id, subject, test, masked } = await saved('flow');
    expect(JSON.stringify(test)).not.toMatch(/hopper/i);
    expect(masked).toBeGreaterThanOrEqual(2);
    const before = bench.peer.seen.length;
    expect(await run(subject)).toMatchObject({ passed: 1, failed: 0 });
    expect(bench.peer.seen).toHaveLength(before);
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
    ['node', 'make'],
    ['mapping', 'make'],
  ] as const)('saves a %s of a run, of the step %s', async (scope, step) => {
    const { subject, test } = await saved(scope, step);
    expect(test.scope).toEqual({ kind: scope, node: step });
    expect(await run(subject)).toMatchObject({ passed: 1, failed: 0 });
  });

  it('sees a broken mapping of a step that is tested alone, without calling anybody', async () => {
    const { id, subject } = await saved('node', 'make');
    const make = nodes().make as NodeDrawing;
    await change(id, { make: { ...make, input: '{ "method": "PUT", "url": "/invoices" }' } });
    const before = bench.peer.seen.length;
    const [result] = (await run(subject)).results;
    const sent = result?.checks.find(({ says }) => says.startsWith('input'));
    expect(sent?.differences.map(({ path }) => path)).toEqual(['method', 'body']);
    expect(bench.peer.seen).toHaveLength(before);
  });

  it('expects of a saved call the shape of what that very call gave', async () => {
    const { test } = await saved('action', 'make');
    expect(test.checks).toMatchObject([
      { kind: 'schema', schema: { properties: { status: { type: 'number' } } } },
    ]);
  });

  it.each([
    ['flow', undefined],
    ['node', 'sum'],
    ['node', 'make'],
    ['mapping', 'make'],
    ['action', 'make'],
  ] as const)('masks people and secrets when a %s is saved', async (scope, step) => {
    const secrets = { apiKey: 'k-4711-secret', note: 'Call +49 30 901820' };
    const payload = { customer: { name: 'Grace Hopper', email: 'grace@hopper.org', ...secrets } };
    const { test, subject } = await bench.saved(scope, step, payload);
    expect(JSON.stringify(test)).not.toMatch(/hopper|k-4711|901820|right-key/i);
    bench.sent.length = 0;
    expect((await bench.run(subject, { cases: [test.id] })).passed).toBe(1);
    // A test of an action really calls, with nothing but stand-ins.
    expect(bench.sent).toHaveLength(scope === 'action' ? 1 : 0);
    expect(bench.sent.join()).not.toMatch(/hopper/i);
  });

  it('masks what the payload calls a person’s under any other name in a call', async () => {
    const payload = { customer: { name: 'G', email: 'Grace H.' } };
    const { test, masked } = await bench.saved('action', 'make', payload);
    expect(test.input).toMatchObject({ body: { to: expect.stringMatching(/^person/) } });
    expect(masked).toBe(1);
  });

  it('lets any step fail by its mock, for good or into its error port', async () => {
    const id = await draft();
    const error = { message: 'The books are closed', code: 'rejected' };
    const test = {
      scope: { kind: 'flow', trigger: 'start' },
      mocks: { make: { error } },
      outcome: 'failed',
      checks: [
        { kind: 'includes', of: 'problem', value: { code: 'rejected', message: error.message } },
        { kind: 'jsonata', expression: '$not($exists(steps.sum))' },
      ],
    };
    const add = (more: object): Promise<unknown> => {
      const body = testDraftSchema.parse({ name: 'T', input: {}, ...test, ...more });
      return at.client.call(createTest, { params: { subject: `flow:${id}` }, body });
    };
    const before = bench.peer.seen.length;
    await add({});
    // A step that makes its result by itself fails as well when its mock says so.
    await add({ mocks: { make: { output: { body: { id: 1 } } }, sum: { error } }, checks: [] });
    expect(await run(`flow:${id}`)).toMatchObject({ passed: 2, failed: 0 });
    expect(bench.peer.seen).toHaveLength(before);
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

    it('says so for a call whose connector version or action is gone', async () => {
      const params = { subject: `connection:${bench.connection}` };
      const addCall = async (scope: object): Promise<string> => {
        const all = { kind: 'action', connector: 'http', version: '1.0.0', action: 'request' };
        const body = testDraftSchema.parse({ name: 'T', input: {}, scope: { ...all, ...scope } });
        return (await at.client.call(createTest, { params, body })).id;
      };
      const cases = [await addCall({ version: '9.9.9' }), await addCall({ action: 'fetch' })];
      const { results } = await bench.run(params.subject, { cases });
      expect(results.map(({ status, problem }) => [status, problem?.at])).toEqual([
        ['broken', { field: 'scope' }],
        ['broken', { field: 'scope' }],
      ]);
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
