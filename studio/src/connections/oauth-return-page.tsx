import { getConnector } from '@patchbay/shared/catalog';
import {
  finishAuthorization,
  getConnection,
  type AuthorizeAttempt,
} from '@patchbay/shared/connections';
import { useEffect, useState } from 'react';

import { call, currentProject, projectHref, toProblem, type Problem } from '#lib';
import { Button, Loading, Page, ProblemNote } from '#ui';

import { isAuthorizeWindow, projectBefore } from './authorize.ts';
import { missingScopes } from './use-sign-in.ts';

/** What to say before going on, and to which connection. */
interface Ending {
  connection?: string;
  problem?: Problem;
  /** It works, but for less than was asked for. */
  isPartly?: boolean;
}

// The address holds a code that works once; React runs effects twice in development.
const ended = new Map<string, Promise<Ending>>();

function finish(query: string): Promise<Ending> {
  const known = ended.get(query);
  if (known) return known;
  const work = call(finishAuthorization, { body: { query } }).then(endingOf, (error: unknown) => ({
    problem: toProblem(error),
  }));
  ended.set(query, work);
  return work;
}

/** Who opened a window for the provider says what came of it; here only a whole page has to. */
async function endingOf(attempt: AuthorizeAttempt): Promise<Ending> {
  const { connection, problem, missingScopes: missing = [] } = attempt;
  if (problem || missing.length === 0 || isAuthorizeWindow()) return { connection, problem };
  const { connector, version, authScheme } = await call(getConnection, {
    params: { id: connection },
  });
  const { auth } = await call(getConnector, { params: { id: connector, version } });
  const scheme = auth.find(({ id }) => id === authScheme);
  return { connection, problem: scheme && missingScopes(missing, scheme), isPartly: true };
}

/** Back to the project it began in; a window that was opened for the provider has done its work. */
function goOn({ connection }: Ending): void {
  const query = connection === undefined ? '' : `?open=${encodeURIComponent(connection)}`;
  const project = projectBefore() ?? currentProject;
  if (isAuthorizeWindow()) window.close();
  else location.replace(projectHref(project, `/connections${query}`));
}

/** Where providers send people back to: hands over what they brought, and closes or goes on. */
export function OAuthReturnPage() {
  const [ending, setEnding] = useState<Ending>();
  useEffect(() => {
    void finish(window.location.search).then((came) => {
      window.history.replaceState(null, '', window.location.pathname);
      const isSaid = came.problem === undefined || isAuthorizeWindow();
      if (came.connection !== undefined && isSaid) goOn(came);
      else setEnding(came);
    });
  }, []);
  const words = ending?.connection === undefined ? 'Back to the connections' : 'To the connection';
  return (
    <Page title="Back from the provider">
      {ending?.problem ? (
        <ProblemNote
          problem={ending.problem}
          tone={ending.isPartly ? 'wait' : 'fail'}
          action={
            <Button size="sm" onClick={() => goOn(ending)}>
              {words}
            </Button>
          }
        />
      ) : (
        <Loading what="what the provider said" />
      )}
    </Page>
  );
}
