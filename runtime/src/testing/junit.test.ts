import type { TestBatch } from '@patchbay/shared/testing';
import { describe, expect, it } from 'vitest';

import { junitOf } from './junit.ts';

const scope = { kind: 'mapping', node: 'a' } as const;
const batch: TestBatch = {
  id: 'b',
  subject: 'flow:f',
  at: 0,
  by: 'Ada',
  ms: 1500,
  passed: 1,
  failed: 2,
  results: [
    { case: '1', name: 'fine', scope, status: 'passed', ms: 10, checks: [] },
    {
      case: '2',
      name: 'a "quoted" <one>\u0007',
      scope,
      status: 'failed',
      ms: 20,
      checks: [
        {
          ok: false,
          says: 'output is exactly',
          differences: [{ path: 'a', kind: 'changed', expected: 1, actual: '<2>' }],
        },
      ],
    },
    { case: '3', name: 'gone', scope, status: 'broken', ms: 0, checks: [] },
  ],
};

describe('a batch as JUnit', () => {
  it('counts and tells failures and what could not be run apart', () => {
    const xml = junitOf('Orders', batch);
    expect(xml).toContain('tests="3" failures="1" errors="1" time="1.5"');
    expect(xml).toContain('<testcase name="fine" classname="Orders" time="0.01"/>');
    expect(xml).toContain('<error message="broken">');
  });

  it('escapes what XML would read as its own', () => {
    const xml = junitOf('Orders', batch);
    expect(xml).toContain('name="a &quot;quoted&quot; &lt;one&gt;"');
    expect(xml).toContain('expected 1, got &quot;&lt;2&gt;&quot;');
  });
});
