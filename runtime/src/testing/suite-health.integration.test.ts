import { DIALECTS } from '@patchbay/runtime/test-house';
import { getConnection, updateConnection } from '@patchbay/shared/connections';
import { getHealth } from '@patchbay/shared/health';
import { getSuite, listSuites, scheduleTests } from '@patchbay/shared/testing';
import { publishFlow } from '@patchbay/shared/versions';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { createLog } from '#lib';

import { KEY, openSuiteBench, type SuiteBench } from './suite-bench.ts';
import { runDue } from './suite-schedules.ts';

describe.each(DIALECTS)('the tests of a suite say how things are, %s', (dialect) => {
  let bench: SuiteBench;
  beforeAll(async () => {
    bench = await openSuiteBench(dialect);
  });
  afterAll(() => bench?.stop());

  const status = async (): Promise<string> => {
    const params = { id: bench.connection };
    return (await bench.at.client.call(getConnection, { params })).status;
  };
  const setKey = (token: string): Promise<unknown> =>
    bench.at.client.call(updateConnection, {
      params: { id: bench.connection },
      body: { auth: { scheme: 'bearer', values: { token } } },
    });
  const schedule = (subject: string): Promise<unknown> => {
    const every = { mode: 'every', cron: '', everySeconds: 60 } as const;
    const body = { schedule: { ...every, timeZone: 'UTC', missed: 'once' as const } };
    return bench.at.client.call(scheduleTests, { params: { subject }, body });
  };
  let later = Date.now();
  /** What a worker does when the time has come. */
  const comeDue = (): Promise<void> => {
    later += 120_000;
    return runDue({ ...bench.at.house, clock: () => later }, createLog('silent'));
  };

  it('of a connection, by hand and by schedule, and after a new key', async () => {
    const { subject } = await bench.saved('action', 'make');
    expect(subject).toBe(`connection:${bench.connection}`);
    await bench.run(subject);
    expect(await status()).toBe('active');
    await setKey('wrong-key-22');
    const [result] = (await bench.run(subject)).results;
    expect(result?.problem?.code).toBe('auth_expired');
    expect(await status()).toBe('auth_error');
    await setKey(KEY);
    await schedule(subject);
    await comeDue();
    expect(await status()).toBe('active');
    const { batches } = await bench.at.client.call(getSuite, { params: { subject } });
    expect(batches[0]?.by).toBe('Schedule');
    const { items } = await bench.at.client.call(listSuites, {});
    expect(items.find((item) => item.subject === subject)).toMatchObject({ scheduled: true });
    await setKey('wrong-key-22');
    await comeDue();
    expect(await status()).toBe('auth_error');
    await setKey(KEY);
  });

  it('of a flow, by schedule on what is live with the tests it was published with', async () => {
    const { id, subject } = await bench.saved('flow');
    const health = async () => {
      const { flows } = await bench.at.client.call(getHealth, { query: { hours: 24 } });
      return flows.find(({ flowId }) => flowId === id)?.tests;
    };
    expect(await health()).toBeUndefined();
    await schedule(subject);
    await comeDue();
    expect(await health()).toMatchObject({ passed: 1, failed: 0 });
    await bench.change(id, { sum: { kind: 'map', input: '1' } });
    await comeDue();
    expect(await health()).toMatchObject({ passed: 0, failed: 1 });
    await bench.change(id, { sum: bench.nodes().sum as never });
    await bench.at.client.call(publishFlow, { params: { id }, body: { notes: '' } });
    await bench.change(id, { sum: { kind: 'map', input: '1' } });
    await comeDue();
    // The draft is broken again; what is live is not.
    expect(await health()).toMatchObject({ passed: 1, failed: 0 });
    const { last } = await bench.at.client.call(getSuite, { params: { subject } });
    expect(last?.version).toBe(1);
  });

  it('not by a schedule on a draft that uses what is one person’s alone', async () => {
    const { subject } = await bench.saved('flow');
    const setScope = (scope: 'personal' | 'project'): Promise<unknown> =>
      bench.at.client.call(updateConnection, {
        params: { id: bench.connection },
        body: { scope },
      });
    await schedule(subject);
    await setScope('personal');
    await comeDue();
    const { batches } = await bench.at.client.call(getSuite, { params: { subject } });
    expect(batches).toEqual([]);
    await expect(schedule(subject)).rejects.toThrow(/^forbidden: .* alone/);
    await setScope('project');
  });

  it('not by one test alone, which only stands in its own line', async () => {
    const { id, subject, test } = await bench.saved('flow');
    await bench.run(subject, { cases: [test.id] });
    const { flows } = await bench.at.client.call(getHealth, { query: { hours: 24 } });
    expect(flows.find(({ flowId }) => flowId === id)?.tests).toBeUndefined();
    const { standing, last } = await bench.at.client.call(getSuite, { params: { subject } });
    expect([standing.map((one) => one.status), last?.part]).toEqual([['passed'], true]);
  });
});
