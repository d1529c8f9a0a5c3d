import { createDrawing, publishDrawing, runByHand, untilEnded } from '@patchbay/e2e/flows';
import { until } from '@patchbay/e2e/until';
import { DIALECTS, openTestHouse, type TestHouse } from '@patchbay/runtime/test-house';
import { newId } from '@patchbay/shared/base';
import { drawGraph } from '@patchbay/shared/flows';
import { getPayload, getRun } from '@patchbay/shared/runs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { claimDue, claimSuspect, forgiveStalls, renewLeases } from './leases.ts';
import { newRun } from './new-run.ts';
import { RunJournal } from './run-journal.ts';
import type { RunRow } from './run-rows.ts';
import { FencedError, RunStore, type RunWritten } from './run-store.ts';

const LEASE_MS = 2000;

describe.each(DIALECTS)('the journal, %s', (dialect) => {
  let at: TestHouse;
  let store: RunStore;
  beforeAll(async () => {
    at = await openTestHouse(dialect, { works: false });
    store = at.house.store;
  });
  afterAll(() => at?.stop());

  const graph = drawGraph({ start: { kind: 'manual' } }, []);
  const trigger = graph.nodes.start as NonNullable<(typeof graph.nodes)[string]>;
  const version = { id: newId(), flowId: newId(), graph };

  const insert = (deliveryKey?: string): Promise<RunWritten> & { id: string } => {
    const made = newRun({ version, trigger, payload: null, at: Date.now(), deliveryKey });
    const written = store.write({ kind: 'insert', ...made });
    return Object.assign(written, { id: made.row.id });
  };
  const claim = async (owner: string, now = Date.now()): Promise<RunRow[]> =>
    claimDue(at.house.db, { owner, now, leaseMs: LEASE_MS, limit: 100 });
  const journalOf = ({ id, fence, seq }: RunRow, owner: string): RunJournal =>
    new RunJournal(store, { id, fence, seq, owner, leaseMs: LEASE_MS, parent: null }, Date.now);
  const rowOf = async (id: string): Promise<RunRow> => {
    const [row] = await store.db.query<RunRow>('select * from run where id = ?', [id]);
    return row as RunRow;
  };

  it('commits what many ask for at once in few transactions, and answers each', async () => {
    const { db } = at.house;
    let transactions = 0;
    const counting = new RunStore(
      {
        ...db,
        transaction: (work) => {
          transactions++;
          return db.transaction(work);
        },
      },
      at.house.queue,
    );
    const rows = Array.from({ length: 300 }, () =>
      newRun({ version, trigger, payload: null, at: Date.now() }),
    );
    const results = await Promise.all(
      rows.map((row) => counting.write({ kind: 'insert', ...row })),
    );
    expect(results.every((result) => result.ok)).toBe(true);
    expect(transactions).toBeLessThan(20);
    await claim('somebody');
    await db.query('delete from run');
  });

  it('makes one run of a delivery that comes 50 times at once', async () => {
    const key = `hook:${newId()}`;
    const writes = Array.from({ length: 50 }, () => insert(key));
    const results = await Promise.all(writes);
    const winners = writes.filter((_, i) => results[i]?.ok);
    expect(winners).toHaveLength(1);
    const others = results.filter((result) => !result.ok);
    expect(others).toHaveLength(49);
    expect(new Set(others.map((r) => !r.ok && r.existing))).toEqual(new Set([winners[0]?.id]));
    await store.db.query('delete from run');
  });

  it('gives a run to one of two workers that reach for it at the same moment', async () => {
    await Promise.all(Array.from({ length: 40 }, () => insert()));
    const both = (await Promise.all([claim('one'), claim('two')])).flat();
    expect(both).toHaveLength(40);
    expect(new Set(both.map((row) => row.id)).size).toBe(40);
    expect(await claim('three')).toEqual([]);
    await store.db.query('delete from run');
  });

  it('refuses every write of an owner that was thought dead', async () => {
    await insert();
    const [row] = (await claim('zombie')) as [RunRow];
    const { id } = row;
    const zombie = journalOf(row, 'zombie');
    await zombie.write({ type: 'run.started', at: Date.now(), worker: 'zombie', takeover: 0 });
    const [heir] = await claim('heir', Date.now() + 2 * LEASE_MS);
    expect(heir).toMatchObject({ id, stalls: 1, fence: row.fence + 1, seq: 1 });

    const late = zombie.write({ type: 'run.done', at: Date.now(), output: { value: 'late' } });
    await expect(late).rejects.toThrow(FencedError);
    const again = zombie.write({ type: 'run.done', at: Date.now(), output: { value: 'again' } });
    await expect(again).rejects.toThrow(FencedError);
    const ids = [id];
    const renewed = await renewLeases(store.db.query, { ids, owner: 'zombie', now: 1, leaseMs: 1 });
    expect(renewed.size).toBe(0);

    await journalOf(heir as RunRow, 'heir').write({
      type: 'run.done',
      at: 1,
      output: { value: 1 },
    });
    expect(await rowOf(id)).toMatchObject({
      status: 'done',
      seq: 2,
      wake_at: null,
      owner: null,
    });
  });

  it('counts as a death neither what a late worker takes again itself, nor what it says it is alive for', async () => {
    await insert();
    const [row] = (await claim('late')) as [RunRow];
    const [again] = await claim('late', Date.now() + 2 * LEASE_MS);
    expect(again).toMatchObject({ id: row.id, stalls: 0, fence: row.fence + 1 });
    const [heir] = await claim('heir', Date.now() + 4 * LEASE_MS);
    expect(heir).toMatchObject({ id: row.id, stalls: 1 });
    const ids = [row.id];
    await forgiveStalls(store.db.query, { ids, owner: 'heir' });
    expect(await rowOf(row.id)).toMatchObject({ stalls: 1 });
    await forgiveStalls(store.db.query, { ids, owner: 'late' });
    expect(await rowOf(row.id)).toMatchObject({ stalls: 0, owner: 'heir' });
    await store.db.query('delete from run');
  });

  it('takes runs that two workers died on one at a time, and counts nothing against those that wait', async () => {
    const { db } = at.house;
    const writes = [insert(), insert(), insert()];
    await Promise.all(writes);
    const suspect = (owner: string, now: number) =>
      claimSuspect(db, { owner, now, leaseMs: LEASE_MS });
    const start = Date.now();
    const lives = [0, 1, 2, 3].map((life) => start + life * 2 * LEASE_MS);
    expect(await suspect('first', lives[0] ?? 0)).toBe(undefined);
    expect(await claim('first', lives[0])).toHaveLength(3);
    expect(await suspect('second', lives[1] ?? 0)).toBe(undefined);
    expect(await claim('second', lives[1])).toHaveLength(3);
    expect(await claim('third', lives[2])).toEqual([]);
    const guilty = await suspect('third', lives[2] ?? 0);
    expect(guilty).toMatchObject({ stalls: 2, owner: 'third' });
    const rest = writes.map(({ id }) => id).filter((id) => id !== guilty?.id);
    for (const id of rest) expect(await rowOf(id)).toMatchObject({ stalls: 1, owner: 'second' });
    expect(await claim('fourth', lives[3])).toMatchObject([{ id: guilty?.id, stalls: 3 }]);
    expect((await suspect('fourth', lives[3] ?? 0))?.stalls).toBe(2);
    expect((await suspect('fifth', lives[3] ?? 0))?.stalls).toBe(2);
    expect(await suspect('fifth', lives[3] ?? 0)).toBe(undefined);
    await db.query('delete from run');
  });

  it('leaves a run alone once it is given back, even with a write still to come', async () => {
    await insert();
    const [row] = (await claim('worker')) as [RunRow];
    const journal = journalOf(row, 'worker');
    const soon = journal.writeSoon({ type: 'run.started', at: 1, worker: 'worker', takeover: 0 });
    await journal.release(Date.now() + 60_000, 'waiting');
    await store.db.query('update run set wake_at = 7 where id = ?', [row.id]);
    await soon;
    expect(await rowOf(row.id)).toMatchObject({ status: 'waiting', wake_at: 7, seq: 1 });
    await store.db.query('delete from run');
  });

  it('keeps a value of more than 256 KB aside, and gives it back whole', async () => {
    const neighbour = await at.neighbour();
    const text = 'é"\\'.repeat(200_000);
    const flow = await publishDrawing(
      at.client,
      {
        start: { kind: 'manual' },
        echo: { kind: 'map', input: '{ "echo": trigger.text, "n": 1 }' },
        small: { kind: 'map', input: '$length(steps.echo.echo)' },
      },
      ['start>echo', 'echo>small'],
    );
    const id = await runByHand(at.client, flow, { payload: { text } });
    const { run, events } = await untilEnded(at.client, id);
    expect(run.status).toBe('done');
    const echoed = events.find((event) => event.type === 'step.done' && event.node === 'echo');
    const output = echoed?.type === 'step.done' ? echoed.output : undefined;
    const blob = output && 'blob' in output ? output.blob : '';
    expect(output).toEqual({ blob, size: Buffer.byteLength(JSON.stringify({ echo: text, n: 1 })) });
    expect(await at.client.call(getPayload, { params: { id, blob } })).toEqual({
      echo: text,
      n: 1,
    });
    const last = events.at(-1);
    expect(last).toMatchObject({ type: 'run.done', output: { value: text.length } });
    const [row] = await store.db.query<{ n: number }>(
      'select max(length(events)) as n from journal where run_id = ?',
      [id],
    );
    expect(Number(row?.n)).toBeLessThan(10_000);
    const input = (await at.client.call(getRun, { params: { id } })).input;
    expect(input).toHaveProperty('blob');
    await neighbour.close();
  });

  it('lets a neighbour on the same data take up what nobody here works on', async () => {
    const { id } = await createDrawing(at.client, { start: { kind: 'manual' } }, []);
    const run = await runByHand(at.client, id, { draft: true, payload: 5 });
    expect((await rowOf(run)).status).toBe('queued');
    const neighbour = await at.neighbour();
    const row = await until('it is done', async () => {
      const found = await rowOf(run);
      return found.status === 'done' && found;
    });
    expect(row.version_number).toBe(null);
    await neighbour.close();
  });
});
