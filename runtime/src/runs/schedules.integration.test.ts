import { publishDrawing } from '@patchbay/e2e/flows';
import { until } from '@patchbay/e2e/until';
import { DIALECTS, openTestHouse, type TestHouse } from '@patchbay/runtime/test-house';
import { updateFlow } from '@patchbay/shared/flows';
import { getRun, listRuns } from '@patchbay/shared/runs';
import { setLive } from '@patchbay/shared/versions';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { sweepRuns } from './retention.ts';

describe.each(DIALECTS)('schedules, %s', (dialect) => {
  let at: TestHouse;
  beforeAll(async () => {
    at = await openTestHouse(dialect);
  });
  afterAll(() => at?.stop());

  const publish = (config: object): Promise<string> =>
    publishDrawing(at.client, { tick: { kind: 'schedule', config } }, []);
  const takeOff = (id: string): Promise<unknown> =>
    at.client.call(setLive, { params: { id }, body: { version: null } });
  /** When its runs were due, oldest first. */
  const timesOf = async (flow: string): Promise<number[]> => {
    const { items } = await at.client.call(listRuns, { query: { flow, limit: 200 } });
    const times: number[] = [];
    for (const { id } of items) {
      const { input } = await at.client.call(getRun, { params: { id } });
      const { scheduledAt } = ('value' in input ? input.value : {}) as { scheduledAt: string };
      times.push(Date.parse(scheduledAt));
    }
    return times.toSorted((a, b) => a - b);
  };

  it('fire each time once, however many workers look', async () => {
    const neighbours = [await at.neighbour(), await at.neighbour()];
    // All: where workers look a second late, they must catch up.
    const flow = await publish({ mode: 'cron', cron: '* * * * * *', missed: 'all' });
    const times = await until('four times came', async () => {
      const fired = await timesOf(flow);
      return fired.length >= 4 && fired;
    });
    await takeOff(flow);
    const [first = 0] = times;
    expect(times).toEqual(times.map((_, i) => first + i * 1000));
    const before = await timesOf(flow);
    const quiet = Date.now() + 1500;
    await until('a time passes', () => Date.now() > quiet);
    expect(await timesOf(flow)).toEqual(before);
    for (const neighbour of neighbours) await neighbour.close();
  });

  it.each([
    ['skip', 0],
    ['once', 1],
    ['all', 10],
  ])('that were missed are handled as "%s" says', async (missed, runs) => {
    const flow = await publish({ mode: 'every', everySeconds: 3600, missed });
    const { db } = at.house;
    const [armed] = await db.query<{ next_at: number }>(
      'select next_at from armed_trigger where flow_id = ?',
      [flow],
    );
    const next = armed?.next_at ?? 0;
    await db.query('update armed_trigger set next_at = ? where flow_id = ?', [
      next - 10 * 3_600_000,
      flow,
    ]);
    await until('the time is moved on', async () => {
      const [row] = await db.query<{ next_at: number }>(
        'select next_at from armed_trigger where flow_id = ?',
        [flow],
      );
      return row?.next_at === next;
    });
    const times = await timesOf(flow);
    expect(times).toEqual(Array.from({ length: runs }, (_, i) => next - (runs - i) * 3_600_000));
    await takeOff(flow);
  });

  it('leave as many ended runs as their flow keeps, and none that is too old', async () => {
    const { db } = at.house;
    const flow = await publish({ mode: 'cron', cron: '* * * * * *' });
    await until('three ended', async () => (await timesOf(flow)).length >= 3);
    await takeOff(flow);
    const ids = async (): Promise<string[]> => {
      const query = { flow, limit: 50, status: 'done' };
      const { items } = await at.client.call(listRuns, { query });
      return items.map((run) => run.id);
    };
    await until('all are done', async () => (await ids()).length === (await timesOf(flow)).length);
    const before = await ids();
    await at.client.call(updateFlow, { params: { id: flow }, body: { retention: { count: 2 } } });
    await sweepRuns(db, Date.now());
    expect(await ids()).toEqual(before.slice(0, 2));
    await at.client.call(updateFlow, { params: { id: flow }, body: { retention: { days: 2 } } });
    await sweepRuns(db, Date.now() + 86_400_000);
    expect(await ids()).toHaveLength(2);
    await sweepRuns(db, Date.now() + 3 * 86_400_000);
    expect(await ids()).toEqual([]);
    const left = await db.query(
      'select run_id from journal where run_id in (?, ?)',
      before.slice(0, 2),
    );
    expect(left).toEqual([]);
  });
});
