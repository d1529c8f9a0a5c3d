import type { FlowGraph } from '@patchbay/shared/flows';
import { hasEnded } from '@patchbay/shared/runs';
import type { RunView } from '@patchbay/shared/runs';
import { useEffect, useMemo, useState, type KeyboardEvent } from 'react';

import { formatDuration, useVisibleRows } from '#lib';
import { cx, EmptyState, StatusGlyph, statusLook, type Tone } from '#ui';

import { scaleOf, waterfallRows, type WaterfallRow } from './waterfall-rows.ts';

const ROW = 28;

export interface WaterfallProps {
  graph: FlowGraph;
  view: RunView;
  /** Id of the chosen step. */
  selected?: string;
  onSelect: (step: string) => void;
}

/** The steps of a run as bars over time; click or arrow keys choose one. */
export function Waterfall({ graph, view, selected, onSelect }: WaterfallProps) {
  const now = useNow(!hasEnded(view.status));
  const rows = useMemo(() => waterfallRows(graph, view, now), [graph, view, now]);
  const { box, rows: inSight, height, show } = useVisibleRows(rows.length, ROW);
  const at = rows.findIndex((row) => row.step.id === selected);
  useEffect(() => {
    if (at >= 0) show(at);
  }, [at, show]);
  if (rows.length === 0) {
    return <EmptyState title="No step has begun yet">They appear here as they run.</EmptyState>;
  }
  const walk = (event: KeyboardEvent): void => {
    const by = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (by === undefined) return;
    event.preventDefault();
    const next = rows[Math.min(rows.length - 1, Math.max(0, at + by))];
    if (next) onSelect(next.step.id);
  };
  return (
    <div className="@container flex h-full min-h-0 flex-col">
      <Scale length={scaleOf(view, now).length} />
      <div
        ref={box}
        role="listbox"
        tabIndex={0}
        aria-label="Steps of the run"
        aria-activedescendant={selected && `step-${selected}`}
        onKeyDown={walk}
        className="min-h-0 flex-1 overflow-auto"
      >
        <div role="none" className="relative" style={{ height }}>
          {inSight.map(({ index, top }) => {
            const row = rows[index];
            return (
              row && (
                <Bar
                  key={row.step.id}
                  row={row}
                  top={top}
                  selected={row.step.id === selected}
                  onSelect={onSelect}
                />
              )
            );
          })}
        </div>
      </div>
    </div>
  );
}

/** The time now, four times a second, while `moving`. */
function useNow(moving: boolean): number {
  const [now, setNow] = useState(() => Date.now());
  useEffect(() => {
    if (!moving) return undefined;
    const timer = setInterval(() => setNow(Date.now()), 250);
    return () => clearInterval(timer);
  }, [moving]);
  return now;
}

// Where there is little room the bars give way: the titles say what ran.
const GRID =
  'grid grid-cols-[minmax(0,1fr)_minmax(0,1fr)_60px] items-center gap-3 px-3 @max-[300px]:grid-cols-[minmax(0,1fr)_60px] @max-[300px]:gap-2';
const NARROW = '@max-[300px]:hidden';

function Scale({ length }: { length: number }) {
  return (
    <div
      aria-hidden
      className={cx(GRID, 'h-6 shrink-0 border-b border-line bg-sunken text-xs text-ink-3')}
    >
      <span>Step</span>
      <span className={cx('flex justify-between tabular-nums @max-[480px]:justify-end', NARROW)}>
        {[0, 0.5, 1].map((part) => (
          <span key={part} className={cx('whitespace-nowrap', part < 1 && '@max-[480px]:hidden')}>
            {formatDuration(length * part)}
          </span>
        ))}
      </span>
      <span className="text-right">Took</span>
    </div>
  );
}

const BARS: Record<Tone, string> = {
  neutral: 'bg-idle',
  accent: 'bg-accent',
  ok: 'bg-ok',
  fail: 'bg-fail',
  wait: 'bg-wait',
  run: 'bg-run',
};

interface BarProps {
  row: WaterfallRow;
  top: number;
  selected: boolean;
  onSelect: (step: string) => void;
}

function Bar({ row, top, selected, onSelect }: BarProps) {
  const { step, title, depth, iteration, from, to, isKept } = row;
  const took = step.endedAt === undefined ? undefined : step.endedAt - step.startedAt;
  const width = Math.max(0.004, to - from);
  return (
    <div
      id={`step-${step.id}`}
      role="option"
      aria-selected={selected}
      onClick={() => onSelect(step.id)}
      className={cx(GRID, 'absolute w-full', selected ? 'bg-accent-soft' : 'hover:bg-hover')}
      style={{ top, height: ROW }}
    >
      <span className="flex min-w-0 items-center gap-1.5" style={{ paddingLeft: depth * 14 }}>
        <StatusGlyph status={step.status} glyphOnly />
        <span className="truncate" title={title.slice(0, 300)}>
          {title}
        </span>
        {iteration.length > 0 && (
          <span className="shrink-0 text-sm text-ink-3 tabular-nums">
            #{iteration.map((i) => i + 1).join('.')}
          </span>
        )}
        {step.attempt > 1 && (
          <span className="shrink-0 text-sm text-wait" title={`Attempt ${step.attempt}`}>
            <span className="@max-[600px]:sr-only">attempt</span>
            <span aria-hidden className="hidden @max-[600px]:inline">
              ×
            </span>
            {step.attempt}
          </span>
        )}
      </span>
      <span className={cx('relative h-2.5 rounded-sm bg-sunken', NARROW)}>
        {!isKept && (
          <span
            className={cx('absolute inset-y-0 rounded-sm', BARS[statusLook(step.status).tone])}
            style={{ left: `${Math.min(from, 0.996) * 100}%`, width: `${width * 100}%` }}
          />
        )}
      </span>
      <span
        title={isKept ? 'Taken from the run before, not performed again' : undefined}
        className="text-right text-sm text-ink-2 tabular-nums"
      >
        {isKept ? 'kept' : took !== undefined && formatDuration(took)}
      </span>
    </div>
  );
}
