import type { JsonObject } from '@patchbay/shared/base';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';

import { type Bench, openBench } from './test-bench.ts';

let bench: Bench;
beforeAll(async () => {
  bench = await openBench();
});
afterAll(() => bench.close());
beforeEach(async () => {
  await bench.admin.query('truncate customer, orders restart identity cascade');
});

describe('query', () => {
  it('takes parameters and gives values that survive JSON', async () => {
    const sql = `select 1::int as i, 9007199254740993::bigint as big, 42::bigint as small,
      12.50::numeric as n, date '2026-02-03' as d, timestamptz '2026-02-03 04:05:06.123456Z' as tz,
      timestamp '2026-02-03 04:05:06' as ts, '{1,2}'::bigint[] as list, '{"a":[1]}'::jsonb as j,
      'NaN'::float8 as nan, '\\x6869'::bytea as bytes, interval '1 day 02:00' as span, null as nothing,
      $1::text as text, $2::int[] as numbers, $3::jsonb as object`;
    const answer = await bench.query(sql, ["o'clock", [1, 2], { a: 1 }]);
    expect(JSON.parse(JSON.stringify(answer))).toEqual(answer);
    expect(answer).toEqual({
      count: 1,
      truncated: false,
      rows: [
        {
          i: 1,
          big: '9007199254740993',
          small: 42,
          n: '12.50',
          d: '2026-02-03',
          tz: '2026-02-03T04:05:06.123456Z',
          ts: '2026-02-03T04:05:06',
          list: [1, 2],
          j: { a: [1] },
          nan: 'NaN',
          bytes: 'aGk=',
          span: '1 day 02:00:00',
          nothing: null,
          text: "o'clock",
          numbers: [1, 2],
          object: { a: 1 },
        },
      ],
    });
  });

  it('counts what a statement changed, with and without rows', async () => {
    expect(await bench.query(`insert into customer (email) values ('a'), ('b')`)).toEqual({
      count: 2,
      rows: [],
      truncated: false,
    });
    expect(await bench.query(`update customer set name = 'x' returning email`)).toMatchObject({
      count: 2,
      rows: [{ email: 'a' }, { email: 'b' }],
    });
    expect(await bench.query('create temporary table t (a int)')).toMatchObject({
      count: 0,
      rows: [],
    });
  });

  it('stops at the row limit', async () => {
    const answer = await bench.call('query', {
      sql: 'select generate_series(1, 1000000) as n',
      maxRows: 3,
    });
    expect(answer).toEqual({ rows: [{ n: 1 }, { n: 2 }, { n: 3 }], count: 3, truncated: true });
  });

  it('takes one statement only, and never a value as SQL', async () => {
    await expect(bench.query('select 1; drop table customer')).rejects.toMatchObject({
      problem: { code: 'rejected' },
    });
    const evil = "'; drop table customer; --";
    expect(await bench.query('select $1::text as t', [evil])).toMatchObject({
      rows: [{ t: evil }],
    });
  });
});

