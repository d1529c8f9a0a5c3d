import { readFile } from 'node:fs/promises';
import { join } from 'node:path';

import { type PrivateServer, startServer } from '@patchbay/e2e/setup';
import type { JsonObject } from '@patchbay/shared/base';
import { createConnection, type Connection } from 'mysql2/promise';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { listOptions, testConnection } from '#sdk';
import { type Bench, openBench } from '#sdk/testing';

import { mysql } from './index.ts';

const SCHEMA = [
  `create table customer (
    id bigint unsigned auto_increment primary key,
    email varchar(100) not null unique, name varchar(10), extra json, active bool default true,
    balance decimal(12, 2), born date, seen timestamp(6) null, local datetime null, photo blob
  ) comment 'Who buys'`,
  'create table `odd.table` (`Odd ``col` int)',
  'create table event (at datetime(3), name varchar(20))',
  'create table old (n int) engine=MyISAM',
];

let server: PrivateServer;
let admin: Connection;
let bench: Bench;
beforeAll(async () => {
  server = await startServer('mariadb');
  admin = await createConnection(server.url);
  for (const sql of SCHEMA) await admin.query(sql);
  const { port, username: user, password } = new URL(server.url);
  const config = { host: '127.0.0.1', port: Number(port), database: 'patchbay', tls: 'disable' };
  bench = openBench(mysql, { scheme: 'user', config, fields: { user, password } });
});
afterAll(async () => {
  await bench?.close();
  await admin?.end();
  await server?.stop();
});

const ask = (sql: string, parameters: string[] = []): Promise<unknown> =>
  bench.call('query', { sql, parameters });

describe('the connection', () => {
  it('says who it is', async () => {
    const { identity } = await testConnection(mysql, bench.context());
    expect(identity).toMatch(/^patchbay@127\.0\.0\.1 on patchbay, \d+\./);
  });

  it('offers the tables and columns of the live database', async () => {
    const tables = await listOptions(mysql, 'tables', bench.context());
    expect(tables).toContainEqual({
      value: 'customer',
      label: 'customer',
      description: 'Who buys',
    });
    const odd = tables.find(({ label }) => label === 'odd.table')?.value ?? '';
    const columns = await listOptions(mysql, 'columns', bench.context({ table: odd }));
    expect(columns).toEqual([{ value: 'Odd `col', label: 'Odd `col', description: 'int(11)' }]);
  });

  it('judges the certificate by the name of the host', async () => {
    const ca = await readFile(join(server.dataDir, 'tls', 'cert.pem'), 'utf8');
    const named = { host: 'localhost', tls: 'verify-full', ca };
    const secured = await bench.call(
      'query',
      { sql: "show status like 'ssl_cipher'" },
      { config: named },
    );
    expect(secured).toMatchObject({ rows: [{ Value: expect.stringContaining('TLS') }] });
    const untrusted = bench.call('query', { sql: 'select 1' }, { config: { ...named, ca: '' } });
    await expect(untrusted).rejects.toMatchObject({
      problem: { message: expect.stringMatching(/TLS|certificate/) },
    });
  });

  it.each([
    [{ fields: { password: 'wrong' } }, 'auth_expired', 'Log-in refused'],
    [{ config: { database: 'nowhere' } }, 'rejected', 'No such database'],
    [{ config: { port: 1 } }, 'unavailable', 'refused'],
    [{ config: { host: '10.1.2.3' } }, 'address_blocked', 'not a public address'],
  ])('explains what is wrong with %o', async (change, code, words) => {
    await expect(testConnection(mysql, bench.context({}, change))).rejects.toMatchObject({
      problem: { code, message: expect.stringContaining(words), hint: expect.stringMatching(/\w/) },
    });
  });

  it('ends the statement on the server when the step is aborted', async () => {
    const controller = new AbortController();
    const slow = bench.call('query', { sql: 'select sleep(60)' }, { signal: controller.signal });
    const outcome = slow.catch((error: unknown) => error);
    await expect.poll(sleepers).toBe(1);
    controller.abort();
    expect(await outcome).toMatchObject({ problem: { code: 'cancelled' } });
    await expect.poll(sleepers).toBe(0);
  });

  it('lets the server end a statement that takes too long', async () => {
    const config = { statementTimeoutSeconds: 1 };
    const sql = 'select count(*) from seq_1_to_1000000000 a, seq_1_to_1000000000 b';
    await expect(bench.call('query', { sql }, { config })).rejects.toMatchObject({
      problem: { code: 'timed_out', retry: 'never' },
    });
  });

  it('shares a few connections between many calls, also after their loss', async () => {
    const sql = 'select connection_id() as id';
    const ids = await Promise.all(Array.from({ length: 40 }, () => ask(sql)));
    expect(new Set(ids.map((answer) => JSON.stringify(answer))).size).toBeLessThanOrEqual(5);
    const [list] = await admin.query('show processlist');
    for (const { Id, User } of list as { Id: number; User: string }[]) {
      // One that was ended a moment ago may still be on the list.
      if (User === 'patchbay' && Id !== admin.threadId)
        await admin.query(`kill ${Id}`).catch(() => undefined);
    }
    await expect
      .poll(() => ask('select 1 as one').catch(() => undefined))
      .toMatchObject({
        rows: [{ one: 1 }],
      });
  });
});

