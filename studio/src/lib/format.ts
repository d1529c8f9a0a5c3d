const NUMBER = new Intl.NumberFormat('en', { maximumFractionDigits: 2 });
const EXACT = new Intl.DateTimeFormat('en', { dateStyle: 'medium', timeStyle: 'medium' });
const DAY = new Intl.DateTimeFormat('en', { day: 'numeric', month: 'short' });
const DAY_YEAR = new Intl.DateTimeFormat('en', { day: 'numeric', month: 'short', year: 'numeric' });

const SECOND = 1000;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;
const DAY_MS = 24 * HOUR;

/** 12345.678 → '12,345.68'. */
export function formatNumber(value: number): string {
  return NUMBER.format(value);
}

/** A count with its noun: `count(1, 'run')` → '1 run'. */
export function count(value: number, noun: string, plural = `${noun}s`): string {
  return `${formatNumber(value)} ${value === 1 ? noun : plural}`;
}

/** A length of time in ms with its unit: 0.4 ms, 83 ms, 4.2 s, 3 min 5 s, 2 h 10 min, 3 d 4 h. */
export function formatDuration(ms: number): string {
  if (ms < 1) return ms <= 0 ? '0 ms' : `${ms.toFixed(1)} ms`;
  if (ms < SECOND) return `${Math.round(ms)} ms`;
  if (ms < 10 * SECOND) return `${(ms / SECOND).toFixed(1)} s`;
  if (ms < MINUTE) return `${Math.round(ms / SECOND)} s`;
  if (ms < HOUR) return pair(ms, [MINUTE, 'min'], [SECOND, 's']);
  if (ms < DAY_MS) return pair(ms, [HOUR, 'h'], [MINUTE, 'min']);
  return pair(ms, [DAY_MS, 'd'], [HOUR, 'h']);
}

type Unit = [size: number, name: string];

function pair(ms: number, [large, largeName]: Unit, [small, smallName]: Unit): string {
  const rest = Math.floor((ms % large) / small);
  const head = `${Math.floor(ms / large)} ${largeName}`;
  return rest === 0 ? head : `${head} ${rest} ${smallName}`;
}

/** The exact time in the person's zone. */
export function formatTime(at: number): string {
  return EXACT.format(at);
}

/** 'just now', '12 s ago', '5 min ago', '3 h ago', 'yesterday'…; later times say 'in 5 min'. */
export function formatAgo(at: number, now = Date.now()): string {
  const gap = now - at;
  const size = Math.abs(gap);
  if (size < 5 * SECOND) return 'just now';
  const words = roughly(size);
  if (words === undefined) return calendarDay(at, now);
  return gap > 0 ? `${words} ago` : `in ${words}`;
}

function roughly(size: number): string | undefined {
  if (size < MINUTE) return `${Math.round(size / SECOND)} s`;
  if (size < HOUR) return `${Math.round(size / MINUTE)} min`;
  if (size < DAY_MS) return `${Math.round(size / HOUR)} h`;
  if (size < 7 * DAY_MS) return `${Math.round(size / DAY_MS)} d`;
  return undefined;
}

function calendarDay(at: number, now: number): string {
  const sameYear = new Date(at).getFullYear() === new Date(now).getFullYear();
  return (sameYear ? DAY : DAY_YEAR).format(at);
}

/** Bytes in words: 512 B, 12 kB, 3.4 MB. */
export function formatBytes(bytes: number): string {
  if (bytes < 1000) return `${bytes} B`;
  if (bytes < 1_000_000) return `${Math.round(bytes / 1000)} kB`;
  return `${(bytes / 1_000_000).toFixed(1)} MB`;
}
