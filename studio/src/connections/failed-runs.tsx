import type { Connection } from '@patchbay/shared/connections';
import { listRuns, retryRun } from '@patchbay/shared/runs';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';

import { useMay } from '#access';
import { call, count, queryClient, refresh, toProblem, useEndpoint } from '#lib';
import { Button, TimeAgo, toast, toastProblem } from '#ui';

const SHOWN = 5;
const MOST = 200;

/** The runs that failed on a connection while it was refused, to be run again by one click. */
export function FailedRuns({ connection }: { connection: Connection }) {
  const may = useMay('run.start');
  const [busy, setBusy] = useState(false);
  const query = { connection: connection.id, limit: MOST };
  const runs = useEndpoint(listRuns, { query }).data?.items ?? [];
  if (runs.length === 0) return null;
  const replay = async (): Promise<void> => {
    setBusy(true);
    try {
      for (const run of runs) {
        await call(retryRun, { params: { id: run.id }, body: { from: 'failed', version: 'same' } });
      }
      toast(`${count(runs.length, 'run')} started again from the failed step`);
    } catch (error) {
      toastProblem(toProblem(error));
    }
    await refresh(queryClient, ['runs']);
    setBusy(false);
  };
  return (
    <section aria-label="Failed runs" className="rounded-md border border-line p-3">
      <div className="flex items-center gap-3">
        <h3 className="flex-1 font-semibold">{count(runs.length, 'run')} failed on it</h3>
        {may && (
          <Button size="sm" busy={busy} onClick={() => void replay()}>
            Run {runs.length === 1 ? 'it' : 'them'} again
          </Button>
        )}
      </div>
      <ul className="mt-1 text-ink-2">
        {runs.slice(0, SHOWN).map((run) => (
          <li key={run.id} className="flex gap-2">
            <Link
              to="/runs/$runId"
              params={{ runId: run.id }}
              className="min-w-0 truncate text-accent hover:underline"
            >
              {run.flowName}
            </Link>
            <TimeAgo at={run.createdAt} />
          </li>
        ))}
        {runs.length > SHOWN && <li className="text-ink-3">and {runs.length - SHOWN} more</li>}
      </ul>
    </section>
  );
}
