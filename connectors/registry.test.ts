import { join } from 'node:path';

import { describe, expect, it } from 'vitest';

import { checkConnector } from '#sdk/authoring';

import { connectors, findConnector } from './registry.ts';

const named = connectors.map((connector) => [connector.manifest.id, connector] as const);

describe('the connectors', () => {
  it.each(named)('has nothing to be said against %s', (id, connector) => {
    expect(checkConnector(connector, join(import.meta.dirname, id))).toEqual([]);
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
