import { describe, expect, it } from 'vitest';

import { Trial } from './trial.ts';

describe('the trial of a run that workers died on', () => {
  it('lasts until the run is out of hands, whatever else ends meanwhile', () => {
    const trial = new Trial(1000);
    expect(trial.isOn(0)).toBe(false);
    trial.begin('a', 0);
    expect([trial.end('b'), trial.isOn(0)]).toEqual([false, true]);
    expect([trial.end('a'), trial.isOn(0)]).toEqual([true, false]);
  });

  it('is over once the run has lived long enough, however long it takes', () => {
    const trial = new Trial(1000);
    trial.begin('a', 0);
    expect([trial.isOn(999), trial.isOn(1000)]).toEqual([true, false]);
    trial.begin('b', 1000);
    expect([trial.end('a'), trial.isOn(1001)]).toEqual([false, true]);
  });
});
