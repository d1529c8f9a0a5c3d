import { finishAuthorization, type AuthorizeAttempt } from '@patchbay/shared/connections';
import { useNavigate } from '@tanstack/react-router';
import { useEffect, useState } from 'react';

import { call, toProblem, type Problem } from '#lib';
import { Button, Loading, Page, ProblemNote } from '#ui';

import { isAuthorizeWindow } from './authorize.ts';

// The address holds a code that works once; React runs effects twice in development.
const ended = new Map<string, Promise<AuthorizeAttempt>>();

function finish(query: string): Promise<AuthorizeAttempt> {
  const known = ended.get(query);
  if (known) return known;
  const work = call(finishAuthorization, { body: { query } });
  ended.set(query, work);
  return work;
}

/** Where providers send people back to: hands over what they brought, and closes or goes on. */
export function OAuthReturnPage() {
  const navigate = useNavigate();
  const [problem, setProblem] = useState<Problem>();
  useEffect(() => {
    finish(window.location.search).then(
      (attempt) => {
        window.history.replaceState(null, '', window.location.pathname);
        if (isAuthorizeWindow()) window.close();
        else void navigate({ to: '/connections', search: { open: attempt.connection } });
      },
      (error: unknown) => setProblem(toProblem(error)),
    );
  }, [navigate]);
  const back = (): void => {
    if (isAuthorizeWindow()) window.close();
    else void navigate({ to: '/connections', search: {} });
  };
  return (
    <Page title="Back from the provider">
      {problem ? (
        <ProblemNote
          problem={problem}
          action={
            <Button size="sm" onClick={back}>
              Back to the connections
            </Button>
          }
        />
      ) : (
        <Loading what="what the provider said" />
      )}
    </Page>
  );
}