describe('writing', () => {
  it('inserts one row and gives back what the database filled in', async () => {
    const rows = {
      email: 'a',
      tags: ['x', 'y z'],
      extra: [1, { b: null }],
      balance: 12.5,
      born: '2001-02-03',
      seen: '2026-01-01T10:00:00+02:00',
    };
    expect(await bench.call('insert', { table: 'customer', rows })).toMatchObject({
      count: 1,
      rows: [
        {
          id: 1,
          active: true,
          tags: ['x', 'y z'],
          extra: [1, { b: null }],
          balance: '12.50',
          born: '2001-02-03',
          seen: '2026-01-01T08:00:00Z',
        },
      ],
    });
  });

  it('inserts many rows at once, with defaults for what a row leaves out', async () => {
    const many = Array.from({ length: 3000 }, (_, i) => ({ email: `e${i}` }));
    const rows = [...many, { email: 'off', active: false }];
    expect(
      await bench.call('insert', { table: 'public.customer', rows, returning: false }),
    ).toEqual({
      count: 3001,
      rows: [],
    });
    expect(
      await bench.query('select active, count(*)::int as n from customer group by 1 order by 1'),
    ).toMatchObject({
      rows: [
        { active: false, n: 1 },
        { active: true, n: 3000 },
      ],
    });
  });

  it('writes all rows or none, and can ignore the ones that exist', async () => {
    await bench.call('insert', { table: 'customer', rows: { email: 'a' } });
    const rows: JsonObject[] = [{ email: 'b' }, { email: 'a', name: 'again' }];
    await expect(bench.call('insert', { table: 'customer', rows })).rejects.toMatchObject({
      problem: {
        code: 'rejected',
        message: expect.stringContaining('(email)=(a) already exists'),
        details: { code: '23505', constraint: 'customer_email_key' },
      },
    });
    expect(await bench.query('select count(*)::int as n from customer')).toMatchObject({
      rows: [{ n: 1 }],
    });
    expect(
      await bench.call('insert', { table: 'customer', rows, onConflict: 'ignore' }),
    ).toMatchObject({
      count: 1,
    });
  });

  it('upserts by key', async () => {
    const input = {
      table: 'customer',
      keys: ['email'],
      rows: [
        { email: 'a', name: 'one' },
        { email: 'b', name: 'two' },
      ],
    };
    await bench.call('upsert', input);
    const again = await bench.call('upsert', { ...input, rows: { email: 'a', name: 'three' } });
    expect(again).toMatchObject({ count: 1, rows: [{ id: 1, name: 'three' }] });
    expect(await bench.query('select count(*)::int as n from customer')).toMatchObject({
      rows: [{ n: 2 }],
    });
    await expect(bench.call('upsert', { ...input, keys: ['name'] })).rejects.toMatchObject({
      problem: { details: { code: '42P10' } },
    });
  });

  it('updates and deletes by conditions: a value, any of a list, nothing', async () => {
    const rows = ['a', 'b', 'c', 'd'].map((email) => ({
      email,
      name: email === 'd' ? null : email,
    }));
    await bench.call('insert', { table: 'customer', rows });
    const update = {
      table: 'customer',
      set: { name: 'x', tags: ['t'] },
      where: { email: ['a', 'b'], active: true },
    };
    expect(await bench.call('update', update)).toMatchObject({
      count: 2,
      rows: [{ name: 'x', tags: ['t'] }, { name: 'x' }],
    });
    expect(await bench.call('delete', { table: 'customer', where: { name: null } })).toMatchObject({
      count: 1,
      rows: [{ email: 'd' }],
    });
    expect(await bench.call('delete', { table: 'customer', where: { email: [] } })).toMatchObject({
      count: 0,
    });
    expect(
      await bench.call('delete', { table: 'customer', where: { id: 1, email: 'c' } }),
    ).toMatchObject({ count: 0 });
    expect(
      await bench.call('delete', { table: 'customer', where: {}, allRows: true }),
    ).toMatchObject({
      count: 3,
    });
  });

  it('leaves all as it was after a dry run, which tells what it would have done', async () => {
    const table = 'customer';
    await bench.call('insert', { table, rows: { email: 'dry@x.org', name: 'Before' } });
    const before = await bench.query('select * from customer order by id');
    const where = { email: 'dry@x.org' };
    const tries: [string, JsonObject, object][] = [
      ['insert', { rows: { email: 'new@x.org' } }, { count: 1, rows: [{ email: 'new@x.org' }] }],
      ['upsert', { rows: [{ ...where, name: 'After' }], keys: ['email'] }, { count: 1 }],
      ['update', { set: { name: 'After' }, where }, { count: 1, rows: [{ name: 'After' }] }],
      ['delete', { where }, { count: 1 }],
    ];
    for (const [action, input, told] of tries) {
      const result = await bench.call(action, { table, ...input }, { dryRun: true });
      expect([action, result]).toMatchObject([action, told]);
      const after = await bench.query('select * from customer order by id');
      expect([action, after]).toEqual([action, before]);
    }
    const sql = 'delete from customer';
    const tried = await bench.call('query', { sql }, { dryRun: true });
    expect(tried).toMatchObject({ count: (before as { count: number }).count });
    expect(await bench.query('select * from customer order by id')).toEqual(before);
    await bench.call('delete', { table, where });
  });

  it('changes nothing without a condition', async () => {
    for (const action of ['update', 'delete']) {
      const set: JsonObject = action === 'update' ? { set: { name: 'x' } } : {};
      await expect(bench.call(action, { table: 'customer', ...set })).rejects.toMatchObject({
        problem: { code: 'invalid_input', at: { field: 'where' } },
      });
    }
  });

  it('treats every name as a name', async () => {
    const table = '"odd.schema"."Odd ""Table"""';
    expect(await bench.call('insert', { table, rows: { 'Odd col': 1 } })).toMatchObject({
      rows: [{ 'Odd col': 1 }],
    });
    expect(
      await bench.call('update', { table, set: { 'Odd col': 2 }, where: { 'Odd col': 1 } }),
    ).toMatchObject({ count: 1 });
    const evil = { 'id" = 1; drop table customer; --': 1 };
    await expect(bench.call('insert', { table: 'customer', rows: evil })).rejects.toMatchObject({
      problem: { details: { code: '42703' } },
    });
    await expect(bench.call('delete', { table: 'customer', where: evil })).rejects.toMatchObject({
      problem: { details: { code: '42703' } },
    });
  });
});
