import type { AuditEntry } from '@patchbay/shared/audit';
import { expect, test } from 'vitest';

import { groupEntries } from './audit-groups.ts';

let ids = 0;
const entry = (change: Partial<AuditEntry> = {}): AuditEntry => ({
  id: String(ids++),
  at: 0,
  actor: 'ada',
  actorName: 'Ada',
  action: 'flows.edit',
  subject: 'flow:1',
  details: {},
  ...change,
});
const sizes = (items: AuditEntry[]): number[] => groupEntries(items).map((group) => group.length);

test('saves of one draft by one person, one after the other, are one row', () => {
  expect(sizes([entry(), entry(), entry()])).toEqual([3]);
});

test('what comes in between is told where it happened', () => {
  expect(sizes([entry(), entry({ action: 'versions.publish' }), entry()])).toEqual([1, 1, 1]);
});

test.each<[string, Partial<AuditEntry>]>([
  ['another person', { actor: 'bob' }],
  ['another thing', { subject: 'flow:2' }],
  ['a refusal', { details: { refused: true } }],
  ['another name', { details: { name: 'New' } }],
])('%s is a row of its own', (_, change) => {
  expect(sizes([entry(), entry(change)])).toEqual([1, 1]);
});

test('nothing is no row', () => {
  expect(sizes([])).toEqual([]);
});
