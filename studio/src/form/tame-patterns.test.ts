import { describe, expect, it } from 'vitest';

import { isRisky } from './tame-patterns.ts';
import { holdsFor, validateValue } from './validate.ts';

describe('a pattern in a form', () => {
  it.each([
    ['^(a+)+$', true],
    ['(a|aa)*b', true],
    ['^((x[0-9]*)y)*$', true],
    ['([a-z]{2,},?){3,}', true],
    ['^[a-z(+)*]+$', false],
    ['^(abc)+$', false],
    ['^(a+|b)$', false],
    ['\\(a+\\)+', false],
    [')((', false],
  ])('%s is told apart: %s', (pattern, risky) => {
    expect(isRisky(pattern)).toBe(risky);
  });

  it('that tries every way is looked at in short texts, and holds nobody up in long ones', () => {
    const schema = {
      type: 'object',
      properties: { name: { type: 'string', pattern: '^(a+)+$' } },
      patternProperties: { '^(x+)+$': { type: 'number' } },
    };
    expect(validateValue(schema, { name: 'aab' })).toEqual({
      name: 'This must match "^(a+)+$".',
    });
    expect(validateValue(schema, { name: 'aaa' })).toEqual({});
    const begun = performance.now();
    const long = { name: `${'a'.repeat(500)}!`, [`${'x'.repeat(500)}!`]: 1 };
    expect(validateValue(schema, long)).toEqual({});
    expect(holdsFor(schema, long)).toBe(true);
    expect(performance.now() - begun).toBeLessThan(10_000);
  });
});
