import type { AuditEntry } from '@patchbay/shared/audit';
import { Link } from '@tanstack/react-router';
import { ChevronRight } from 'lucide-react';
import { useState } from 'react';

import { cx, TimeAgo } from '#ui';

import { actionWords } from './action-words.ts';
import { AuditSubject } from './audit-subject.tsx';

/** One entry in words; its details unfold. */
export function AuditRow({ entry }: { entry: AuditEntry }) {
  const { action, actor, actorName, details, at } = entry;
  const [open, setOpen] = useState(false);
  const said = typeof details.name === 'string' ? details.name.slice(0, 200) : undefined;
  const name = said === entry.name ? undefined : said;
  return (
    <li className="px-3 py-1 hover:bg-hover">
      <div className="grid grid-cols-[24px_96px_160px_minmax(0,1fr)_minmax(0,250px)] items-center gap-2">
        <Unfold open={open} onToggle={() => setOpen(!open)} details={details} />
        <TimeAgo at={at} className="text-ink-3" />
        <Link
          to="/audit"
          search={(before) => ({ ...before, actor })}
          title={`All that ${actorName} did`}
          className="truncate font-medium hover:underline"
        >
          {actorName}
        </Link>
        <span className="truncate">
          {actionWords(action, details.refused === true)}
          {name !== undefined && <span className="text-ink-2"> “{name}”</span>}{' '}
          <Link
            to="/audit"
            search={(before) => ({ ...before, action })}
            className="font-mono text-sm text-ink-3 hover:underline"
          >
            {action}
          </Link>
        </span>
        <AuditSubject entry={entry} />
      </div>
      {open && (
        <pre className="my-1 ml-8 max-h-60 overflow-auto rounded-md bg-sunken p-2 font-mono text-sm break-words whitespace-pre-wrap">
          {JSON.stringify(details, null, 2)}
        </pre>
      )}
    </li>
  );
}

interface UnfoldProps {
  open: boolean;
  onToggle: () => void;
  details: AuditEntry['details'];
}

function Unfold({ open, onToggle, details }: UnfoldProps) {
  if (Object.keys(details).length === 0) return <span />;
  return (
    <button
      type="button"
      aria-expanded={open}
      aria-label="Details"
      onClick={onToggle}
      className="flex size-6 items-center justify-center rounded-sm text-ink-3 hover:text-ink"
    >
      <ChevronRight
        aria-hidden
        className={cx('size-4 transition-transform duration-100', open && 'rotate-90')}
      />
    </button>
  );
}
