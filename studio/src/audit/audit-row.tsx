import type { AuditEntry } from '@patchbay/shared/audit';
import { Link } from '@tanstack/react-router';

import { TimeAgo } from '#ui';

import { actionWords } from './action-words.ts';

/** One entry in words; its details unfold. */
export function AuditRow({ entry }: { entry: AuditEntry }) {
  const { action, actorName, subject, details, at } = entry;
  const hasDetails = Object.keys(details).length > 0;
  return (
    <li className="px-4 py-2 hover:bg-hover">
      <div className="grid grid-cols-[104px_160px_minmax(0,1fr)_minmax(0,260px)] items-baseline gap-3">
        <TimeAgo at={at} className="text-ink-3" />
        <span className="truncate font-medium">{actorName}</span>
        <span className="min-w-0">
          {actionWords(action)}{' '}
          <Link
            to="/audit"
            search={{ action }}
            className="font-mono text-sm text-ink-3 hover:underline"
          >
            {action}
          </Link>
        </span>
        <Link
          to="/audit"
          search={{ subject }}
          title={subject}
          className="truncate font-mono text-sm text-ink-2 hover:underline"
        >
          {subject}
        </Link>
      </div>
      {hasDetails && (
        <details className="mt-1 ml-29">
          <summary className="text-sm text-ink-3">Details</summary>
          <pre className="mt-1 max-h-60 overflow-auto rounded-md bg-sunken p-2 font-mono text-sm whitespace-pre-wrap">
            {JSON.stringify(details, null, 2)}
          </pre>
        </details>
      )}
    </li>
  );
}
