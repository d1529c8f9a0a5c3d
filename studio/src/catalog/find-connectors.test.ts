import type { ConnectorSummary } from '@patchbay/shared/catalog';
import { describe, expect, it } from 'vitest';

import { categoriesOf, findConnectors } from './find-connectors.ts';

const connector = (name: string, actions: string[], categories: string[]): ConnectorSummary => ({
  id: name.toLowerCase(),
  version: '1.0.0',
  name,
  description: `Works with ${name}.`,
  categories,
  kind: 'core',
  origin: 'code',
  triggers: [],
  icon: { color: '#336791' },
  actions: actions.map((title) => ({ id: title, title })),
  authTypes: [],
});

const all = [
  connector('PostgreSQL', ['Insert rows', 'Run a query'], ['Databases']),
  connector('HTTP', ['Call an address'], ['Basics']),
];

describe('searching the catalogue', () => {
  it('shows everything in order of name without a search', () => {
    expect(findConnectors(all, {}).map((found) => found.connector.name)).toEqual([
      'HTTP',
      'PostgreSQL',
    ]);
  });

  it('finds a connector by what it can do, and says by which action', () => {
    const [found] = findConnectors(all, { search: 'insert' });
    expect([found?.connector.name, found?.operations]).toEqual(['PostgreSQL', ['Insert rows']]);
    expect(findConnectors(all, { search: 'nothing like it' })).toEqual([]);
  });

  it('filters by category', () => {
    expect(findConnectors(all, { category: 'Basics' })).toHaveLength(1);
    expect(categoriesOf(all)).toEqual(['Basics', 'Databases']);
  });

  it.each([
    [{ kind: 'protocol' }, ['PostgreSQL']],
    [{ auth: 'basic' }, ['PostgreSQL']],
    [{ triggers: 'yes' }, ['PostgreSQL']],
    [{ sort: 'used' }, ['PostgreSQL', 'HTTP']],
    [{ sort: 'name' }, ['HTTP', 'PostgreSQL']],
  ])('narrows and sorts by %j', (query, names) => {
    const [postgres, http] = all as [ConnectorSummary, ConnectorSummary];
    const more: Partial<ConnectorSummary> = {
      kind: 'protocol',
      authTypes: ['basic'],
      triggers: [{ id: 'new', title: 'New row' }],
      uses: 3,
    };
    const found = findConnectors([{ ...postgres, ...more }, http], query);
    expect(found.map(({ connector: { name } }) => name)).toEqual(names);
  });
});
