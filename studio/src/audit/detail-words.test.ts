import { expect, it } from 'vitest';

import { roleWords } from './detail-words.ts';

it('says which role an entry is about', () => {
  expect(roleWords({ role: 'editor', before: 'viewer' })).toBe('Viewer → Editor');
  expect(roleWords({ role: 'admin', email: 'ada@example.com' })).toBe('Admin');
  expect(roleWords({ before: 'operator' })).toBe('Operator');
  expect(roleWords({ role: 'toString', name: 'x' })).toBeUndefined();
});
