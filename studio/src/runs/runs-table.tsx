import type { RunSummary } from '@patchbay/shared/runs';
import { Link } from '@tanstack/react-router';
import { ArrowUp } from 'lucide-react';
import { useEffect, useState, type KeyboardEvent, type ReactNode, type UIEvent } from 'react';

import { count, formatAgo, isShortcut, useVisibleRows } from '#lib';
import { Badge, Button, Checkbox, cx, Duration, StatusGlyph, TimeAgo } from '#ui';

import { triggerWord } from './runs-search.ts';
import { MOST, type RunSelection } from './runs-selection.ts';
import { useHeld } from './use-held.ts';

const ROW = 36;
/** The room that the bar of actions takes below the last row. */
const BAR = 64;
const GRID =
  'grid grid-cols-[16px_128px_minmax(160px,1fr)_minmax(0,1.2fr)_104px_72px_96px_104px] items-center gap-3 px-4';

interface RunsTableProps {
  items: RunSummary[];
  /** Called when the end comes into sight. */
  onEnd: () => void;
  selection: RunSelection;
  /** Lies over the foot of the table. */
  children: ReactNode;
}

/** Runs as a table; only the rows in sight are in the page, and none moves under the pointer. */
export function RunsTable({ items, onEnd, selection, children }: RunsTableProps) {
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
      onKeyDown={(event) => actOnKey(event, shown, selection)}
      className="relative flex min-h-0 flex-1 flex-col rounded-lg border border-line bg-panel shadow-card"
      {...reading.events}
    >
      <TableHead shown={shown} selection={selection} />
      {held > 0 && <NewRuns held={held} onShow={showNew} />}
      <div
        ref={box}
        role="rowgroup"
        tabIndex={0}
        onScroll={reading.onScroll}
        className="min-h-0 flex-1 overflow-y-auto"
      >
        <div
          role="presentation"
          className="relative"
          style={{ height: selection.taken.length > 0 ? height + BAR : height }}
        >
          {rows.map(({ index, top }) => {
            const run = shown[index];
            return (
              run && (
                <RunRow
                  key={run.id}
                  run={run}
                  index={index}
                  top={top}
                  isTaken={selection.has(run.id)}
                  onTurn={
                    selection.may ? (isRange) => selection.turn(run.id, isRange, shown) : undefined
                  }
                />
              )
            );
          })}
        </div>
      </div>
      {children}
    </div>
  );
}

/** Mod+A takes what is listed, Escape lets go of it. */
function actOnKey(event: KeyboardEvent, shown: RunSummary[], selection: RunSelection): void {
  // What stands in a dialog that was opened from here is not in the table.
  if (!event.currentTarget.contains(event.target as Node)) return;
  const isAll = isShortcut(event.nativeEvent, 'Mod+A');
  const isLetGo = event.key === 'Escape' && selection.taken.length > 0;
  if (event.defaultPrevented || !selection.may || (!isAll && !isLetGo)) return;
  event.preventDefault();
  if (isAll) selection.take(shown);
  else selection.clear();
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

function TableHead({ shown, selection }: { shown: RunSummary[]; selection: RunSelection }) {
  const taken = selection.taken.length;
  const isAll = taken > 0 && taken >= Math.min(shown.length, MOST);
  return (
    <div role="rowgroup" className="shrink-0 border-b border-line">
      <div role="row" className={`${GRID} h-8 text-sm font-medium text-ink-3`}>
        <span role="columnheader" className="flex">
          {selection.may && (
            <Checkbox
              aria-label="Select the listed runs"
              checked={isAll}
              mixed={taken > 0 && !isAll}
              onChange={() => (isAll ? selection.clear() : selection.take(shown))}
            />
          )}
        </span>
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
  isTaken: boolean;
  /** Ticks it; absent where there is nothing to be done with it. */
  onTurn?: (isRange: boolean) => void;
}

function RunRow({ run, index, top, isTaken, onTurn }: RunRowProps) {
  const { problem, startedAt } = run;
  return (
    <div
      role="row"
      aria-rowindex={index + 2}
      className={cx(
        GRID,
        'absolute w-full border-b border-line has-focus-visible:bg-hover',
        isTaken ? 'bg-accent-soft' : 'hover:bg-hover',
      )}
      style={{ top, height: ROW }}
    >
      <span role="cell" className="relative z-1 -m-2 flex p-2 select-none">
        {onTurn && (
          <Checkbox
            aria-label={`Select the run of ${run.flowName.slice(0, 100)}, ${formatAgo(run.createdAt)}`}
            checked={isTaken}
            onChange={(_, isShift) => onTurn(isShift)}
          />
        )}
      </span>
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
