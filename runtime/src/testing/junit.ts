import type { TestBatch, TestResult } from '@patchbay/shared/testing';

import { failureLines } from './batch-words.ts';

/** A batch as JUnit XML, which every build server reads. Times are in seconds there. */
export function junitOf(name: string, batch: TestBatch): string {
  const { results, ms } = batch;
  const count = (status: TestResult['status']): number =>
    results.filter((result) => result.status === status).length;
  const cases = results.map((result) => caseOf(name, result)).join('');
  const attributes = [
    `name="${escaped(name)}"`,
    `tests="${results.length}"`,
    `failures="${count('failed')}"`,
    `errors="${count('broken')}"`,
    `time="${ms / 1000}"`,
    `timestamp="${new Date(batch.at).toISOString()}"`,
  ].join(' ');
  return `<?xml version="1.0" encoding="UTF-8"?>\n<testsuites><testsuite ${attributes}>${cases}\n</testsuite></testsuites>\n`;
}

function caseOf(suite: string, result: TestResult): string {
  const { name, ms, status } = result;
  const start = `\n<testcase name="${escaped(name)}" classname="${escaped(suite)}" time="${ms / 1000}"`;
  if (status === 'passed') return `${start}/>`;
  const lines = failureLines(result);
  const tag = status === 'failed' ? 'failure' : 'error';
  const message = escaped(lines[0] ?? status);
  return `${start}><${tag} message="${message}">${escaped(lines.join('\n'))}</${tag}></testcase>`;
}

/** For XML text and attributes; characters that XML does not know at all are left out. */
function escaped(text: string): string {
  return text
    .replaceAll(/\p{Cc}/gu, (char) => ('\n\t'.includes(char) ? char : ''))
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
}
