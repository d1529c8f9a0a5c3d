import { expect, it } from 'vitest';

import { roleFor } from './role-for.ts';

it('names the least role that has a permission', () => {
  expect(roleFor('flow.read')).toBe('viewer');
  expect(roleFor('run.start')).toBe('operator');
  expect(roleFor('flow.publish')).toBe('editor');
  expect(roleFor('audit.read')).toBe('admin');
  expect(roleFor('settings.edit')).toBe('owner');
});
