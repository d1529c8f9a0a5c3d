import { describe, expect, it } from 'vitest';

import { stepKey } from './step-key.ts';

describe('the key of a step', () => {
  it('stays as it is while it is short', () => {
    expect(stepKey('run.step')).toBe('run.step');
  });

  it('is short, the same for the same step, and another for another', () => {
    const long = `${'r'.repeat(26)}.orders[17].create-invoice`;
    expect(stepKey(long)).toMatch(/^r{26}\.[\w-]{9}$/);
    expect(stepKey(long)).toBe(stepKey(long));
    expect(stepKey(`${long}2`)).not.toBe(stepKey(long));
  });
});
