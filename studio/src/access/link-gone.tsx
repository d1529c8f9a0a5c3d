import { MailX } from 'lucide-react';
import type { ReactNode } from 'react';

import { buttonClass, EmptyState } from '#ui';

interface LinkGoneProps {
  title: string;
  children: ReactNode;
}

/** For a link that worked once, or never did: the way on is the sign-in. */
export function LinkGone({ title, children }: LinkGoneProps) {
  return (
    <main className="pt-[16vh]">
      <h1 className="sr-only">A link that is over</h1>
      <EmptyState
        icon={<MailX />}
        title={title}
        action={
          <a href="/" className={buttonClass('primary')}>
            To the sign-in
          </a>
        }
      >
        {children}
      </EmptyState>
    </main>
  );
}
