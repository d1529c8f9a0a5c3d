import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { newFiles, type SeenFile } from './new-files.ts';

const file = (path: string, stamp = '1'): SeenFile => ({ path, stamp });

function looks(folders: SeenFile[][], how = {}): string[][] {
  let cursor: string | undefined;
  return folders.map((folder) => {
    const found = newFiles(folder, cursor, how);
    ({ cursor } = found);
    return found.items.map(({ path }) => path);
  });
}

describe('new files', () => {
  it('are those that were not there before, whatever their date', () => {
    expect(looks([[file('a')], [file('a'), file('b', '0')], [file('a'), file('b')]])).toEqual([
      [],
      ['b'],
      [],
    ]);
  });

  it('are new again when they were gone, or changed where that counts', () => {
    expect(looks([[file('a')], [], [file('a')]])).toEqual([[], [], ['a']]);
    const changed = [[file('a')], [file('a', '2')], [file('a', '2')]];
    expect(looks(changed)).toEqual([[], [], []]);
    expect(looks(changed, { changes: true })).toEqual([[], ['a'], []]);
  });

  it('are given only when they have stopped growing', () => {
    const growing = [[], [file('a', '1')], [file('a', '2')], [file('a', '2')], [file('a', '2')]];
    expect(looks(growing, { settle: true })).toEqual([[], [], [], ['a'], []]);
  });

  it('are each given exactly once while they stay', () => {
    const names = fc.uniqueArray(fc.string({ minLength: 1 }), { maxLength: 30 });
    fc.assert(
      fc.property(names, names, fc.boolean(), (first, later, settle) => {
        const added = later.filter((name) => !first.includes(name));
        const start = first.map((name) => file(name));
        const steps = added.map((_, n) => [...start, ...added.slice(0, n + 1).map((x) => file(x))]);
        const last = steps.at(-1) ?? start;
        expect(looks([start, ...steps, last], { settle }).flat()).toEqual(added);
      }),
    );
  });

  it('are refused where there are too many to remember', () => {
    const many = Array.from({ length: 5001 }, (_, n) => file(String(n)));
    expect(() => newFiles(many, undefined)).toThrow(/up to 5000/);
  });
});
