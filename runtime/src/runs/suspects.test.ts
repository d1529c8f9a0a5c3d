import { describe, expect, it } from 'vitest';

import { Suspects } from './suspects.ts';

describe('runs that workers died on', () => {
  const run = (id: string, stalls: number): { id: string; stalls: number } => ({ id, stalls });

  it('go side by side after one death, and one at a time after two', () => {
    const suspects = new Suspects(1000);
    expect([run('a', 1), run('b', 1)].map((r) => suspects.admit(r, 0))).toEqual([true, true]);
    expect([run('a', 2), run('b', 2)].map((r) => suspects.admit(r, 0))).toEqual([true, false]);
    suspects.clear('a');
    expect(suspects.admit(run('b', 2), 0)).toBe(true);
  });

  it('do not wait for one that lives, however long it takes', () => {
    const suspects = new Suspects(1000);
    suspects.admit(run('a', 2), 0);
    expect(suspects.admit(run('b', 2), 999)).toBe(false);
    expect(suspects.admit(run('b', 2), 1001)).toBe(true);
  });

  it('are let through to their quarantine at once', () => {
    const suspects = new Suspects(1000);
    suspects.admit(run('a', 2), 0);
    expect(suspects.admit(run('b', 3), 0)).toBe(true);
  });
});
