import { describe, expect, it } from 'vitest';

import { standsFor } from './stands-for.ts';

const release = (version: string, breaking = false) => ({
  version,
  date: '2026-12-01',
  breaking,
  notes: '',
});

describe('a version of a connector', () => {
  const manifest = {
    version: '2.1.1',
    releases: [release('2.1.1'), release('2.1.0'), release('2.0.0', true), release('1.0.0')],
  };

  it.each(['2.1.1', '2.1.0', '2.0.0'])('stands for %s, since which nothing broke', (version) => {
    expect(standsFor(manifest, version)).toBe(true);
  });

  it.each(['1.0.0', '2.0.1', '3.0.0'])('does not stand for %s', (version) => {
    expect(standsFor(manifest, version)).toBe(false);
  });
});
