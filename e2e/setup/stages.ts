import { join } from 'node:path';

import type { Part } from './parts.ts';
import { readPlaywrightTotals, readVitestTotals, type Totals } from './totals.ts';

/** One command of the test run. */
export interface Stage {
  name: string;
  command: string;
  args: string[];
  parts: Part[];
  env?: Record<string, string>;
  /** Reads what it counted, after it ended. */
  totals?: () => Totals;
}

/** What the command line can restrict the run to. */
export type Suite = 'all' | 'unit' | 'integration' | 'e2e';

/** The stages of a suite, in order; the reports go into `folder`. */
export function planStages(suite: Suite, folder: string): Stage[] {
  if (suite === 'unit') return [vitest(folder, ['--project', 'unit'])];
  if (suite === 'integration') return [vitest(folder, ['--project', 'integration'])];
  const browser = [buildStudio, playwright(folder)];
  return suite === 'e2e' ? browser : [check, vitest(folder, []), ...browser];
}

const check: Stage = { name: 'check', command: 'npm', args: ['run', 'check'], parts: [] };

const buildStudio: Stage = {
  name: 'build studio',
  command: 'npm',
  args: ['run', 'build', '-w', 'studio'],
  parts: [],
};

function vitest(folder: string, project: string[]): Stage {
  const report = join(folder, 'vitest.json');
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${report}`];
  return {
    name: ['vitest', ...project.slice(1)].join(' '),
    command: 'npx',
    args: ['vitest', 'run', ...project, ...reporters],
    parts: project[1] === 'unit' ? [] : ['shared', 'own'],
    totals: () => readVitestTotals(report),
  };
}

function playwright(folder: string): Stage {
  const report = join(folder, 'playwright.json');
  return {
    name: 'playwright',
    command: 'npx',
    args: ['playwright', 'test', '-c', 'e2e/playwright.config.ts', '--reporter=list,json'],
    parts: ['shared', 'chromium'],
    env: { PLAYWRIGHT_JSON_OUTPUT_FILE: report },
    totals: () => readPlaywrightTotals(report),
  };
}
