import type { AuditEntry } from '@patchbay/shared/audit';
import { Link } from '@tanstack/react-router';
import { ChevronRight } from 'lucide-react';
import { useState } from 'react';

import { cx, TimeAgo } from '#ui';

import { actionWords } from './action-words.ts';
import type { AuditGroup } from './audit-groups.ts';
import { AuditSubject } from './audit-subject.tsx';
import { roleWords } from './detail-words.ts';

/** What was done once, or several times in a row, in words; the details unfold. */
export function AuditRow({ group }: { group: AuditGroup }) {
  const [entry] = group;
  const { action, actor, actorName, details, at } = entry;
  const [open, setOpen] = useState(false);
  const name = nameIn(entry);
  const role = roleWords(details);
  return (
    <li className="px-3 py-1 hover:bg-hover">
      <div className="grid grid-cols-[24px_96px_160px_minmax(0,1fr)_minmax(0,250px)] items-center gap-2">
        <Unfold open={open} onToggle={() => setOpen(!open)} group={group} />
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
          {name !== undefined && <span className="text-ink-2"> “{name}”</span>}
          {role !== undefined && <span className="text-ink-2"> ({role})</span>}{' '}
          {group.length > 1 && <span className="text-ink-2">{group.length} times </span>}
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
      {open && <Details group={group} />}
    </li>
  );
}

/** What it is called, or whom it is about, unless the subject says so already. */
function nameIn({ details, name, subject }: AuditEntry): string | undefined {
  const said = details.name ?? details.email;
  if (typeof said !== 'string' || said === name || subject.endsWith(said)) return undefined;
  return said.slice(0, 200);
}

/** In which project, and what else is known. */
const factsOf = ({ project, details }: AuditEntry): object => ({ project, ...details });

const BOX = 'my-1 ml-8 max-h-60 overflow-auto rounded-md bg-sunken p-2';

function Details({ group }: { group: AuditGroup }) {
  const [first, ...others] = group;
  if (others.length === 0)
    return (
      <pre className={`${BOX} font-mono text-sm break-words whitespace-pre-wrap`}>
        {JSON.stringify(factsOf(first), null, 2)}
      </pre>
    );
  return (
    <ul className={BOX}>
      {group.map((entry) => (
        <li key={entry.id} className="grid grid-cols-[96px_minmax(0,1fr)] items-baseline gap-2">
          <TimeAgo at={entry.at} className="text-ink-3" />
          <code className="text-sm break-words">{JSON.stringify(factsOf(entry))}</code>
        </li>
      ))}
    </ul>
  );
}

interface UnfoldProps {
  open: boolean;
  onToggle: () => void;
  group: AuditGroup;
}

function Unfold({ open, onToggle, group }: UnfoldProps) {
  if (group.length === 1 && Object.keys(group[0].details).length === 0) return <span />;
  return (
    <button
      type="button"
      aria-expanded={open}
      aria-label="Details"
      title="Details"
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
