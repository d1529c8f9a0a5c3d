import type { ChildProcess } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { prepareParts } from './parts.ts';
import { run } from './shell.ts';
import { planStages, type Stage, type Suite } from './stages.ts';
import type { Totals } from './totals.ts';

const SUITES: Suite[] = ['all', 'unit', 'integration', 'e2e'];
// The summaries that the tools print at their end; all that a green stage shows of its output.
const SUMMARY = /^\s*(Test Files|Tests|\d+ (passed|skipped|flaky))\b/;
let running: ChildProcess | undefined;
let interrupted = false;

/** Runs a suite and prints its result; gives the exit code. */
async function runTests(suite: Suite): Promise<number> {
  const folder = await mkdtemp(join(tmpdir(), 'patchbay-tests-'));
  const stages = planStages(suite, folder);
  const sum: Totals = { passed: 0, failed: 0 };
  const parts = await prepareParts([...new Set(stages.flatMap((stage) => stage.parts))]);
  try {
    for (const stage of stages) {
      if (interrupted) break;
      const totals = await runStage(stage, parts.env);
      sum.passed += totals.passed;
      sum.failed += totals.failed;
    }
  } finally {
    await parts.stop();
    await rm(folder, { recursive: true, force: true });
  }
  console.log(`${sum.passed} passed, ${sum.failed} failed`);
  return sum.failed === 0 && !interrupted ? 0 : 1;
}

async function runStage(stage: Stage, parts: Record<string, string>): Promise<Totals> {
  const started = Date.now();
  const { FORCE_COLOR: _color, ...inherited } = process.env;
  const env = { ...inherited, ...parts, ...stage.env, NO_COLOR: '1' };
  const work = run(stage.command, stage.args, { env, detached: true });
  running = work.child;
  const { code, output } = await work;
  const seconds = ((Date.now() - started) / 1000).toFixed(1);
  if (code !== 0) console.log(output);
  console.log(`${code === 0 ? 'ok  ' : 'FAIL'} ${stage.name} (${seconds} s)`);
  if (code === 0) printSummary(output);
  const totals = stage.totals?.() ?? { passed: 0, failed: 0 };
  // A stage that failed without a failing test (types, a crash, no tests at all) is one failure, so
  // that the last line never says "0 failed" of a red run.
  return code !== 0 && totals.failed === 0 ? { ...totals, failed: 1 } : totals;
}

function printSummary(output: string): void {
  for (const line of output.split('\n')) if (SUMMARY.test(line)) console.log(`     ${line.trim()}`);
}

function readSuite(): Suite {
  const [asked = 'all'] = process.argv.slice(2);
  const suite = SUITES.find((name) => name === asked);
  if (!suite) throw new Error(`There is no suite "${asked}": use one of ${SUITES.join(', ')}.`);
  return suite;
}

// The whole group: npx does not hand a signal on to what it runs.
function interrupt(): void {
  interrupted = true;
  if (running?.pid && running.exitCode === null) process.kill(-running.pid, 'SIGTERM');
}

async function main(): Promise<number> {
  const major = Number(process.versions.node.split('.')[0]);
  if (major < 24) {
    throw new Error(
      `Patchbay needs Node 24 and this is ${process.version}: run npm ci, then npm test.`,
    );
  }
  return runTests(readSuite());
}

process.on('SIGINT', interrupt).on('SIGTERM', interrupt);
try {
  process.exitCode = await main();
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  console.log('0 passed, 1 failed');
  process.exitCode = 1;
}
