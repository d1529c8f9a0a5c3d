import type { RunView } from '@patchbay/shared/runs';
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';

import { Badge, Duration, StatusGlyph, TimeAgo } from '#ui';

import { triggerWord } from './runs-search.ts';
import type { RunRecord } from './use-run.ts';

interface RunHeadProps {
  record: RunRecord;
  view: RunView;
  actions: ReactNode;
}

/** Which run it is: flow, status, version, when and how long. */
export function RunHead({ record, view, actions }: RunHeadProps) {
  const { run } = record;
  const startedAt = view.startedAt ?? run.startedAt;
  return (
    <header className="flex shrink-0 flex-wrap items-center gap-x-4 gap-y-2 px-6 pt-4 pb-3">
      <div className="min-w-0 flex-1">
        <p className="flex gap-1 text-sm text-ink-3">
          <Link to="/runs" className="hover:underline">
            Runs
          </Link>
          <span aria-hidden>/</span>
          <span className="truncate font-mono">{run.id}</span>
        </p>
        <h1 className="flex min-w-0 items-center gap-3 text-xl font-semibold">
          <Link
            to="/flows/$flowId"
            params={{ flowId: run.flowId }}
            className="truncate hover:underline"
          >
            {run.flowName.slice(0, 300)}
          </Link>
          <StatusGlyph status={view.status} className="text-base font-medium" />
        </h1>
        <p className="flex flex-wrap items-center gap-x-3 text-ink-3">
          {run.version === undefined ? (
            <Badge tone="wait">Draft</Badge>
          ) : (
            <Badge>version {run.version}</Badge>
          )}
          <span>Started by: {triggerWord(run.trigger)}</span>
          <TimeAgo at={run.createdAt} />
          {startedAt !== undefined && <Duration from={startedAt} to={view.endedAt} />}
          <Relatives record={record} />
        </p>
      </div>
      {actions}
    </header>
  );
}

/** The runs it came from and the runs that came of it. */
function Relatives({ record }: { record: RunRecord }) {
  const { run, retries } = record;
  const links: [string, string][] = [];
  if (run.retryOf) links.push(['Retry of another run', run.retryOf]);
  if (run.parent) links.push(['Called by a run', run.parent]);
  const latest = retries.at(-1);
  if (latest) links.push([`Retried (${retries.length}), open the latest`, latest]);
  return links.map(([words, id]) => (
    <Link key={id} to="/runs/$runId" params={{ runId: id }} className="text-accent hover:underline">
      {words}
    </Link>
  ));
}
