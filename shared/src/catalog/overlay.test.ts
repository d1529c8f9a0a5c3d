import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import type { Json, JsonObject } from '#base';

import type { ConnectorManifest } from './manifest.ts';
import { mergePatch, overlayManifest } from './overlay.ts';

describe('a merge patch', () => {
  it.each<[string, Json, Json, Json]>([
    ['replaces a value', { a: 'b' }, { a: 'c' }, { a: 'c' }],
    ['adds a name', { a: 'b' }, { b: 'c' }, { a: 'b', b: 'c' }],
    ['takes a name away', { a: 'b', b: 'c' }, { a: null }, { b: 'c' }],
    ['goes into objects', { a: { b: 'c' } }, { a: { b: 'd', c: null } }, { a: { b: 'd' } }],
    ['replaces lists whole', { a: [1, 2] }, { a: [3] }, { a: [3] }],
    ['makes an object of a list', [1, 2], { a: 'b', c: null }, { a: 'b' }],
    ['never holds null in a new object', {}, { a: { b: { c: null } } }, { a: { b: {} } }],
  ])('%s', (_title, target, patch, result) => {
    expect(mergePatch(target, patch)).toEqual(result);
  });

  it('does not reach the prototype', () => {
    const merged = mergePatch({}, JSON.parse('{"__proto__":{"polluted":true}}') as Json);
    expect(({} as { polluted?: boolean }).polluted).toBeUndefined();
    expect(Object.getPrototypeOf(merged)).toBe(Object.prototype);
  });

  it('applied twice gives what it gave once', () => {
    fc.assert(
      fc.property(fc.jsonValue(), fc.jsonValue(), (target, patch) => {
        const once = mergePatch(target as Json, patch as Json);
        expect(mergePatch(once, patch as Json)).toEqual(once);
      }),
    );
  });
});

const manifest: ConnectorManifest = {
  format: 'connector/1',
  id: 'crm',
  version: '1.0.0',
  name: 'CRM',
  description: 'A CRM.',
  categories: ['CRM'],
  kind: 'service',
  origin: { kind: 'code' },
  icon: { color: '#336791' },
  releases: [],
  network: { baseUrl: 'https://api.crm.example', allowedHosts: ['api.crm.example'] },
  config: {},
  auth: [{ id: 'none', title: 'None', type: 'none' }],
  actions: {},
  triggers: {},
  options: {},
  errors: [],
};

describe('an overlay', () => {
  it('changes what it names, and never which connector it is', () => {
    const patch = { id: 'other', version: '9.9.9', network: { baseUrl: 'http://127.0.0.1:4010' } };
    expect(overlayManifest(manifest, patch)).toEqual({
      ...manifest,
      network: { ...manifest.network, baseUrl: 'http://127.0.0.1:4010' },
    });
  });

  it.each<[JsonObject, string]>([
    [{ network: { allowedHosts: 'all' } }, 'network.allowedHosts'],
    [{ auth: null }, 'auth'],
    [{ auth: [{ id: 'x', title: 'X', type: 'magic' }] }, 'auth.0.type'],
  ])('that makes no manifest is refused with its place: %j', (patch, place) => {
    expect(() => overlayManifest(manifest, patch)).toThrow(`is not right at ${place}`);
  });
});
