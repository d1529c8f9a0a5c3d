import type { Problem } from '@patchbay/shared/base';
import { DoorClosed, LogOut } from 'lucide-react';

import { Button, EmptyState } from '#ui';

import { useSignOut } from './use-sign-out.ts';

interface NoProjectProps {
  problem: Problem;
  onAgain: () => void;
}

/** For who is signed in and was removed from every project, or not let into one yet. */
export function NoProject({ problem, onAgain }: NoProjectProps) {
  const { signOut, isBusy } = useSignOut();
  return (
    <main className="pt-[16vh]">
      <h1 className="sr-only">In no project</h1>
      <EmptyState
        icon={<DoorClosed />}
        title={problem.message.replace(/\.$/, '')}
        action={
          <>
            <Button onClick={onAgain}>Look again</Button>
            <Button icon={<LogOut />} busy={isBusy} onClick={signOut}>
              Sign out
            </Button>
          </>
        }
      >
        {problem.hint} What you made stays where it is.
      </EmptyState>
    </main>
  );
}
