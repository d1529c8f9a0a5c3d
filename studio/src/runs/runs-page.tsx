import type { RunSummary } from '@patchbay/shared/runs';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { ListVideo, RotateCcw } from 'lucide-react';
import { useCallback, useState } from 'react';

import { useMay } from '#access';
import { ReplayDialog } from '#testing';
import { Button, EmptyState, Loading, Page, ProblemNote } from '#ui';

import { RunsBar } from './runs-bar.tsx';
import { RunsFilters } from './runs-filters.tsx';
import { MOST, useRunSelection } from './runs-selection.ts';
import { RunsTable } from './runs-table.tsx';
import { useRuns } from './use-runs.ts';

/** All runs, newest first, refreshed while one looks; filters stand in the address. */
export function RunsPage() {
  const search = useSearch({ from: '/runs' });
  const runs = useRuns(search);
  const { items, hasMore, isLoadingMore, more, problem } = runs;
  const selection = useRunSelection(items, JSON.stringify(search));
  const end = useCallback(() => {
    if (hasMore && !isLoadingMore) more();
  }, [hasMore, isLoadingMore, more]);
  const isFiltered = Object.keys(search).length > 0;
  const isAll = !hasMore && selection.taken.length === items.length;
  const takeAll = async (): Promise<void> => selection.take(await runs.upTo(MOST));
  return (
    <Page fill title="Runs" lead="Every execution, newest first.">
      <div className="flex items-start gap-3">
        <div className="min-w-0 flex-1">
          <RunsFilters />
        </div>
        {selection.taken.length === 0 && <Replay items={items} />}
      </div>
      {problem && <ProblemNote problem={problem} className="mb-3" onAgain={runs.again} />}
      {runs.isPending && <Loading what="runs" />}
      {items.length > 0 && (
        <RunsTable key={JSON.stringify(search)} items={items} onEnd={end} selection={selection}>
          <RunsBar
            selection={selection}
            onAll={isAll ? undefined : takeAll}
            all={hasMore ? undefined : items.length}
          />
        </RunsTable>
      )}
      {!runs.isPending && !problem && items.length === 0 && <NoRuns isFiltered={isFiltered} />}
      {isLoadingMore && <Loading what="older runs" />}
    </Page>
  );
}

/** Offers to run again what failed of the runs the filters let through. */
function Replay({ items }: { items: RunSummary[] }) {
  const may = useMay('run.start');
  const [chosen, setChosen] = useState<RunSummary[]>();
  const failed = items.filter(({ status }) => status === 'failed').slice(0, MOST);
  if (!may || (failed.length === 0 && !chosen)) return null;
  return (
    <>
      <Button icon={<RotateCcw />} onClick={() => setChosen(failed)}>
        {`Replay ${failed.length} failed…`}
      </Button>
      {chosen && <ReplayDialog runs={chosen} onClose={() => setChosen(undefined)} />}
    </>
  );
}

function NoRuns({ isFiltered }: { isFiltered: boolean }) {
  const navigate = useNavigate({ from: '/runs' });
  if (isFiltered) {
    return (
      <EmptyState
        icon={<ListVideo />}
        title="No run fits these filters"
        action={<Button onClick={() => void navigate({ search: {} })}>Show all runs</Button>}
      />
    );
  }
  return (
    <EmptyState
      icon={<ListVideo />}
      title="Nothing has run yet"
      action={
        <Button variant="primary" onClick={() => void navigate({ to: '/flows', search: {} })}>
          To the flows
        </Button>
      }
    >
      Run a flow by hand from its canvas, or publish it so that its trigger starts it.
    </EmptyState>
  );
}
