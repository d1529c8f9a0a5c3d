import { describe, expect, it } from 'vitest';

import type { JsonObject } from '#base';

import { compareManifests, nextVersion, summariseChanges } from './compare-manifests.ts';
import type { ConnectorManifest } from './manifest.ts';
import { overlayManifest } from './overlay.ts';

const before: ConnectorManifest = {
  format: 'connector/1',
  id: 'crm',
  version: '1.2.3',
  name: 'CRM',
  description: 'A CRM.',
  categories: ['CRM'],
  kind: 'service',
  origin: { kind: 'code' },
  icon: { color: '#336791' },
  releases: [],
  network: { baseUrl: 'https://api.crm.example', allowedHosts: ['api.crm.example'] },
  config: { type: 'object', properties: { tenant: { type: 'string' } } },
  auth: [{ id: 'key', title: 'Key', type: 'bearer' }],
  actions: {
    add: {
      title: 'Add',
      effects: { reads: false },
      input: {
        type: 'object',
        required: ['name'],
        properties: {
          name: { type: 'string' },
          lines: { type: 'array', items: { $ref: '#/$defs/Line' } },
        },
      },
      output: { type: 'object', properties: { id: { type: 'string' } } },
    },
    other: { title: 'Other', effects: { reads: true }, input: { type: 'object' } },
  },
  triggers: {},
  options: {},
  errors: [],
  $defs: {
    Line: { type: 'object', properties: { sku: { type: 'string' }, of: { $ref: '#/$defs/Line' } } },
  },
};

const input = (patch: JsonObject): JsonObject => ({ actions: { add: { input: patch } } });

describe('two versions of a connector', () => {
  it.each<[string, JsonObject, string, string]>([
    [
      'an action more',
      { actions: { get: { title: 'Get', effects: { reads: true }, input: {} } } },
      '',
      '1.3.0',
    ],
    ['an action less', { actions: { other: null } }, '', '2.0.0'],
    ['a field more', input({ properties: { note: { type: 'string' } } }), 'may take note', '1.2.4'],
    [
      'a field more that is required',
      input({ required: ['name', 'note'], properties: { note: { type: 'string' } } }),
      'now asks for note',
      '2.0.0',
    ],
    [
      'a field that is now required',
      input({ required: ['name', 'lines'] }),
      'asks for lines',
      '2.0.0',
    ],
    ['a field less', input({ properties: { lines: null } }), 'no longer takes lines', '2.0.0'],
    [
      'another type',
      input({ properties: { name: { type: 'integer' } } }),
      'another type of name',
      '2.0.0',
    ],
    [
      'another type deep down',
      { $defs: { Line: { properties: { sku: { type: 'integer' } } } } },
      'another type of lines[].sku',
      '2.0.0',
    ],
    [
      'a field less in what it gives',
      { actions: { add: { output: { properties: { id: null } } } } },
      'no longer gives id',
      '2.0.0',
    ],
    [
      'an optional object with a required field',
      input({ properties: { to: { type: 'object', required: ['x'], properties: { x: {} } } } }),
      'may take to, to.x',
      '1.2.4',
    ],
    ['a right more', { actions: { add: { scopes: ['write'] } } }, 'needs the right write', '2.0.0'],
    ['other words', { actions: { add: { title: 'Add one' } } }, 'described differently', '1.2.4'],
    [
      'another place',
      { network: { baseUrl: 'https://eu.crm.example' } },
      'now at https://eu',
      '1.2.4',
    ],
    ['a sign-in less', { auth: [{ id: 'b', title: 'B', type: 'basic' }] }, '', '2.0.0'],
    [
      'a setting of another type',
      { config: { properties: { tenant: { type: 'integer' } } } },
      'another type',
      '2.0.0',
    ],
  ])('differ by %s', (_title, patch, words, version) => {
    const changes = compareManifests(before, overlayManifest(before, patch));
    expect(changes.map((one) => one.words).join(' ')).toContain(words);
    expect(nextVersion('1.2.3', changes)).toBe(version);
    expect(changes.length).toBeGreaterThan(0);
  });

  it('that are the same have no change', () => {
    expect(compareManifests(before, structuredClone(before))).toEqual([]);
  });

  it('are summed up in a line, and what breaks comes first', () => {
    const after = overlayManifest(before, {
      actions: { get: { title: 'Get', effects: { reads: true }, input: {} }, other: null },
    });
    const changes = compareManifests(before, after);
    expect(changes[0]).toMatchObject({ kind: 'removed', id: 'other', breaking: true });
    expect(summariseChanges(changes)).toBe('1 action removed, 1 action added.');
  });
});
