import { describe, expect, it } from 'vitest';

import { columnsOf, flattenJson, isTable } from './json-rows.ts';

const none = new Set<string>();

describe('the lines of a JSON tree', () => {
  it('names every value as an expression would', () => {
    const value = { order: { 'ship to': 'Oslo', lines: [{ sku: 'a' }] } };
    const paths = flattenJson(value, 'steps.get', { toggled: none }).map((row) => row.path);
    expect(paths).toContain('steps.get.order.`ship to`');
    expect(paths).toContain('steps.get.order.lines[0]');
  });

  it('shows what was searched for with everything above it, however deep', () => {
    const value = { a: { b: { c: { d: { needle: 1 } } } }, other: 2 };
    const rows = flattenJson(value, '', { toggled: none, query: 'NEEDLE' });
    expect(rows.map((row) => row.name)).toEqual(['', 'a', 'b', 'c', 'd', 'needle']);
  });

  it('folds and unfolds what the person toggled', () => {
    const value = { a: { b: 1 } };
    const rows = flattenJson(value, '', { toggled: new Set(['a']) });
    expect(rows.map((row) => row.path)).toEqual(['', 'a']);
  });

  it('survives 10,000 rows and deep nesting', () => {
    const list = Array.from({ length: 10_000 }, (_, i) => ({ i }));
    expect(flattenJson(list, '', { toggled: none })).toHaveLength(20_001);
    const deep = JSON.parse('['.repeat(190) + ']'.repeat(190)) as unknown;
    expect(flattenJson(deep, '', { toggled: none, query: 'x' })).toHaveLength(1);
  });

  it('offers a table for a list of objects only', () => {
    expect(isTable([{ a: 1 }, { b: 2 }])).toBe(true);
    expect([isTable([1, 2]), isTable({ a: 1 }), isTable([])]).toEqual([false, false, false]);
    expect(columnsOf([{ a: 1 }, { b: 2, a: 3 }])).toEqual(['a', 'b']);
  });
});
