import { rm, writeFile } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { createDrawing, publishDrawing, untilEnded } from '@patchbay/e2e/flows';
import { until } from '@patchbay/e2e/until';
import { DIALECTS, openTestHouse, type TestHouse } from '@patchbay/runtime/test-house';
import { createConnection } from '@patchbay/shared/connections';
import { checkFlow } from '@patchbay/shared/flows';
import { getRun, listRuns } from '@patchbay/shared/runs';
import { setLive } from '@patchbay/shared/versions';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';

import { pollDue, type EventPollParts } from './event-polls.ts';

interface Issue {
  id: number;
  created_on: string;
}

const overlay = {
  redmine: {
    triggers: {
      listed: {
        type: 'poll',
        title: 'Listed issue',
        input: { type: 'object', properties: { project_id: { type: 'string' } } },
        sample: {},
        everyS: 60,
        key: 'id',
        order: 'desc',
        http: {
          method: 'GET',
          path: '/issues.json',
          query: { sort: 'created_on:desc' },
          result: 'issues',
        },
        cursor: {
          path: 'created_on',
          param: 'created_on',
          template: '>={value}',
          format: 'iso',
          overlapS: 60,
        },
      },
    },
  },
};

/** A tracker whose list grows; it filters and sorts as it is asked to. */
function openTracker(): { server: Server; issues: Issue[]; asked: URL[]; fails: boolean } {
  const tracker = { issues: [] as Issue[], asked: [] as URL[], fails: false };
  const server = createServer((request, response) => {
    const url = new URL(request.url ?? '/', 'http://tracker');
    tracker.asked.push(url);
    const since = url.searchParams.get('created_on')?.replace('>=', '');
    const found = tracker.issues.filter((one) => !since || one.created_on >= since.slice(0, 19));
    const sorted = found.toSorted((a, b) => a.id - b.id);
    if (url.searchParams.get('sort')?.startsWith('created_on:desc')) sorted.reverse();
    const offset = Number(url.searchParams.get('offset') ?? 0);
    const limit = Number(url.searchParams.get('limit') ?? 100);
    const page = { issues: sorted.slice(offset, offset + limit), total_count: sorted.length };
    response.writeHead(tracker.fails ? 500 : 200, { 'content-type': 'application/json' });
    response.end(JSON.stringify(tracker.fails ? {} : page));
  });
  return Object.assign(tracker, { server });
}

