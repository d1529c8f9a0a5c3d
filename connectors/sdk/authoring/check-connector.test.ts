import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import type { ConnectorManifest } from '@patchbay/shared/catalog';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';

import { defineAction, defineConnector, noAuth } from '#sdk';

import { checkConnector } from './check-connector.ts';
import { checkRelease } from './check-release.ts';

const release = (version: string, breaking = false) => ({
  version,
  date: '2026-11-30',
  breaking,
  notes: 'News.',
});

function manifestOf(change: Partial<ConnectorManifest> = {}): ConnectorManifest {
  const { manifest } = defineConnector({
    id: 'it',
    version: '1.0.0',
    name: 'It',
    description: 'Does it.',
    categories: ['Core'],
    icon: { svg: '<svg/>', color: '#112233' },
    releases: [release('1.0.0')],
    network: { allowedHosts: [] },
    auth: [noAuth()],
    actions: {
      act: defineAction({
        title: 'Act',
        input: z.strictObject({ name: z.string() }),
        output: z.object({ id: z.number() }),
        sample: { name: 'Ann' },
        sampleOutput: { id: 1 },
        effects: { reads: true },
        run: () => Promise.resolve(null),
      }),
    },
  });
  return { ...manifest, ...change };
}

const act = (change: object): Partial<ConnectorManifest> => {
  const made = { ...manifestOf().actions.act!, ...change };
  if (made.sample === undefined) delete made.sample;
  return { actions: { act: made } };
};

describe('the check of a connector', () => {
  let folder: string;
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'patchbay-check-'));
    writeFileSync(join(folder, 'CHANGELOG.md'), '# It\n\n## 1.0.0\n\n## 1.1.0\n\n## 2.0.0\n');
    writeFileSync(join(folder, 'icon.svg'), '<svg/>');
  });
  afterAll(() => rmSync(folder, { recursive: true }));

  const check = (change: Partial<ConnectorManifest> = {}): string[] => {
    const manifest = manifestOf(change);
    return checkConnector({ manifest, actions: {}, triggers: {}, options: {}, sign: {} }, folder);
  };

  it('says nothing of one that is well', () => {
    expect(check()).toEqual([]);
  });

  it.each<[string, Partial<ConnectorManifest>, string]>([
    ['an id that is none', { id: 'No Id' }, 'The manifest at id'],
    ['a value that is not JSON', { docsUrl: undefined }, 'not pure JSON'],
    ['a sample that is missing', act({ sample: undefined }), 'input of act has no sample'],
    ['a sample of another type', act({ sample: { name: 7 } }), 'at name: it must be string'],
    ['a sample with one field more', act({ sample: { name: 'A', x: 1 } }), 'additional prop'],
    ['an output unlike its sample', act({ sampleOutput: {} }), "required property 'id'"],
    ['a schema that is none', act({ input: { type: 'text' } }), 'is no JSON Schema'],
    ['a reference to nothing', act({ input: { $ref: '#/$defs/none' } }), 'is no JSON Schema'],
    [
      'a list of choices that nobody has',
      act({ input: { properties: { name: { 'x-options': 'names' } } } }),
      'choices "names"',
    ],
    ['a version without its release', { version: '1.1.0' }, 'releases must be that of version'],
    ['a version without its log', { version: '3.0.0', releases: [release('3.0.0')] }, '## 3.0.0'],
    [
      'a break that is told by the second number',
      { version: '1.1.0', releases: [release('1.1.0', true), release('1.0.0')] },
      'must be 2.0.0',
    ],
    [
      'releases in the wrong order',
      { version: '1.0.0', releases: [release('1.0.0'), release('1.1.0')] },
      'newest first',
    ],
    ['an icon with a script', { icon: { svg: '<svg><script/></svg>', color: '#000' } }, 'script'],
  ])('finds %s', (_title, change, words) => {
    expect(check(change)).toEqual([expect.stringContaining(words)]);
  });
});

describe('the check of a version', () => {
  const more = {
    ...act({}).actions,
    more: { ...manifestOf().actions.act!, title: 'More' },
  };

  it.each<[string, Partial<ConnectorManifest>, string]>([
    ['that stayed, with everything', {}, ''],
    ['that was raised for nothing', { version: '1.0.1' }, 'the version must stay'],
    ['of one that can do more', { version: '1.1.0', actions: more }, ''],
    ['that stayed, of one that can do more', { actions: more }, 'makes it 1.1.0'],
    ['raised too little for a loss', { version: '1.1.0', actions: {} }, 'makes it 2.0.0'],
    ['raised by a whole number for a loss', { version: '2.0.0', actions: {} }, ''],
    ['raised too much', { version: '2.0.0', actions: more }, 'makes it 1.1.0'],
  ])('looks at one %s', (_title, change, words) => {
    const [found = ''] = checkRelease(manifestOf(), manifestOf(change));
    expect(found).toContain(words);
    expect(found === '').toBe(words === '');
  });
});
