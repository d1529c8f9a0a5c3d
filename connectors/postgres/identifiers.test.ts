import { assert, property, string } from 'fast-check';
import { describe, expect, it } from 'vitest';

import { quoteName, quoteTable, tableText } from './identifiers.ts';

describe('quoteTable', () => {
  it.each([
    ['users', '"users"'],
    ['sales.orders', '"sales"."orders"'],
    ['Sales.Orders', '"Sales"."Orders"'],
    ['sales."2026.orders"', '"sales"."2026.orders"'],
    ['"a""b"', '"a""b"'],
    ['users; drop table users', '"users; drop table users"'],
  ])('reads %s', (text, sql) => {
    expect(quoteTable(text)).toBe(sql);
  });

  it.each(['', 'a.b.c', 'a..b', '.a', 'a.', 'a"b', '"a'])('refuses "%s"', (text) => {
    expect(() => quoteTable(text)).toThrow(/not the name of a table/);
  });

  it('reads back every name that the list of tables can offer', () => {
    const name = string({ minLength: 1 }).filter(
      (text) => !text.includes('\0') && text.trim() === text,
    );
    assert(
      property(name, name, (schema, table) => {
        const sql = `${quoteName(schema)}.${quoteName(table)}`;
        expect(quoteTable(tableText(schema, table))).toBe(sql);
      }),
    );
  });
});
