import type { AuditEntry } from '@patchbay/shared/audit';
import { Link } from '@tanstack/react-router';
import { ArrowUpRight } from 'lucide-react';

/** What an entry is about: its name leads to all entries about it, the arrow to the thing itself. */
export function AuditSubject({ entry: { subject, name, gone } }: { entry: AuditEntry }) {
  const [kind = '', id = ''] = subject.split(':');
  const isOpenable = name !== undefined && !gone;
  return (
    <span className="flex min-w-0 items-center gap-1.5">
      <Link
        to="/audit"
        search={(before) => ({ ...before, subject })}
        title={`All about ${subject}`}
        className="min-w-0 truncate hover:underline"
      >
        {name === undefined ? (
          <span className="font-mono text-sm text-ink-2">{subject}</span>
        ) : (
          <>
            <span className="text-ink-3">{kind}</span> {name}
          </>
        )}
      </Link>
      {gone && name !== undefined && <span className="shrink-0 text-sm text-ink-3">(gone)</span>}
      {isOpenable && <Open kind={kind} id={id} name={name} />}
    </span>
  );
}

const LOOK = 'shrink-0 rounded-sm text-ink-3 hover:text-ink [&_svg]:size-3.5';

function Open({ kind, id, name }: { kind: string; id: string; name: string }) {
  const words = `Open ${name.slice(0, 100)}`;
  const look = { className: LOOK, 'aria-label': words, title: words };
  if (kind === 'flow')
    return (
      <Link to="/flows/$flowId" params={{ flowId: id }} {...look}>
        <ArrowUpRight aria-hidden />
      </Link>
    );
  if (kind === 'run')
    return (
      <Link to="/runs/$runId" params={{ runId: id }} {...look}>
        <ArrowUpRight aria-hidden />
      </Link>
    );
  if (kind === 'connection')
    return (
      <Link to="/connections" search={{ open: id }} {...look}>
        <ArrowUpRight aria-hidden />
      </Link>
    );
  return null;
}
