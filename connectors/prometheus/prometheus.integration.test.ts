import { type PrivateServer, startServer } from '@patchbay/e2e/setup';
import type { JsonObject } from '@patchbay/shared/base';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';

import { listOptions, testConnection } from '#sdk';
import { type Bench, openBench } from '#sdk/testing';

import { prometheus } from './index.ts';

let server: PrivateServer;
let bench: Bench;

beforeAll(async () => {
  server = await startServer('prometheus');
  bench = openBench(prometheus, { scheme: 'none', config: { baseUrl: server.url }, fields: {} });
  await vi.waitFor(async () => {
    const { result } = (await bench.call('query', { query: 'up' })) as { result: unknown[] };
    if (result.length === 0) throw new Error('Nothing was collected yet.');
  }, 60_000);
});
afterAll(async () => {
  await bench.close();
  await server.stop();
});

describe('metrics', () => {
  it('are asked for at a moment', async () => {
    expect(await bench.call('query', { query: 'up' })).toMatchObject({
      resultType: 'vector',
      result: [{ metric: { job: 'self' }, value: [expect.any(Number), '1'] }],
    });
  });

  it('are asked for over a time', async () => {
    const now = Math.floor(Date.now() / 1000);
    const input = { query: 'vector(2)', start: now - 60, end: now, step: '30s' };
    const answer = (await bench.call('queryRange', input)) as JsonObject;
    expect(answer).toMatchObject({ resultType: 'matrix', result: [{ metric: {} }] });
    const [series] = answer.result as { values: [number, string][] }[];
    expect(series?.values.map(([, value]) => value)).toEqual(['2', '2', '2']);
  });

  it('are found by their labels', async () => {
    expect(await bench.call('listLabels', { match: ['up'] })).toEqual([
      '__name__',
      'instance',
      'job',
    ]);
    expect(await bench.call('listLabelValues', { label: 'job' })).toEqual(['self']);
    expect(await bench.call('findSeries', { match: ['up{job="self"}', 'nothing'] })).toMatchObject([
      { __name__: 'up', job: 'self' },
    ]);
    const labels = await listOptions(prometheus, 'labels', bench.context());
    expect(labels).toContainEqual({ value: 'job', label: 'job' });
  });

  it('come from targets', async () => {
    const url = `${server.url}/metrics`;
    await expect
      .poll(() => bench.call('listTargets'))
      .toMatchObject([{ scrapeUrl: url, health: 'up', lastError: '' }]);
  });

  it('say what is wrong with a query', async () => {
    await expect(bench.call('query', { query: 'sum(' })).rejects.toMatchObject({
      problem: {
        code: 'invalid_input',
        message: expect.stringContaining('parse error'),
        hint: expect.stringContaining('Correct the expression'),
      },
    });
  });
});

describe('alerts', () => {
  it('start a flow once they fire', async () => {
    const look = () => bench.look('alertFires', { name: 'AlwaysOn' });
    await expect
      .poll(async () => (await look()).items)
      .toMatchObject([{ id: expect.any(String), state: 'firing', labels: { severity: 'page' } }]);
    const [first, second] = [await look(), await look()];
    expect(first).toEqual(second);
    expect(await bench.look('alertFires', { severity: 'none' })).toEqual({ items: [] });
    expect(await bench.call('listAlerts')).toMatchObject([{ labels: { alertname: 'AlwaysOn' } }]);
    const rules = await bench.call('listRules', { type: 'alert' });
    expect(rules).toMatchObject([{ name: 'tests', rules: [{ name: 'AlwaysOn' }] }]);
    const recorded = await bench.call('listRules', { type: 'record' });
    expect(recorded).toMatchObject([{ rules: [] }]);
  });
});

describe('the connection', () => {
  it('is tested by asking for the version', async () => {
    const { identity } = await testConnection(prometheus, bench.context());
    expect(identity).toMatch(/^\d+\.\d+/);
  });
});
