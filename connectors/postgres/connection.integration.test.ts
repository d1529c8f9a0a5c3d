import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { listOptions, type PollResult, testConnection } from '#sdk';

import { postgres } from './index.ts';
import { type Bench, openBench } from './test-bench.ts';

let bench: Bench;
beforeAll(async () => {
  bench = await openBench();
});
afterAll(() => bench.close());

describe('the connection', () => {
  it('says who it is', async () => {
    const { identity } = await testConnection(postgres, bench.context({}));
    expect(identity).toMatch(/ at postgres_connector_\w+, PostgreSQL \d+/);
  });

  it('offers the tables and columns of the live database', async () => {
    const tables = await listOptions(postgres, 'tables', bench.context({}));
    expect(tables).toContainEqual({
      value: 'public.customer',
      label: 'public.customer',
      description: 'Who buys',
    });
    const odd = tables.find(({ value }) => value.includes('odd'));
    const columns = await listOptions(
      postgres,
      'columns',
      bench.context({ table: odd?.value ?? '' }),
    );
    expect(columns).toEqual([{ value: 'Odd col', label: 'Odd col', description: 'integer' }]);
    expect(await listOptions(postgres, 'columns', bench.context({}))).toEqual([]);
  });

  it.each([
    [{ fields: { password: 'wrong' } }, 'auth_expired', 'Wrong password'],
    [{ config: { database: 'nowhere' } }, 'rejected', 'No such database'],
    [{ config: { ssl: 'verify-full' } }, 'rejected', 'does not offer TLS'],
    [{ config: { port: 1 } }, 'unavailable', 'refused'],
    [{ config: { host: '10.1.2.3' } }, 'address_blocked', 'not a public address'],
  ])('explains what is wrong with %o', async (change, code, words) => {
    const failure = testConnection(postgres, bench.context({}, change));
    await expect(failure).rejects.toMatchObject({
      problem: { code, message: expect.stringContaining(words), hint: expect.stringMatching(/\w/) },
    });
  });

  it('names the table that does not exist', async () => {
    await expect(bench.query('select * from nowhere')).rejects.toMatchObject({
      problem: {
        code: 'rejected',
        message: expect.stringContaining('"nowhere"'),
        hint: expect.stringContaining('Choose a table'),
      },
    });
  });

  it('cancels the statement on the server when the step is aborted', async () => {
    const controller = new AbortController();
    const running = bench.call(
      'query',
      { sql: 'select pg_sleep(60) -- to be cancelled' },
      { signal: controller.signal },
    );
    const outcome = running.catch((error: unknown) => error);
    await expect.poll(sleepers).toBe(1);
    controller.abort();
    expect(await outcome).toMatchObject({ problem: { code: 'cancelled' } });
    // The error is told a moment before the server notes that the statement is over.
    await expect.poll(sleepers).toBe(0);
  });

  it('lets the server end a statement that takes too long', async () => {
    const slow = bench.call(
      'query',
      { sql: 'select pg_sleep(60)' },
      { config: { statementTimeoutSeconds: 0.1 } },
    );
    await expect(slow).rejects.toMatchObject({ problem: { code: 'timed_out', retry: 'never' } });
  });

  it('survives the loss of its connections', async () => {
    await bench.query('select 1');
    await bench.admin.query(`select pg_terminate_backend(pid) from pg_stat_activity
      where application_name = 'Patchbay' and datname = current_database()`);
    await expect
      .poll(() => bench.query('select 1 as one').catch(() => undefined))
      .toMatchObject({ rows: [{ one: 1 }] });
  });

  it('shares a few connections between many calls', async () => {
    const pids = await Promise.all(
      Array.from({ length: 40 }, () => bench.query('select pg_backend_pid() as pid')),
    );
    expect(new Set(pids.map((answer) => JSON.stringify(answer))).size).toBeLessThanOrEqual(5);
  });
});

describe('the trigger for new rows', () => {
  it('gives each row once, in order, also one whose transaction ended late', async () => {
    await bench.admin.query('create table event (id int, "patchbay key" text)');
    const add = (values: string): Promise<unknown> =>
      bench.admin.query(`insert into event values ${values}`);
    const look = async (cursor?: string): Promise<PollResult> =>
      postgres.triggers.newRow!.poll!(bench.context({ table: 'event', column: 'id' }), {
        cursor,
        manifest: postgres.manifest,
      });
    await add("(1, 'old')");
    const first = await look();
    expect(first.items).toEqual([]);
    await add("(4, 'four'), (3, 'three')");
    const second = await look(first.cursor);
    const three = { key: '3:3', row: { id: 3, 'patchbay key': 'three' } };
    expect(second.items).toMatchObject([three, { key: '4:4' }]);
    await add("(2, 'late')");
    const third = await look(second.cursor);
    expect(third.items).toMatchObject([{ key: '2:2' }]);
    expect((await look(third.cursor)).items).toEqual([]);
  });
});

async function sleepers(): Promise<number> {
  const found = await bench.admin.query(
    `select 1 from pg_stat_activity where state = 'active' and query like 'select pg_sleep(60) -- to be%'`,
  );
  return found.rowCount ?? 0;
}
