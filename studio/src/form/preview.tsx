import type { Evaluation } from '@patchbay/shared/mapping';

import { sampleOf } from './complete-path.ts';

/** What an expression gives on the sample, in one line. */
export function Preview({ result }: { result: Evaluation | undefined }) {
  if (!result) return null;
  if (!result.ok) {
    return (
      <p role="status" className="text-sm break-words text-fail">
        {result.problem.message}
      </p>
    );
  }
  const nothing = result.value === undefined;
  return (
    <p role="status" className="flex min-w-0 gap-1.5 text-sm text-ink-3">
      <span aria-hidden>=</span>
      <span className={nothing ? 'text-wait' : 'truncate font-mono text-ok'}>
        {nothing ? 'nothing in the sample data' : sampleOf(result.value)}
      </span>
    </p>
  );
}
