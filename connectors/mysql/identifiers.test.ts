import { describe, expect, it } from 'vitest';

import { quoteTable, tableText } from './identifiers.ts';

describe('names in SQL', () => {
  it.each([
    ['users', '`users`'],
    ['sales.orders', '`sales`.`orders`'],
    [' users ', '`users`'],
    ['`2026.orders`', '`2026.orders`'],
    ['sales.`a``b`', '`sales`.`a``b`'],
    ['users; drop table users', '`users; drop table users`'],
  ])('quotes %s as %s', (given, quoted) => {
    expect(quoteTable(given)).toBe(quoted);
  });

  it.each(['', '.', 'a.b.c', 'a.', '`a', 'a`b', '`a`b'])('refuses %j', (given) => {
    expect(() => quoteTable(given)).toThrow(/not the name of a table|empty/);
  });

  it.each(['plain', 'with.dot', 'with`tick'])('offers %s so that it can be read back', (name) => {
    expect(quoteTable(tableText(name))).toBe(`\`${name.replaceAll('`', '``')}\``);
  });
});
