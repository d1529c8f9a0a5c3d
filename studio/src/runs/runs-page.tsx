import { useNavigate, useSearch } from '@tanstack/react-router';
import { ListVideo } from 'lucide-react';
import { useCallback } from 'react';

import { Button, EmptyState, Loading, Page, ProblemNote } from '#ui';

import { RunsFilters } from './runs-filters.tsx';
import { RunsTable } from './runs-table.tsx';
import { useRuns } from './use-runs.ts';

/** All runs, newest first, refreshed while one looks; filters stand in the address. */
export function RunsPage() {
  const search = useSearch({ from: '/runs' });
  const runs = useRuns(search);
  const { items, hasMore, isLoadingMore, more, problem } = runs;
  const end = useCallback(() => {
    if (hasMore && !isLoadingMore) more();
  }, [hasMore, isLoadingMore, more]);
  const isFiltered = Object.keys(search).length > 0;
  return (
    <Page fill title="Runs" lead="Every execution, newest first.">
      <RunsFilters />
      {problem && (
        <ProblemNote
          problem={problem}
          className="mb-3"
          action={
            <Button size="sm" onClick={runs.again}>
              Try again
            </Button>
          }
        />
      )}
      {runs.isPending && <Loading what="runs" />}
      {items.length > 0 && <RunsTable items={items} onEnd={end} />}
      {!runs.isPending && !problem && items.length === 0 && <NoRuns isFiltered={isFiltered} />}
      {isLoadingMore && <Loading what="older runs" />}
    </Page>
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
