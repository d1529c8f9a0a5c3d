import { count, formatDuration, formatNumber } from '#lib';

/** How many runs ended in a span of time, done or failed. */
export interface Bar {
  from: number;
  to: number;
  done: number;
  failed: number;
}

export interface Period {
  from: number;
  to: number;
  bucketMs: number;
}

/** A tick on the line of time; `part` is its place between 0 and 1. */
interface Tick {
  part: number;
  word: string;
}

const SPAN = new Intl.DateTimeFormat('en', {
  weekday: 'short',
  day: 'numeric',
  month: 'short',
  hour: 'numeric',
  minute: '2-digit',
});
const CLOCK = new Intl.DateTimeFormat('en', { hour: 'numeric', minute: '2-digit' });
const HOUR_OF_DAY = new Intl.DateTimeFormat('en', { hour: 'numeric' });
const WEEKDAY = new Intl.DateTimeFormat('en', { weekday: 'short' });

const HOUR_MS = 3_600_000;
/** So many spans of failures are named to who does not see the bars. */
const NAMED = 5;

/** The bars of a period; its first and last may be shorter than the others. */
export function barsOf(
  buckets: { at: number; done: number; failed: number }[],
  { from, to, bucketMs }: Period,
): Bar[] {
  return buckets.map(({ at, done, failed }) => ({
    from: Math.max(at, from),
    to: Math.min(at + bucketMs, to),
    done,
    failed,
  }));
}

/** `Tue, Dec 10, 1:00 – 2:00 PM: 12 done, 2 failed`. */
export function barWords({ from, to, done, failed }: Bar): string {
  return `${SPAN.formatRange(from, to)}: ${countWords(done, failed)}`;
}

function countWords(done: number, failed: number): string {
  if (done + failed === 0) return 'no run ended';
  return failed === 0
    ? `${count(done, 'run')} done`
    : `${count(done, 'run')} done, ${formatNumber(failed)} failed`;
}

/** All that the bars show, in words. */
export function barsWords(bars: Bar[], { from, to, bucketMs }: Period): string {
  const sum = (of: (bar: Bar) => number): number => bars.reduce((all, bar) => all + of(bar), 0);
  const most = Math.max(0, ...bars.map(sizeOf));
  const peak = bars.find((bar) => most > 0 && sizeOf(bar) === most);
  const failing = bars.filter(({ failed }) => failed > 0).toSorted((a, b) => b.failed - a.failed);
  const named = failing
    .slice(0, NAMED)
    .map((bar) => `${formatNumber(bar.failed)} in ${spanOf(bar)}`);
  const more =
    failing.length > NAMED ? `, and in ${count(failing.length - NAMED, 'more span')}` : '';
  const parts = [
    `${SPAN.formatRange(from, to)}, by ${formatDuration(bucketMs)}`,
    countWords(
      sum(({ done }) => done),
      sum(({ failed }) => failed),
    ),
    peak && `most, ${formatNumber(most)}, in ${spanOf(peak)}`,
    named.length > 0 && `failed: ${named.join('; ')}${more}`,
  ];
  return parts.filter(Boolean).join('. ');
}

export function sizeOf({ done, failed }: Bar): number {
  return done + failed;
}

function spanOf({ from, to }: Bar): string {
  return SPAN.formatRange(from, to);
}

/** Where the line of time is marked: quarters of an hour, every sixth hour, or the days. */
export function ticksOf(period: Period): Tick[] {
  const { to } = period;
  const start = firstOf(period);
  const hours = (to - period.from) / HOUR_MS;
  const words = hours > 48 ? WEEKDAY : hours > 2 ? HOUR_OF_DAY : CLOCK;
  const ticks: Tick[] = [];
  let at = nextMark(start - 1, hours);
  for (; at <= to; at = nextMark(at, hours))
    ticks.push({ part: (at - start) / lengthOf(period), word: words.format(at) });
  return ticks;
}

/** When the first bar would begin if it were whole: bars are equally wide. */
function firstOf({ from, bucketMs }: Period): number {
  return Math.floor(from / bucketMs) * bucketMs;
}

function lengthOf(period: Period): number {
  const start = firstOf(period);
  return Math.ceil((period.to - start + 1) / period.bucketMs) * period.bucketMs;
}

/** The next quarter, sixth hour or midnight by the person's clock. */
function nextMark(after: number, hours: number): number {
  const date = new Date(after);
  if (hours > 48) return date.setHours(24, 0, 0, 0);
  if (hours > 2) return date.setHours(6 * (Math.floor(date.getHours() / 6) + 1), 0, 0, 0);
  return date.setMinutes(15 * (Math.floor(date.getMinutes() / 15) + 1), 0, 0);
}
