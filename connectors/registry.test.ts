import { join } from 'node:path';

import { isDestructive } from '@patchbay/shared/catalog';
import { describe, expect, it } from 'vitest';

import { checkConnector } from '#sdk/authoring';

import { connectors, findConnector } from './registry.ts';

const named = connectors.map((connector) => [connector.manifest.id, connector] as const);

describe('the connectors', () => {
  it.each(named)('has nothing to be said against %s', (id, connector) => {
    expect(checkConnector(connector, join(import.meta.dirname, id))).toEqual([]);
  });
});

describe('an action that does whatever it is told', () => {
  const sql = { sql: 'Select * from customers' };
  it.each([
    ['postgres', 'query', sql, { sql: 'with gone as (delete from t returning *) select 1' }],
    ['mysql', 'query', sql, { sql: 'REPLACE INTO t values (1)' }],
    ['sqlite', 'query', sql, { sql: 'drop table customers' }],
    ['http', 'request', { method: 'GET', url: '/delete' }, { method: 'DELETE', url: '/' }],
    ['redis', 'command', { command: 'GET' }, { command: 'flushall' }],
    ['mongodb', 'aggregate', { pipeline: [{ $match: {} }] }, { pipeline: [{ $out: 'x' }] }],
  ])('tells of %s %s when it destroys', (id, name, mild, harsh) => {
    const action = findConnector(id, 'latest')?.manifest.actions[name];
    expect(action && isDestructive(action, mild)).toBe(false);
    expect(action && isDestructive(action, harsh)).toBe(true);
  });
});

describe('the registry', () => {
  it('finds a connector by id and version, and the newest as latest', () => {
    const [first] = connectors;
    const { id, version } = first?.manifest ?? { id: '', version: '' };
    expect(findConnector(id, version)).toBe(first);
    expect(findConnector(id, 'latest')).toBe(first);
    expect(findConnector(id, '0.0.0')).toBeUndefined();
    expect(findConnector('__proto__', 'latest')).toBeUndefined();
  });
});
