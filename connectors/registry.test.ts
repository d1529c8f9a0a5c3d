import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

import { connectorManifestSchema } from '@patchbay/shared/catalog';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';

import { connectors, findConnector } from './registry.ts';

const named = connectors.map((connector) => [connector.manifest.id, connector] as const);

describe.each(named)('the connector %s', (id, { manifest }) => {
  it('has a manifest that is pure JSON and keeps to the schema', () => {
    expect(JSON.parse(JSON.stringify(manifest))).toEqual(manifest);
    expect(connectorManifestSchema.parse(manifest)).toEqual(manifest);
  });

  it('has samples that its own actions accept', () => {
    for (const action of Object.values(manifest.actions)) {
      const schema = z.fromJSONSchema(action.input as Parameters<typeof z.fromJSONSchema>[0]);
      expect(schema.safeParse(action.sample).error).toBeUndefined();
    }
  });

  it('offers every option source that a field asks for', () => {
    const { actions, triggers, config, options } = manifest;
    const text = JSON.stringify([actions, triggers, config]);
    const asked = [...text.matchAll(/"x-options":"(\w+)"/g)].map(([, name]) => name);
    expect(Object.keys(options)).toEqual(expect.arrayContaining([...new Set(asked)]));
  });

  it('has a change log that names its version, and an icon without scripts', () => {
    const log = readFileSync(join(import.meta.dirname, id, 'CHANGELOG.md'), 'utf8');
    expect(log).toContain(`## ${manifest.version}`);
    expect(manifest.releases.map(({ version }) => version)).toContain(manifest.version);
    expect(existsSync(join(import.meta.dirname, id, 'icon.svg'))).toBe(true);
    expect(manifest.icon.svg).not.toMatch(/<script|\son\w+=|href/i);
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
