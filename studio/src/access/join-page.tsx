import { readInvitation } from '@patchbay/shared/access';

import { problemIn, useEndpoint } from '#lib';
import { Loading, ProblemNote } from '#ui';

import { JoinForm } from './join-form.tsx';
import { LinkGone } from './link-gone.tsx';
import { useLinkSecret } from './use-link-secret.ts';

/** Where the link of an invitation leads, whoever is signed in here or nobody. */
export function JoinPage() {
  const secret = useLinkSecret();
  const look = useEndpoint(
    readInvitation,
    { body: { secret } },
    { enabled: secret !== '', staleTime: Infinity },
  );
  const problem = problemIn(look);
  if (secret === '' || problem?.code === 'not_found' || problem?.code === 'invalid_input')
    return <NoInvitation />;
  if (look.data) return <JoinForm secret={secret} invitation={look.data} />;
  return (
    <main className="mx-auto max-w-120 pt-[20vh]">
      <h1 className="mb-3 text-xl font-semibold">Your invitation</h1>
      {problem ? (
        <ProblemNote problem={problem} onAgain={look.refetch} />
      ) : (
        <Loading what="the invitation" />
      )}
    </main>
  );
}

function NoInvitation() {
  return (
    <LinkGone title="This invitation is not good any more">
      It was used, taken back or is too old, or part of the link is missing. If you used it
      yourself, sign in with the password you chose; otherwise ask whoever invited you for a new
      link.
    </LinkGone>
  );
}