describe('rows', () => {
  it('survive the way there and back', async () => {
    const given = {
      email: 'ada@example.com',
      name: 'Ada 😀',
      extra: { tags: [1, 'two'] },
      active: false,
      balance: '12345678.90',
      born: '1815-12-10',
      seen: '2026-11-23T10:00:00.123456Z',
      local: '2026-11-23T10:00:00',
      photo: Buffer.from('bytes').toString('base64'),
    };
    const result = await bench.call('insert', { table: 'customer', rows: given });
    expect(result).toEqual({ count: 1, insertId: 1 });
    const { rows } = (await ask('select * from customer where id = ?', ['1'])) as {
      rows: object[];
    };
    expect(rows).toEqual([{ ...given, id: 1, active: 0, extra: given.extra }]);
  });

  it('are written all or none', async () => {
    const twice: JsonObject[] = [{ email: 'a@x.org' }, { email: 'a@x.org', name: 'A' }];
    await expect(bench.call('insert', { table: 'customer', rows: twice })).rejects.toMatchObject({
      problem: {
        code: 'rejected',
        message: expect.stringContaining('Already exists'),
        details: { errno: 1062 },
      },
    });
    expect(await ask("select 1 from customer where email = 'a@x.org'")).toMatchObject({ count: 0 });
    const rest = { table: 'customer', rows: twice, onConflict: 'ignore' };
    expect(await bench.call('insert', rest)).toMatchObject({ count: 2 });
  });

  it('are updated where they exist', async () => {
    const rows = [
      { email: 'b@x.org', name: 'B' },
      { email: 'a@x.org', name: 'New' },
    ];
    await bench.call('upsert', { table: 'customer', rows });
    await bench.call('upsert', { table: 'customer', rows });
    const found = await ask(
      "select email, name from customer where email like '_@x.org' order by 1",
    );
    expect(found).toMatchObject({ rows: rows.toReversed() });
  });

  it('are changed and deleted by conditions, all of them only on purpose', async () => {
    const where = { email: ['a@x.org', 'b@x.org'] };
    const change = { table: 'customer', set: { name: null, extra: [1] }, where };
    expect(await bench.call('update', change)).toEqual({ count: 2 });
    await expect(bench.call('delete', { table: 'customer' })).rejects.toMatchObject({
      problem: { code: 'invalid_input', at: { field: 'where' } },
    });
    const none = { table: 'customer', where: { email: [] } };
    expect(await bench.call('delete', none)).toEqual({ count: 0 });
    const gone = { table: 'customer', where: { ...where, name: null } };
    expect(await bench.call('delete', gone)).toEqual({ count: 2 });
  });

  it('are as they were after a dry run, which tells what it would have done', async () => {
    const all = (): Promise<unknown> => ask('select * from customer order by id');
    const before = await all();
    const someone = { email: 'dry@x.org', name: 'Dry' };
    const where = { email: 'ada@example.com' };
    const tries: [string, JsonObject, object][] = [
      ['insert', { rows: someone }, { count: 1 }],
      ['upsert', { rows: [someone, { ...where, name: 'Other' }] }, { count: 2 }],
      ['update', { set: { name: 'Other' }, where }, { count: 1 }],
      ['delete', { where }, { count: 1 }],
    ];
    for (const [action, input, told] of tries) {
      const result = bench.call(action, { table: 'customer', ...input }, { dryRun: true });
      expect([action, await result]).toMatchObject([action, told]);
      expect([action, await all()]).toEqual([action, before]);
    }
    const old = bench.call('insert', { table: 'old', rows: { n: 1 } }, { dryRun: true });
    await expect(old).rejects.toMatchObject({
      problem: { message: expect.stringContaining('MyISAM'), at: { field: 'table' } },
    });
    expect(await ask('select * from old')).toMatchObject({ count: 0 });
  });

  it('never let a value become SQL', async () => {
    const evil = "x' or 1=1; drop table customer; -- \\";
    await bench.call('insert', { table: 'customer', rows: { email: evil } });
    expect(await ask('select email from customer where email = ?', [evil])).toMatchObject({
      rows: [{ email: evil }],
    });
    await expect(ask('select 1; select 2')).rejects.toMatchObject({
      problem: { code: 'rejected', message: expect.stringContaining('Wrong SQL') },
    });
  });

  it('stop at the most that were asked for, with a limit in the statement or not', async () => {
    for (const end of ['', 'limit 50000']) {
      const sql = `select seq from seq_1_to_100000 ${end}`;
      const found = await bench.call('query', { sql, maxRows: 3 });
      expect(found).toEqual({
        rows: [{ seq: 1 }, { seq: 2 }, { seq: 3 }],
        count: 3,
        truncated: true,
      });
    }
    expect(await ask('select seq from seq_1_to_5 limit ?', ['2'])).toMatchObject({ count: 2 });
  });
});

describe('the trigger for new rows', () => {
  it('gives each row once, in order, and those of one moment apart', async () => {
    const add = (rows: JsonObject[]): Promise<unknown> =>
      bench.call('insert', { table: 'event', rows });
    const at = '2026-11-23T10:00:00.500';
    await add([{ at, name: 'old' }]);
    const input = { table: 'event', column: 'at', keyColumn: 'name' };
    const first = await bench.look('newRow', input);
    expect(first.items).toEqual([]);
    await add([
      { at: '2026-11-23T10:00:01', name: 'later' },
      { at, name: 'same moment' },
    ]);
    const second = await bench.look('newRow', input, first.cursor);
    expect(second.items).toEqual([
      { key: '2026-11-23 10:00:00.500:same moment', row: { at, name: 'same moment' } },
      {
        key: '2026-11-23 10:00:01.000:later',
        row: { at: '2026-11-23T10:00:01', name: 'later' },
      },
    ]);
    expect((await bench.look('newRow', input, second.cursor)).items).toEqual([]);
  });
});

async function sleepers(): Promise<number> {
  const [rows] = await admin.query(
    "select 1 from information_schema.processlist where info like 'select sleep(60)%'",
  );
  return (rows as unknown[]).length;
}
