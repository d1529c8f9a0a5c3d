import { describe, expect, it } from 'vitest';

import { monogram, tileOf } from './monogram.ts';

describe('a monogram', () => {
  it.each([
    ['Finance', 'Fi'],
    ['Finance Department Xero', 'FD'],
    ['  north-west ', 'nw'],
    ['X', 'X'],
    ['', ''],
    ['👩‍🚀 Space', '👩‍🚀S'],
  ])('of “%s” is “%s”', (name, letters) => {
    expect(monogram(name)).toBe(letters);
  });

  it('stands on one of eight colours, the same each time', () => {
    const ids = Array.from({ length: 200 }, (_, i) => `project-${i}`);
    expect(ids.map(tileOf)).toEqual(ids.map(tileOf));
    expect(new Set(ids.map(tileOf))).toEqual(new Set([1, 2, 3, 4, 5, 6, 7, 8]));
  });
});
