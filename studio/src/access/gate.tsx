import { getMe, getSetup } from '@patchbay/shared/access';
import { useEffect, type ReactNode } from 'react';

import {
  lazyPart,
  nameProject,
  prefetchEndpoint,
  problemIn,
  useAtHome,
  useEndpoint,
  useSessionLost,
} from '#lib';
import { Loading, ProblemNote } from '#ui';

import { useDoubts } from './use-doubts.ts';

const SetUpPage = lazyPart(async () => (await import('./set-up-page.tsx')).SetUpPage, '');
const SignInPage = lazyPart(async () => (await import('./sign-in-page.tsx')).SignInPage, '');
const SignInAgain = lazyPart(async () => (await import('./sign-in-again.tsx')).SignInAgain, '');
const UnknownProject = lazyPart(
  async () => (await import('./unknown-project.tsx')).UnknownProject,
  '',
);
const NoProject = lazyPart(async () => (await import('./no-project.tsx')).NoProject, '');

/** Long after what the page itself needs. */
const LATER_MS = 10_000;

const SETUP = { staleTime: Infinity };
const ME = { staleTime: 60_000 };

/** Asks who is here while the first page is still being loaded. */
export async function greet(): Promise<void> {
  const setup = await prefetchEndpoint(getSetup, {}, SETUP);
  if (setup?.needed === false) await prefetchEndpoint(getMe, {}, ME);
}

/**
 * Shows the app to whoever is signed in, the sign-in to others, the set-up before there is an
 * owner. The address stays, so one arrives where one wanted. A session that ends while the app is
 * shown gets a dialog over it: nothing drawn is lost.
 */
export function Gate({ children }: { children: ReactNode }) {
  const setup = useEndpoint(getSetup, {}, SETUP);
  const needed = setup.data?.needed;
  const me = useEndpoint(getMe, {}, { ...ME, enabled: needed === false });
  const lost = useSessionLost();
  // When a session ends, the server may be another one, which does not have this part any more.
  useEffect(() => {
    const timer = setTimeout(() => void SignInAgain.preload().catch(() => undefined), LATER_MS);
    return () => clearTimeout(timer);
  }, []);
  // Who is not in the main project arrives in one of theirs: the address then becomes that one's.
  const isAtHome = useAtHome(me.data?.project.id);
  useDoubts();
  if (needed) return <SetUpPage />;
  const refused = problemIn(me);
  // Also when it is deleted while it is open: from then on nothing of it can be read.
  if (refused?.code === 'not_found') return <UnknownProject />;
  if (refused?.code === 'forbidden')
    return <NoProject problem={refused} onAgain={() => void me.refetch()} />;
  if (me.data && isAtHome) {
    nameProject();
    return (
      <>
        {children}
        {lost && <SignInAgain email={me.data.email} />}
      </>
    );
  }
  const failure = problemIn(setup) ?? refused;
  if (failure?.code === 'not_signed_in') return <SignInPage />;
  if (failure) {
    const again = (): void => void Promise.all([setup.refetch(), me.refetch()]);
    return (
      <main className="mx-auto max-w-120 pt-[20vh]">
        <h1 className="mb-3 text-xl font-semibold">Patchbay can’t be reached</h1>
        <ProblemNote problem={failure} onAgain={again} />
      </main>
    );
  }
  return (
    <main className="pt-[20vh]">
      <Loading what="Patchbay" />
    </main>
  );
}
