import { mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';

import type { JsonObject } from '@patchbay/shared/base';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';

import { listOptions, testConnection } from '#sdk';
import { type Bench, openBench } from '#sdk/testing';

import { sqlite } from './index.ts';

type Change = Parameters<Bench['call']>[2];

let folder: string;
let bench: Bench;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'patchbay-sqlite-'));
  await mkdir(join(folder, 'files'));
  vi.stubEnv('SQLITE_DIR', join(folder, 'files'));
  const database = new DatabaseSync(join(folder, 'files', 'shop.db'));
  database.exec(`create table customer (id integer primary key, email text unique not null,
      name text default 'Nobody', score real, big integer, photo blob, active);
    create table "odd ""table""" ("Odd col" int, class check (class <> 'bad'));
    create table event (id integer primary key, note text);
    create view names as select name from customer;`);
  database.close();
  new DatabaseSync(join(folder, 'outside.db')).close();
  await symlink(join(folder, 'outside.db'), join(folder, 'files', 'link.db'));
  await writeFile(join(folder, 'files', 'text.db'), 'This is not a database, but a long text.');
  const config = { file: 'shop.db', access: 'write' };
  bench = openBench(sqlite, { scheme: 'none', config, fields: {} });
});
afterAll(async () => {
  await bench.close();
  await rm(folder, { recursive: true });
  vi.unstubAllEnvs();
});

function query(sql: string, parameters: unknown[] = [], change?: Change): Promise<unknown> {
  return bench.call('query', { sql, parameters } as JsonObject, change);
}

const READ = { config: { access: 'read' } };
const BLOB =
  'select x\'616263\' as b, 9007199254740993 as big, 1e999 as huge, 1 as "one", null as no';

describe('the file', () => {
  it('says what it is, and offers its tables and columns', async () => {
    const { identity } = await testConnection(sqlite, bench.context());
    expect(identity).toMatch(/^shop\.db: 3 tables, SQLite 3\./);
    expect(await listOptions(sqlite, 'tables', bench.context())).toEqual([
      { value: 'customer', label: 'customer', description: 'table' },
      { value: 'event', label: 'event', description: 'table' },
      { value: 'names', label: 'names', description: 'view' },
      { value: 'odd "table"', label: 'odd "table"', description: 'table' },
    ]);
    const columns = await listOptions(sqlite, 'columns', bench.context({ table: 'odd "table"' }));
    expect(columns).toEqual([
      { value: 'Odd col', label: 'Odd col', description: 'int' },
      { value: 'class', label: 'class' },
    ]);
  });

  it.each(['../outside.db', 'link.db', '/etc/passwd', '.', 'missing.db', '..'])(
    'is none outside of the folder: %s',
    async (file) => {
      await expect(
        testConnection(sqlite, bench.context({}, { config: { file } })),
      ).rejects.toMatchObject({
        problem: { code: 'invalid_input', message: expect.stringContaining('no file') },
      });
    },
  );

  it('is not opened where the operator names no folder, nor when it is something else', async () => {
    await expect(query('select 1', [], { config: { file: 'text.db' } })).rejects.toMatchObject({
      problem: { code: 'rejected', message: expect.stringContaining('Not a SQLite file') },
    });
    vi.stubEnv('SQLITE_DIR', '');
    const failure = query('select 1');
    await expect(failure).rejects.toMatchObject({
      problem: { hint: expect.stringContaining('SQLITE_DIR') },
    });
    vi.stubEnv('SQLITE_DIR', join(folder, 'files'));
  });
});

describe('a statement of one’s own', () => {
  it('gives values that survive JSON, and no more rows than are wanted', async () => {
    expect(await query(BLOB)).toEqual({
      rows: [{ b: 'YWJj', big: '9007199254740993', huge: 'Infinity', one: 1, no: null }],
      count: 1,
      truncated: false,
    });
    const numbers =
      'with recursive n(i) as (select 1 union all select i + 1 from n) select i from n';
    expect(await bench.call('query', { sql: numbers, maxRows: 3 })).toEqual({
      rows: [{ i: 1 }, { i: 2 }, { i: 3 }],
      count: 3,
      truncated: true,
    });
    expect(
      await query('select typeof(?) as a, typeof(?) as b, ? as c', [1, 1.5, [true]]),
    ).toMatchObject({
      rows: [{ a: 'integer', b: 'real', c: '[true]' }],
    });
  });

  it.each([
    ["attach 'outside.db' as other", 'Not allowed'],
    ["vacuum into 'copy.db'", 'VACUUM'],
    ["select load_extension('x')", 'Not allowed'],
    ['pragma journal_mode = delete', 'Not allowed'],
    ['commit', 'Not allowed'],
    ['select 1; drop table event', 'more than one statement'],
    ['selec 1', 'Wrong SQL'],
    ['select * from nowhere', 'No such table'],
    ['select missing from event', 'No such column'],
  ])('is refused: %s', async (sql, words) => {
    await expect(query(sql)).rejects.toMatchObject({
      problem: { code: 'rejected', message: expect.stringContaining(words) },
    });
  });

  it('changes nothing where the connection only reads', async () => {
    for (const sql of ['delete from event', 'create table t (a)', 'drop table event']) {
      await expect(query(sql, [], READ)).rejects.toMatchObject({
        problem: { code: 'rejected', hint: expect.stringContaining('Read and write') },
      });
    }
  });

  it('that never ends is ended, and so is the process it runs in', async () => {
    const endless =
      'with recursive n(i) as (select 1 union all select i + 1 from n) select count(*) from n';
    await expect(query(endless, [], { config: { timeLimitSeconds: 0.5 } })).rejects.toMatchObject({
      problem: { code: 'timed_out' },
    });
    const signal = AbortSignal.timeout(300);
    await expect(query(endless, [], { signal })).rejects.toMatchObject({
      problem: { code: 'cancelled' },
    });
    expect(await query('select 1 as one')).toMatchObject({ rows: [{ one: 1 }] });
  });
});

