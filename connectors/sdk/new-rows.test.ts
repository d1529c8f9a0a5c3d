import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import {
  FIRST_LOOK,
  firstWindow,
  newRows,
  type Place,
  readRowWindow,
  rowsToRead,
} from './new-rows.ts';

const place = (value: number, key: number): Place => ({ value: String(value), key: String(key) });

/** A look at a table the way the database does it; gives the keys that are new. */
function look(table: Place[], cursor: string): { keys: string[]; cursor: string } {
  const window = readRowWindow(cursor);
  const after = window.floor === undefined ? -1 : Number(window.floor);
  const sorted = table.toSorted((a, b) => Number(a.value) - Number(b.value));
  const found = sorted.filter(({ value }) => Number(value) > after).slice(0, rowsToRead(window));
  const { items, cursor: next } = newRows(
    window,
    found.map((one) => ({ ...one, row: one.key })),
  );
  return { keys: items.map(({ row }) => row), cursor: next };
}

function begin(table: Place[]): string {
  const newest = table.toSorted((a, b) => Number(b.value) - Number(a.value));
  return firstWindow(newest.slice(0, FIRST_LOOK));
}

describe('a poll of rows by an increasing column', () => {
  it('begins with what comes after the first look', () => {
    const table = [place(1, 1), place(2, 2)];
    const first = look(table, begin(table));
    expect(first.keys).toEqual([]);
    table.push(place(3, 3));
    expect(look(table, first.cursor).keys).toEqual(['3']);
  });

  it('begins at an empty table too', () => {
    expect(look([place(1, 1)], begin([])).keys).toEqual(['1']);
  });

  it('finds a row whose transaction ended late', () => {
    const table = [place(1, 1), place(3, 3)];
    const { cursor } = look(table, begin(table));
    table.push(place(2, 2));
    expect(look(table, cursor).keys).toEqual(['2']);
  });

  it('takes a thousand rows of one moment in several looks', () => {
    const table = Array.from({ length: 1200 }, (_, key) => place(7, key));
    let cursor = begin([]);
    const keys = new Set<string>();
    for (let looks = 0; looks < 3; looks++) {
      const found = look(table, cursor);
      for (const key of found.keys) keys.add(key);
      cursor = found.cursor;
    }
    expect(keys.size).toBe(1200);
    expect(look(table, cursor).keys).toEqual([]);
  });

  it('gives every row once, however they arrive', () => {
    const arrivals = fc.array(fc.array(fc.nat(3), { maxLength: 260 }), { maxLength: 8 });
    const run = (waves: number[][], before: number): void => {
      let at = before;
      const table = Array.from({ length: before }, (_, index) => place(index, index));
      let cursor = begin(table);
      const given: string[] = [];
      for (const wave of waves) {
        for (const step of wave) table.push(place((at += step), table.length));
        const found = look(table, cursor);
        given.push(...found.keys);
        cursor = found.cursor;
      }
      expect(given).toEqual(table.slice(before).map(({ key }) => key));
    };
    fc.assert(fc.property(arrivals, fc.nat(300), run));
  });
});