describe.each(DIALECTS)('triggers of connectors, %s', (dialect) => {
  const tracker = openTracker();
  const file = join(tmpdir(), `patchbay-overlay-${process.pid}-${dialect}.json`);
  let at: TestHouse;
  let parts: EventPollParts;
  let connection: string;
  const warned: unknown[] = [];
  beforeAll(async () => {
    await writeFile(file, JSON.stringify(overlay));
    await new Promise<void>((done) => tracker.server.listen(0, '127.0.0.1', done));
    at = await openTestHouse(dialect, { works: false, env: { CONNECTOR_OVERLAYS: file } });
    const { db, queue, credentials } = at.house;
    const log = { warn: (what: unknown) => void warned.push(what) };
    parts = { db, queue, credentials, log, clock: Date.now };
    const { port } = tracker.server.address() as AddressInfo;
    const body = {
      name: 'Tracker',
      connector: 'redmine',
      version: '1.0.0',
      config: { baseUrl: `http://127.0.0.1:${port}` },
      auth: { scheme: 'key', values: { key: 'a-key-of-the-tracker' } },
    };
    connection = (await at.client.call(createConnection, { body })).id;
  });
  afterAll(async () => {
    await at?.stop();
    tracker.server.close();
    await rm(file, { force: true });
  });
  beforeEach(() => {
    tracker.issues.length = 0;
    tracker.fails = false;
    warned.length = 0;
    grow(1, 2);
  });

  const grow = (...ids: number[]): void => {
    for (const id of ids)
      tracker.issues.push({ id, created_on: `2026-11-24T10:00:${String(id).padStart(2, '0')}Z` });
  };
  const drawing = (trigger: string, input: object) => ({
    found: {
      kind: 'event' as const,
      config: { connector: 'redmine', version: '1.0.0', trigger, connection },
      input: JSON.stringify(input),
    },
  });
  /** One look of the flow's trigger, as if its interval were over. */
  const look = async (flow: string, more: Partial<EventPollParts> = {}): Promise<void> => {
    await at.house.db.query(
      'update armed_trigger set next_at = 1, claimed_until = null where flow_id = ?',
      [flow],
    );
    await pollDue({ ...parts, ...more }, new AbortController().signal);
  };
  /** The ids of the items that started runs, in the order of the runs. */
  const started = async (flow: string): Promise<number[]> => {
    const { items } = await at.client.call(listRuns, { query: { flow, limit: 200 } });
    const runs = await Promise.all(
      items.map(({ id }) => at.client.call(getRun, { params: { id } })),
    );
    const ids = runs.map(({ input }) =>
      'value' in input ? (input.value as unknown as Issue).id : 0,
    );
    return ids.toReversed();
  };
  const takeOff = (id: string): Promise<unknown> =>
    at.client.call(setLive, { params: { id }, body: { version: null } });
  const nextLook = async (flow: string): Promise<number> => {
    const sql = 'select next_at from armed_trigger where flow_id = ?';
    const [row] = await at.house.db.query<{ next_at: number }>(sql, [flow]);
    return row?.next_at ?? 0;
  };

  it.each([
    ['a request', 'listed', {}],
    ['code', 'updatedIssue', { onlyNew: true }],
  ])('that are %s mark first, then start one run for each new item', async (_, name, input) => {
    const flow = await publishDrawing(at.client, drawing(name, input), []);
    await look(flow);
    expect(await started(flow)).toEqual([]);
    grow(3, 4, 5);
    await look(flow);
    expect(await started(flow)).toEqual([3, 4, 5]);
    await look(flow);
    expect(await started(flow)).toEqual([3, 4, 5]);
    const before = [...tracker.issues];
    tracker.issues.length = 0;
    await look(flow);
    tracker.issues.push(...before);
    grow(6);
    await look(flow);
    expect(await started(flow)).toEqual([3, 4, 5, 6]);
    expect(tracker.asked.at(-1)?.searchParams.get('created_on')).toMatch(/^>=2026-11-24T/);
    expect(await nextLook(flow)).toBeGreaterThan(Date.now() + 30_000);
    await takeOff(flow);
  });

  it('lose nothing while the other system fails, and ask it less and less', async () => {
    const flow = await publishDrawing(at.client, drawing('listed', {}), []);
    await look(flow);
    grow(3);
    tracker.fails = true;
    const waits: number[] = [];
    for (let i = 0; i < 3; i++) {
      const begun = Date.now();
      await look(flow);
      waits.push(Math.round(((await nextLook(flow)) - begun) / 60_000));
    }
    expect(waits).toEqual([1, 2, 4]);
    expect(warned).toHaveLength(3);
    expect(JSON.stringify(warned)).not.toContain('a-key-of-the-tracker');
    tracker.fails = false;
    await look(flow);
    expect(await started(flow)).toEqual([3]);
    await takeOff(flow);
  });

  it('neither lose nor double an item when a worker dies before it has committed', async () => {
    const flow = await publishDrawing(at.client, drawing('listed', {}), []);
    await look(flow);
    grow(3, 4);
    const { db } = at.house;
    const transaction: typeof db.transaction = (work) =>
      db.transaction(async (query) => {
        await work(query);
        throw new Error('the worker died');
      });
    await expect(look(flow, { db: { query: db.query, transaction } })).rejects.toThrow('died');
    expect(await started(flow)).toEqual([]);
    await pollDue(parts, new AbortController().signal);
    expect(await started(flow)).toEqual([]);
    await look(flow);
    expect(await started(flow)).toEqual([3, 4]);
    await takeOff(flow);
  });

  it('look again when somebody rang while they looked', async () => {
    const flow = await publishDrawing(at.client, drawing('listed', {}), []);
    await look(flow);
    grow(3);
    const { db } = at.house;
    const transaction: typeof db.transaction = async (work) => {
      grow(4);
      const ring = 'update armed_trigger set next_at = ? where flow_id = ?';
      await db.query(ring, [Date.now(), flow]);
      return db.transaction(work);
    };
    await look(flow, { db: { query: db.query, transaction } });
    expect(await started(flow)).toEqual([3]);
    await pollDue(parts, new AbortController().signal);
    expect(await started(flow)).toEqual([3, 4]);
    await takeOff(flow);
  });

  it('look once, however many workers want to', async () => {
    const flow = await publishDrawing(at.client, drawing('listed', {}), []);
    await look(flow);
    grow(3);
    const asked = tracker.asked.length;
    const { db } = at.house;
    await db.query('update armed_trigger set next_at = 1 where flow_id = ?', [flow]);
    const { signal } = new AbortController();
    await Promise.all([pollDue(parts, signal), pollDue(parts, signal), pollDue(parts, signal)]);
    expect(tracker.asked).toHaveLength(asked + 1);
    expect(await started(flow)).toEqual([3]);
    await takeOff(flow);
    expect(await db.query('select * from event_source where flow_id = ?', [flow])).toEqual([]);
  });

  it('are looked for by every worker, which runs what they start', async () => {
    const nodes = { ...drawing('listed', {}), made: { kind: 'map' as const, input: 'trigger.id' } };
    const flow = await publishDrawing(at.client, nodes, ['found>made']);
    await look(flow);
    grow(3);
    await at.house.db.query('update armed_trigger set next_at = 1 where flow_id = ?', [flow]);
    const worker = await at.neighbour();
    const [run] = await until('a run was started', async () => {
      const { items } = await at.client.call(listRuns, { query: { flow, limit: 2 } });
      return items.length > 0 && items;
    });
    const { run: ended, events } = await untilEnded(at.client, run?.id ?? '');
    expect(ended).toMatchObject({ status: 'done' });
    expect(JSON.stringify(events)).toContain('"value":3');
    await worker.close();
    await takeOff(flow);
  });

  it.each([
    ['gone', '{}', 'has no trigger "gone"'],
    ['listed', '{ "project_id": vars.project }', 'can only hold fixed values'],
    ['updatedIssue', '{ "onlyNew": "yes" }', 'onlyNew is not valid'],
  ])('are refused in words when they cannot look: %s', async (trigger, input, words) => {
    const nodes = drawing(trigger, {});
    const { id } = await createDrawing(at.client, { found: { ...nodes.found, input } }, []);
    const { problems } = await at.client.call(checkFlow, { params: { id } });
    expect(problems.map((one) => one.message).join(' ')).toContain(words);
  });
});
