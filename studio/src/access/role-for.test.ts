import { expect, it } from 'vitest';

import { roleFor } from './role-for.ts';

it('names the least role that has a permission', () => {
  expect(roleFor('flow.read')).toBe('viewer');
  expect(roleFor('run.start')).toBe('operator');
  expect(roleFor('flow.publish')).toBe('editor');
  expect(roleFor('project.edit')).toBe('admin');
  expect(roleFor('audit.read')).toBe('owner');
});
