import { createDrawing, publishDrawing, runByHand, untilEnded } from '@patchbay/e2e/flows';
import { until } from '@patchbay/e2e/until';
import { DIALECTS, openTestHouse, type TestHouse } from '@patchbay/runtime/test-house';
import { getHealth } from '@patchbay/shared/health';
import { cancelRun, getRun } from '@patchbay/shared/runs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

const START = { start: { kind: 'manual' } } as const;

describe.each(DIALECTS)('the health of flows, %s', (dialect) => {
  let at: TestHouse;
  beforeAll(async () => {
    at = await openTestHouse(dialect);
  });
  afterAll(() => at?.stop());

  it('counts as failed what failed, not what somebody cancelled', async () => {
    const pause = { kind: 'wait', input: '3600' } as const;
    const { id: waits } = await createDrawing(at.client, { ...START, pause }, ['start>pause']);
    const id = await runByHand(at.client, waits, { draft: true });
    const params = { id };
    await until('it waits', async () => {
      const { run } = await at.client.call(getRun, { params });
      return run.status === 'waiting';
    });
    await at.client.call(cancelRun, { params });
    const stop = { kind: 'fail', input: '"No."' } as const;
    const fails = await publishDrawing(at.client, { ...START, stop }, ['start>stop']);
    await untilEnded(at.client, await runByHand(at.client, fails));
    const { flows } = await at.client.call(getHealth, { query: { hours: 24 } });
    expect(flows.map(({ flowId, failed }) => [flowId, failed])).toEqual([[fails, 1]]);
  });

  it('tells the last hour in bars of five minutes, which add up to what it counts', async () => {
    const stop = { kind: 'fail', input: '"No."' } as const;
    const flow = await publishDrawing(at.client, { ...START, stop }, ['start>stop']);
    await untilEnded(at.client, await runByHand(at.client, flow));
    const { period, flows } = await at.client.call(getHealth, { query: { hours: 1 } });
    expect(period.bucketMs).toBe(300_000);
    expect((period.to - period.from) / 60_000).toBeCloseTo(60, -0.5);
    const buckets = flows.find(({ flowId }) => flowId === flow)?.buckets ?? [];
    expect([12, 13, 14]).toContain(buckets.length);
    expect(buckets.map(({ failed }) => failed).filter(Boolean)).toEqual([1]);
    expect(buckets.at(-1)?.at).toBeLessThanOrEqual(period.to);
  });

  it('says how long the runs took, as their facts do', async () => {
    const slow = { kind: 'wait', input: '0.3' } as const;
    const flow = await publishDrawing(at.client, { ...START, slow }, ['start>slow']);
    const { run, events } = await untilEnded(at.client, await runByHand(at.client, flow));
    expect([run.startedAt, run.endedAt]).toEqual([events.at(0)?.at, events.at(-1)?.at]);
    const { flows } = await at.client.call(getHealth, { query: { hours: 24 } });
    const took = Number(run.endedAt) - Number(run.startedAt);
    expect(flows.find(({ flowId }) => flowId === flow)).toMatchObject({ p50: took, p95: took });
  });
});
