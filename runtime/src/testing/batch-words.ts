import { differenceWords, type TestBatch, type TestResult } from '@patchbay/shared/testing';

/** A batch for a terminal: a line a test, and below a failed one what was wrong. */
export function batchWords(batch: TestBatch): string {
  const lines = batch.results.flatMap((result) => [
    `${result.status === 'passed' ? '✓' : '✗'} ${result.name} (${result.ms} ms)`,
    ...failureLines(result).map((line) => `    ${line}`),
  ]);
  return [...lines, `${batch.passed} passed, ${batch.failed} failed in ${batch.ms} ms`].join('\n');
}

/** What was wrong with a test, in lines a person reads; empty for one that passed. */
export function failureLines({ problem, checks }: TestResult): string[] {
  const own = problem ? [`${problem.message} ${problem.hint}`] : [];
  const failed = checks.filter(({ ok }) => !ok);
  return [
    ...own,
    ...failed.flatMap(({ says, differences, problem: why }) => [
      `${says}: no`,
      ...differences.map((difference) => `  ${differenceWords(difference)}`),
      ...(why ? [`  ${why.message} ${why.hint}`] : []),
    ]),
  ];
}
