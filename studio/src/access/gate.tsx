import { getMe, getSetup } from '@patchbay/shared/access';
import type { ReactNode } from 'react';

import { problemIn, useSessionLost, useEndpoint } from '#lib';
import { Button, Loading, ProblemNote } from '#ui';

import { SetUpPage } from './set-up-page.tsx';
import { SignInAgain } from './sign-in-again.tsx';
import { SignInPage } from './sign-in-page.tsx';

/**
 * Shows the app to whoever is signed in, the sign-in to others, the set-up before there is an
 * owner. The address stays, so one arrives where one wanted. A session that ends while the app is
 * shown gets a dialog over it: nothing drawn is lost.
 */
export function Gate({ children }: { children: ReactNode }) {
  const setup = useEndpoint(getSetup, {}, { staleTime: Infinity });
  const needed = setup.data?.needed;
  const me = useEndpoint(getMe, {}, { enabled: needed === false, staleTime: 60_000 });
  const lost = useSessionLost();
  if (needed) return <SetUpPage />;
  if (me.data) {
    return (
      <>
        {children}
        {lost && <SignInAgain email={me.data.email} />}
      </>
    );
  }
  const failure = problemIn(setup) ?? problemIn(me);
  if (failure?.code === 'not_signed_in') return <SignInPage />;
  if (failure) {
    const again = (): void => void Promise.all([setup.refetch(), me.refetch()]);
    return (
      <main className="mx-auto max-w-120 pt-[20vh]">
        <h1 className="mb-3 text-xl font-semibold">Patchbay can’t be reached</h1>
        <ProblemNote
          problem={failure}
          action={
            <Button size="sm" onClick={again}>
              Try again
            </Button>
          }
        />
      </main>
    );
  }
  return (
    <main className="pt-[20vh]">
      <Loading what="Patchbay" />
    </main>
  );
}
