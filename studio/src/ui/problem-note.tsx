import type { Problem } from '@patchbay/shared/base';
import { CircleAlert } from 'lucide-react';
import type { ReactNode } from 'react';

import { Button } from './button.tsx';
import { cx } from './cx.ts';

interface ProblemNoteProps {
  problem: Pick<Problem, 'message' | 'hint'>;
  /** The button that does what the hint says. */
  action?: ReactNode;
  /** Loads again what could not be loaded; draws the button for it. */
  onAgain?: () => unknown;
  tone?: 'fail' | 'wait';
  /** Scrolls to it when it appears: what answers a button below a long form. */
  answers?: boolean;
  className?: string;
  /** More than the hint: steps, a link. */
  children?: ReactNode;
}

const showWhole = (note: HTMLElement | null): void => note?.scrollIntoView({ block: 'nearest' });

/** What went wrong and what to do next. */
export function ProblemNote(props: ProblemNoteProps) {
  const { problem, onAgain, tone = 'fail', className, children } = props;
  return (
    <div
      ref={props.answers ? showWhole : undefined}
      role={tone === 'fail' ? 'alert' : 'status'}
      className={cx(
        'flex items-start gap-2.5 rounded-md px-3 py-2',
        tone === 'fail' ? 'bg-fail-soft' : 'bg-wait-soft',
        className,
      )}
    >
      <CircleAlert
        aria-hidden
        className={cx('mt-0.5 size-4 shrink-0', tone === 'fail' ? 'text-fail' : 'text-wait')}
      />
      <div className="min-w-0 flex-1 break-words">
        <p className="font-medium text-ink">{problem.message}</p>
        {problem.hint && <p className="text-ink-2">{problem.hint}</p>}
        {children}
      </div>
      {props.action}
      {onAgain && (
        <Button size="sm" onClick={() => void onAgain()}>
          Try again
        </Button>
      )}
    </div>
  );
}
