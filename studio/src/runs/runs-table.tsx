import type { RunSummary } from '@patchbay/shared/runs';
import { Link } from '@tanstack/react-router';
import { ArrowUp } from 'lucide-react';
import { useEffect, useState, type UIEvent } from 'react';

import { count, useVisibleRows } from '#lib';
import { Badge, Button, Duration, StatusGlyph, TimeAgo } from '#ui';

import { triggerWord } from './runs-search.ts';
import { useHeld } from './use-held.ts';

const ROW = 36;
const GRID =
  'grid grid-cols-[128px_minmax(160px,1fr)_minmax(0,1.2fr)_104px_72px_96px_104px] items-center gap-3 px-4';

interface RunsTableProps {
  items: RunSummary[];
  /** Called when the end comes into sight. */
  onEnd: () => void;
}

/** Runs as a table; only the rows in sight are in the page, and none moves under the pointer. */
export function RunsTable({ items, onEnd }: RunsTableProps) {
  const reading = useReading();
  const { shown, held, release } = useHeld(items, reading.is);
  const { box, rows, height, show } = useVisibleRows(shown.length, ROW);
  const last = rows.at(-1)?.index ?? 0;
  useEffect(() => {
    if (items.length > 0 && last >= items.length - 5) onEnd();
  }, [last, items.length, onEnd]);
  const showNew = (): void => {
    release();
    show(0);
  };
  return (
    <div
      role="table"
      aria-label="Runs"
      aria-rowcount={shown.length + 1}
      className="relative flex min-h-0 flex-1 flex-col rounded-lg border border-line bg-panel shadow-card"
      {...reading.events}
    >
      <TableHead />
      {held > 0 && <NewRuns held={held} onShow={showNew} />}
      <div
        ref={box}
        role="rowgroup"
        tabIndex={0}
        onScroll={reading.onScroll}
        className="min-h-0 flex-1 overflow-y-auto"
      >
        <div role="presentation" className="relative" style={{ height }}>
          {rows.map(({ index, top }) => {
            const run = shown[index];
            return run && <RunRow key={run.id} run={run} index={index} top={top} />;
          })}
        </div>
      </div>
    </div>
  );
}

/** Whether somebody looks closely: points into the table, is in it by key, or has scrolled down. */
function useReading() {
  const [isOver, setOver] = useState(false);
  const [isIn, setIn] = useState(false);
  const [isDown, setDown] = useState(false);
  return {
    is: isOver || isIn || isDown,
    onScroll: (event: UIEvent<HTMLElement>) => setDown(event.currentTarget.scrollTop > 0),
    events: {
      onPointerEnter: () => setOver(true),
      onPointerLeave: () => setOver(false),
      onFocus: () => setIn(true),
      onBlur: () => setIn(false),
    },
  };
}

function NewRuns({ held, onShow }: { held: number; onShow: () => void }) {
  return (
    <Button
      size="sm"
      variant="primary"
      icon={<ArrowUp />}
      onClick={onShow}
      className="absolute top-10 left-1/2 z-2 -translate-x-1/2 shadow-pop"
    >
      {count(held, 'new run')}
    </Button>
  );
}

const COLUMNS = ['Status', 'Flow', 'What went wrong', 'Started by', 'Version', 'Took', 'Created'];

function TableHead() {
  return (
    <div role="rowgroup" className="shrink-0 border-b border-line">
      <div role="row" className={`${GRID} h-8 text-sm font-medium text-ink-3`}>
        {COLUMNS.map((name) => (
          <span key={name} role="columnheader">
            {name}
          </span>
        ))}
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
