import type { Problem } from '@patchbay/shared/base';
import { remedyFor, type MendPlace, type RemedyContext } from '@patchbay/shared/testing';
import { Link } from '@tanstack/react-router';
import { ExternalLink, RotateCcw } from 'lucide-react';
import type { ReactNode } from 'react';

import { Button, buttonClass, ProblemNote } from '#ui';

interface RemedyNoteProps {
  problem: Problem;
  context?: RemedyContext;
  /** "Fix and run again". */
  onAgain?: () => void;
  /** Where the connection's own form is open already: the way to its part that mends it. */
  onConnection?: () => void;
  /** The way to what mends it, where the remedy itself knows none. */
  mend?: ReactNode;
  tone?: 'fail' | 'wait';
}

/** What went wrong, why, what to do in which order, and the way to the place that mends it. */
export function RemedyNote({ problem, context, onAgain, onConnection, ...rest }: RemedyNoteProps) {
  const { mend, tone } = rest;
  const known = typeof problem.details?.connection === 'string' ? problem.details.connection : '';
  const { title, steps, place } = remedyFor(problem, {
    ...context,
    connection: context?.connection ?? (known || undefined),
  });
  return (
    <ProblemNote
      problem={{ message: title, hint: '' }}
      tone={tone}
      action={
        <span className="flex shrink-0 flex-wrap justify-end gap-2">
          {place?.to === 'connection' && onConnection ? (
            <Button size="sm" onClick={onConnection}>
              Change it
            </Button>
          ) : (
            (mend ?? (place && <Mend place={place} />))
          )}
          {onAgain && (
            <Button size="sm" icon={<RotateCcw />} onClick={onAgain}>
              Run again
            </Button>
          )}
        </span>
      }
    >
      <p className="text-ink-2">{problem.message}</p>
      <ol className={steps.length > 1 ? 'list-decimal pl-4 text-ink-2' : 'text-ink-2'}>
        {steps.map((step) => (
          <li key={step}>{step}</li>
        ))}
      </ol>
    </ProblemNote>
  );
}

const SMALL = buttonClass('secondary', 'sm');

function Mend({ place }: { place: MendPlace }) {
  if (place.to === 'page') {
    return (
      <a href={place.url} target="_blank" rel="noreferrer" className={SMALL}>
        Provider’s page <ExternalLink aria-hidden />
      </a>
    );
  }
  if (place.to === 'connection') {
    return (
      <Link to="/connections" search={{ open: place.connection }} className={SMALL}>
        Open the connection
      </Link>
    );
  }
  return (
    <Link
      to="/flows/$flowId"
      params={{ flowId: place.flow }}
      search={{ node: place.node }}
      className={SMALL}
    >
      Open the step
    </Link>
  );
}
