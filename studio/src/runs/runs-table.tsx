import type { RunSummary } from '@patchbay/shared/runs';
import { Link } from '@tanstack/react-router';
import { useEffect } from 'react';

import { useVisibleRows } from '#lib';
import { Badge, Duration, StatusGlyph, TimeAgo } from '#ui';

import { triggerWord } from './runs-search.ts';

const ROW = 36;
const GRID =
  'grid grid-cols-[128px_minmax(160px,1fr)_minmax(0,1.2fr)_104px_72px_96px_104px] items-center gap-3 px-4';

interface RunsTableProps {
  items: RunSummary[];
  /** Called when the end comes into sight. */
  onEnd: () => void;
}

/** Runs as a table; only the rows in sight are in the page. */
export function RunsTable({ items, onEnd }: RunsTableProps) {
  const { box, rows, height } = useVisibleRows(items.length, ROW);
  const last = rows.at(-1)?.index ?? 0;
  useEffect(() => {
    if (items.length > 0 && last >= items.length - 5) onEnd();
  }, [last, items.length, onEnd]);
  return (
    <div
      role="table"
      aria-label="Runs"
      aria-rowcount={items.length + 1}
      className="flex min-h-0 flex-1 flex-col rounded-lg border border-line bg-panel shadow-card"
    >
      <div role="rowgroup" className="shrink-0 border-b border-line">
        <div role="row" className={`${GRID} h-8 text-sm font-medium text-ink-3`}>
          {['Status', 'Flow', 'What went wrong', 'Started by', 'Version', 'Took', 'Created'].map(
            (name) => (
              <span key={name} role="columnheader">
                {name}
              </span>
            ),
          )}
        </div>
      </div>
      <div ref={box} role="rowgroup" tabIndex={0} className="min-h-0 flex-1 overflow-y-auto">
        <div role="presentation" className="relative" style={{ height }}>
          {rows.map(({ index, top }) => {
            const run = items[index];
            return run && <RunRow key={run.id} run={run} index={index} top={top} />;
          })}
        </div>
      </div>
    </div>
  );
}

interface RunRowProps {
  run: RunSummary;
  index: number;
  top: number;
}

function RunRow({ run, index, top }: RunRowProps) {
  const { problem, startedAt } = run;
  return (
    <div
      role="row"
      aria-rowindex={index + 2}
      className={`${GRID} absolute w-full border-b border-line hover:bg-hover has-focus-visible:bg-hover`}
      style={{ top, height: ROW }}
    >
      <span role="cell" className="flex">
        <StatusGlyph status={run.status} />
      </span>
      <span role="cell" className="truncate font-medium">
        <Link
          to="/runs/$runId"
          params={{ runId: run.id }}
          className="after:absolute after:inset-0 hover:underline"
        >
          {run.flowName.slice(0, 200)}
        </Link>
      </span>
      <span role="cell" className="truncate text-fail" title={problem?.message}>
        {problem?.message.slice(0, 300)}
      </span>
      <span role="cell" className="truncate text-ink-2">
        {triggerWord(run.trigger)}
      </span>
      <span role="cell" className="flex">
        {run.version === undefined ? (
          <Badge tone="wait">Draft</Badge>
        ) : (
          <Badge>v{run.version}</Badge>
        )}
      </span>
      <span role="cell" className="text-ink-2">
        {startedAt === undefined ? '–' : <Duration from={startedAt} to={run.endedAt} />}
      </span>
      <span role="cell" className="relative z-1 justify-self-start text-ink-3">
        <TimeAgo at={run.createdAt} />
      </span>
    </div>
  );
}
