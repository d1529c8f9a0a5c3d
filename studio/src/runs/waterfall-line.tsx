import { ChevronRight } from 'lucide-react';
import type { CSSProperties } from 'react';

import { count, formatDuration, formatNumber } from '#lib';
import { cx, StatusGlyph, statusLook, type Tone } from '#ui';

import type { WaterfallRow } from './waterfall-rows.ts';
import type { WaterfallBar } from './waterfall-scale.ts';

// Where there is little room the bars give way: the titles say what ran.
const GRID =
  'grid grid-cols-[minmax(0,5fr)_minmax(0,4fr)_60px] items-center gap-3 px-3 @max-[300px]:grid-cols-[minmax(0,1fr)_60px] @max-[300px]:gap-2';
const NARROW = '@max-[300px]:hidden';

/** What the columns are, and the time along the bars. */
export function WaterfallScaleLine({ length }: { length: number }) {
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

interface WaterfallLineProps {
  id: string;
  row: WaterfallRow;
  bar: WaterfallBar;
  style: CSSProperties;
  selected: boolean;
  /** Some lines can be opened: the others keep the room of the arrow. */
  isTree: boolean;
  onChoose: (row: WaterfallRow) => void;
  onFold: (row: WaterfallRow, isOpen: boolean) => void;
}

/** One line: what it is, its bar, how long it took. */
export function WaterfallLine({ id, row, bar, style, selected, ...rest }: WaterfallLineProps) {
  const { isTree, onChoose, onFold } = rest;
  const { depth, isOpen } = row;
  const turn = (): void => {
    if (isOpen !== undefined) onFold(row, !isOpen);
  };
  return (
    <div
      id={id}
      style={style}
      role="treeitem"
      aria-level={depth + 1}
      aria-posinset={row.place[0]}
      aria-setsize={row.place[1]}
      aria-expanded={isOpen}
      aria-selected={selected}
      onClick={() => onChoose(row)}
      onDoubleClick={turn}
      className={cx(GRID, 'absolute w-full', selected ? 'bg-accent-soft' : 'hover:bg-hover')}
    >
      <span className="flex min-w-0 items-center gap-1.5" style={{ paddingLeft: depth * 18 }}>
        {isOpen === undefined ? (
          isTree && <span className="w-3.5 shrink-0" />
        ) : (
          <Chevron isOpen={isOpen} onTurn={turn} />
        )}
        <StatusGlyph status={row.status} glyphOnly />
        <Words row={row} />
      </span>
      <span className={cx('relative h-2.5 rounded-sm bg-sunken', NARROW)}>
        {!bar.isKept && (
          <span
            className={cx('absolute inset-y-0 rounded-sm', BARS[statusLook(row.status).tone])}
            style={{
              left: `${Math.min(bar.from, 0.996) * 100}%`,
              width: `${Math.max(0.004, bar.to - bar.from) * 100}%`,
            }}
          />
        )}
      </span>
      <Took row={row} isKept={bar.isKept} />
    </div>
  );
}

/** For the pointer; keys and screen readers open the line itself. */
function Chevron({ isOpen, onTurn }: { isOpen: boolean; onTurn: () => void }) {
  return (
    <span
      aria-hidden
      title={isOpen ? 'Fold (←)' : 'Open (→)'}
      onClick={(event) => {
        event.stopPropagation();
        onTurn();
      }}
      onDoubleClick={(event) => event.stopPropagation()}
      className="-m-1 shrink-0 cursor-pointer rounded-sm p-1 text-ink-3 hover:bg-hover hover:text-ink"
    >
      <ChevronRight
        className={cx('size-3.5 transition-transform duration-100', isOpen && 'rotate-90')}
      />
    </span>
  );
}

function Words({ row: { title, pass, attempt, passes } }: { row: WaterfallRow }) {
  return (
    <>
      <span className="min-w-10 truncate" title={title.slice(0, 300)}>
        {title}
      </span>
      {pass && <span className="shrink-0 text-sm text-ink-3 tabular-nums">#{pass}</span>}
      {attempt > 1 && (
        <span className="shrink-0 text-sm text-wait" title={`Attempt ${attempt}`}>
          <span className="@max-[600px]:sr-only">attempt</span>
          <span aria-hidden className="hidden @max-[600px]:inline">
            ×
          </span>
          {attempt}
        </span>
      )}
      {passes && <Passes {...passes} />}
    </>
  );
}

function Passes({ all, failed }: NonNullable<WaterfallRow['passes']>) {
  return (
    <span className="shrink-0 truncate text-sm text-ink-3 tabular-nums">
      {count(all, 'pass', 'passes')}
      {failed > 0 && (
        <>
          , <span className="font-medium text-fail">{formatNumber(failed)} failed</span>
        </>
      )}
    </span>
  );
}

function Took({ row: { startedAt, endedAt }, isKept }: { row: WaterfallRow; isKept: boolean }) {
  return (
    <span
      title={isKept ? 'Taken from the run before, not performed again' : undefined}
      className="text-right text-sm text-ink-2 tabular-nums"
    >
      {isKept ? 'kept' : endedAt !== undefined && formatDuration(endedAt - startedAt)}
    </span>
  );
}
