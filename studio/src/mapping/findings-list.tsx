import type { Finding } from '@patchbay/shared/mapping';
import { CircleAlert, TriangleAlert } from 'lucide-react';

import { cx } from '#ui';

import { countWords } from './field-findings.ts';

/** What was found, with how to mend it. */
export function FindingsList({ findings }: { findings: readonly Finding[] }) {
  if (findings.length === 0) return null;
  return (
    <ul className="flex flex-col gap-1 text-sm">
      {findings.map(({ problem, severity, start }) => (
        <li key={`${start} ${problem.message}`} className="flex items-start gap-1.5">
          <FindingMark severity={severity} />
          <span className="min-w-0 break-words text-ink-2">
            {problem.message} <span className="text-ink-3">{problem.hint}</span>
          </span>
        </li>
      ))}
    </ul>
  );
}

export function FindingMark({ severity }: { severity: Finding['severity'] }) {
  const Icon = severity === 'error' ? CircleAlert : TriangleAlert;
  return (
    <Icon
      role="img"
      aria-label={severity === 'error' ? 'Error' : 'Warning'}
      className={cx('mt-0.5 size-3.5 shrink-0', severity === 'error' ? 'text-fail' : 'text-wait')}
    />
  );
}

/** How much was found, in one line that opens. */
export function FindingsSummary({ findings }: { findings: readonly Finding[] }) {
  if (findings.length === 0) return null;
  const isWrong = findings.some((one) => one.severity === 'error');
  return (
    <details>
      <summary
        className={cx('cursor-pointer text-sm font-medium', isWrong ? 'text-fail' : 'text-wait')}
      >
        {countWords(findings)}
      </summary>
      <div className="max-h-40 overflow-auto pt-1.5">
        <FindingsList findings={findings} />
      </div>
    </details>
  );
}
