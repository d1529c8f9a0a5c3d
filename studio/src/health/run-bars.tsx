import { useMemo, useState, type KeyboardEvent, type PointerEvent } from 'react';

import { formatNumber } from '#lib';
import { cx } from '#ui';

import { BarPlot } from './bar-plot.tsx';
import { barsOf, barsWords, barWords, sizeOf, ticksOf, type Period } from './bar-words.ts';

/** The scale beside the bars, so that the line of time in the head stands above them. */
const FRAME = 'grid w-72 grid-cols-[36px_1fr] gap-x-1.5';

/** The line of time above the bars of all flows. */
export function TimeLine({ period }: { period: Period }) {
  return (
    <span aria-hidden className={FRAME}>
      <span />
      <span className="relative h-4 text-xs font-normal">
        {ticksOf(period).map(({ part, word }) => (
          <span
            key={part}
            className={cx(
              'absolute whitespace-nowrap',
              part > 0.96 ? '-translate-x-full' : '-translate-x-1/2',
            )}
            style={{ left: `${part * 100}%` }}
          >
            {word}
          </span>
        ))}
      </span>
    </span>
  );
}

interface RunBarsProps {
  flow: string;
  buckets: { at: number; done: number; failed: number }[];
  period: Period;
}

/**
 * Runs that ended over time as bars, failures in red at their foot. The pointer or the arrow keys
 * tell one bar exactly; to who does not see them the whole is said in words.
 */
export function RunBars({ flow, buckets, period }: RunBarsProps) {
  const [at, setAt] = useState<number>();
  const bars = useMemo(() => barsOf(buckets, period), [buckets, period]);
  const most = Math.max(1, ...bars.map(sizeOf));
  const told = at === undefined ? undefined : bars[at];
  const point = ({ clientX, currentTarget }: PointerEvent): void => {
    const { left, width } = currentTarget.getBoundingClientRect();
    setAt(
      Math.min(bars.length - 1, Math.max(0, Math.floor(((clientX - left) / width) * bars.length))),
    );
  };
  const walk = (event: KeyboardEvent): void => {
    const next = walked(event.key, at, bars.length);
    if (next === at) return;
    event.preventDefault();
    setAt(next);
  };
  return (
    <div className={cx(FRAME, 'relative')}>
      <span
        aria-hidden
        className="flex flex-col justify-between text-right text-xs leading-none text-ink-3 tabular-nums"
      >
        <span>{formatNumber(most)}</span>
        <span>0</span>
      </span>
      <div
        role="img"
        tabIndex={0}
        aria-label={`Runs of ${flow}. ${barsWords(bars, period)}`}
        onPointerMove={point}
        onPointerLeave={() => setAt(undefined)}
        onKeyDown={walk}
        onBlur={() => setAt(undefined)}
        className="relative h-8 border-y border-line"
      >
        {ticksOf(period).map(({ part }) => (
          <span
            key={part}
            className="absolute inset-y-0 w-px bg-line"
            style={{ left: `${part * 100}%` }}
          />
        ))}
        {at !== undefined && (
          <span
            className="absolute inset-y-0 bg-hover"
            style={{ left: `${(at / bars.length) * 100}%`, width: `${100 / bars.length}%` }}
          />
        )}
        <BarPlot bars={bars} most={most} />
      </div>
      <span role="status" className={cx(told ? BUBBLE : 'sr-only')}>
        {told && barWords(told)}
      </span>
    </div>
  );
}

const BUBBLE =
  'pointer-events-none absolute bottom-full left-9 z-10 mb-1 rounded-md border border-line bg-raised px-2 py-1 text-sm whitespace-nowrap text-ink tabular-nums shadow-pop';

/** Which bar a key leads to; none by Escape. */
function walked(key: string, at: number | undefined, length: number): number | undefined {
  const last = length - 1;
  switch (key) {
    case 'ArrowLeft':
      return Math.max(0, (at ?? length) - 1);
    case 'ArrowRight':
      return Math.min(last, (at ?? -1) + 1);
    case 'Home':
      return 0;
    case 'End':
      return last;
    case 'Escape':
      return undefined;
    default:
      return at;
  }
}