describe('rows', () => {
  it('are inserted with the defaults of the table, all or none', async () => {
    const rows: JsonObject[] = [
      { email: 'ada@example.com', score: 1.5, active: true },
      { email: 'bo@example.com', name: 'Bo', big: '9007199254740993' },
    ];
    expect(await bench.call('insert', { table: 'customer', rows })).toMatchObject({
      count: 2,
      rows: [
        { id: 1, name: 'Nobody', score: 1.5, active: 1 },
        { id: 2, name: 'Bo', big: '9007199254740993' },
      ],
    });
    const again = [{ email: 'cy@example.com' }, { email: 'ada@example.com' }];
    await expect(bench.call('insert', { table: 'customer', rows: again })).rejects.toMatchObject({
      problem: { code: 'rejected', hint: expect.stringContaining('upsert') },
    });
    const ignoring = { table: 'customer', rows: again[1]!, onConflict: 'ignore' };
    expect(await bench.call('insert', ignoring)).toEqual({ count: 0, rows: [] });
    expect(await query('select count(*) as n from customer')).toMatchObject({ rows: [{ n: 2 }] });
  });

  it('are updated where their key exists', async () => {
    const rows = [
      { email: 'ada@example.com', name: 'Ada' },
      { email: 'di@example.com', name: 'Di' },
    ];
    const upserted = await bench.call('upsert', { table: 'customer', rows, keys: ['email'] });
    expect(upserted).toMatchObject({ count: 2, rows: [{ id: 1, name: 'Ada' }, { name: 'Di' }] });
    const wrong = bench.call('upsert', { table: 'customer', rows, keys: ['name'] });
    await expect(wrong).rejects.toMatchObject({
      problem: { hint: expect.stringContaining('unique index') },
    });
  });

  it('are changed and deleted by conditions, and a dry run keeps nothing', async () => {
    const change = { table: 'customer', set: { score: 7 }, where: { email: ['bo@example.com'] } };
    const tried = await bench.call('update', change, { dryRun: true });
    expect(tried).toMatchObject({ count: 1, rows: [{ score: 7 }] });
    expect(await query('select score from customer where score = 7')).toMatchObject({ count: 0 });
    expect(await bench.call('update', { ...change, returning: false })).toEqual({
      count: 1,
      rows: [],
    });
    const empty = { table: 'customer', where: { score: null, name: 'Di' } };
    expect(await bench.call('delete', empty)).toMatchObject({ count: 1 });
    await expect(bench.call('delete', { table: 'customer' })).rejects.toMatchObject({
      problem: { code: 'invalid_input', hint: expect.stringContaining('condition') },
    });
    const injected = { table: 'customer; drop table event', where: { id: 1 } };
    await expect(bench.call('delete', injected)).rejects.toMatchObject({
      problem: { message: expect.stringContaining('No such table') },
    });
  });

  it('start a flow each, once and in order', async () => {
    await query("insert into event values (1, 'old')");
    const look = (cursor?: string) =>
      bench.look('newRow', { table: 'event', column: 'id' }, cursor);
    const first = await look();
    expect(first.items).toEqual([]);
    await query("insert into event values (12, 'twelve'), (9, 'nine')");
    const second = await look(first.cursor);
    expect(second.items).toEqual([
      { key: '9:9', row: { id: 9, note: 'nine' } },
      { key: '12:12', row: { id: 12, note: 'twelve' } },
    ]);
    expect((await look(second.cursor)).items).toEqual([]);
  });

  it('wait for another program that writes, and say so when it takes too long', async () => {
    const other = new DatabaseSync(join(folder, 'files', 'shop.db'));
    other.exec('begin immediate');
    const blocked = query("insert into event values (20, 'late')");
    await expect(blocked).rejects.toMatchObject({
      problem: { code: 'unavailable', message: expect.stringContaining('In use') },
    });
    other.close();
  });
});
