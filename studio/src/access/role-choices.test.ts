import { describe, expect, it } from 'vitest';

import { aRole, roleChoices, whatItDoes } from './role-choices.ts';

describe('the roles one may give', () => {
  it('are those that one’s own role covers, the least first', () => {
    expect(roleChoices('admin').map(({ label }) => label)).toEqual([
      'Viewer',
      'Operator',
      'Editor',
      'Admin',
    ]);
    expect(roleChoices('owner').at(-1)?.value).toBe('owner');
    expect(roleChoices('viewer').map(({ value }) => value)).toEqual(['viewer']);
  });

  it('are said with their article', () => {
    expect(aRole('viewer')).toBe('a Viewer');
    expect(aRole('editor')).toBe('an Editor');
    expect(aRole('owner')).toBe('an Owner');
    expect(whatItDoes('operator')).toMatch(/^An Operator starts, cancels and retries runs/);
  });
});
