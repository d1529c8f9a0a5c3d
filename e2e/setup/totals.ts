import { readFileSync } from 'node:fs';

/** How many tests passed and failed. */
export interface Totals {
  passed: number;
  failed: number;
}

interface VitestReport {
  numPassedTests: number;
  numFailedTests: number;
}

interface PlaywrightReport {
  stats: { expected: number; unexpected: number; flaky: number };
}

/** Reads the totals of vitest's JSON report; a report that was never written counts nothing. */
export function readVitestTotals(path: string): Totals {
  const report = readReport(path) as VitestReport | undefined;
  return { passed: report?.numPassedTests ?? 0, failed: report?.numFailedTests ?? 0 };
}

/** Reads the totals of Playwright's JSON report; a flaky test counts as failed. */
export function readPlaywrightTotals(path: string): Totals {
  const stats = (readReport(path) as PlaywrightReport | undefined)?.stats;
  if (!stats) return { passed: 0, failed: 0 };
  return { passed: stats.expected, failed: stats.unexpected + stats.flaky };
}

function readReport(path: string): unknown {
  try {
    return JSON.parse(readFileSync(path, 'utf8'));
  } catch {
    return undefined;
  }
}
