import type { RunEvent } from '@patchbay/shared/runs';

import type { Query } from '#db';
import type { News, Queue } from '#queue';

interface Following {
  run: string;
  /** The last `seq` already seen. */
  after: number;
  /** The run has not begun: there is nothing to read before the first news. */
  fresh?: boolean;
  signal: AbortSignal;
}

/** News may be lost between processes; then the table is looked at this often. */
const POLL_MS = 1000;

const LAST_WORDS = new Set(['run.done', 'run.failed', 'run.cancelled', 'run.quarantined']);

/**
 * A run's facts in order, each once: first what is journaled, then what comes, until the run or the
 * follower ends. News within this process brings its events along; other news is a hint to read.
 */
export async function* followEvents(
  { query, queue }: { query: Query; queue: Queue },
  following: Following,
): AsyncGenerator<RunEvent> {
  const { run, signal } = following;
  let seen = following.after;
  const inbox = new Inbox(signal);
  const unfollow = queue.follow(run, (news) => inbox.put(news));
  try {
    let hint = following.fresh ? await inbox.next(POLL_MS) : undefined;
    while (!signal.aborted) {
      // Asked before reading: what was written by then is read below, so no last fact is missed.
      const over = !hint && (await isOver(query, run));
      const events = await eventsAfter(query, { run, seen, hint });
      yield* events;
      const last = events.at(-1);
      seen = last?.seq ?? seen;
      if (last ? LAST_WORDS.has(last.type) : over) return;
      hint = await inbox.next(POLL_MS);
    }
  } finally {
    unfollow();
  }
}

/** What the news brought when it follows on what was seen, else what the table has. */
async function eventsAfter(
  query: Query,
  { run, seen, hint }: { run: string; seen: number; hint: News | undefined },
): Promise<RunEvent[]> {
  const brought = (hint?.events ?? []) as RunEvent[];
  const follows = (brought[0]?.seq ?? Infinity) <= seen + 1;
  return follows ? brought.filter((event) => event.seq > seen) : readEvents(query, run, seen);
}

async function isOver(query: Query, run: string): Promise<boolean> {
  return (await query('select id from run where id = ? and wake_at is null', [run])).length > 0;
}

/** Journaled events after `seen`. */
export async function readEvents(query: Query, run: string, seen: number): Promise<RunEvent[]> {
  const rows = await query<{ events: string }>(
    `select events from journal where run_id = ? and seq >=
       coalesce((select max(seq) from journal where run_id = ? and seq <= ?), 0) order by seq`,
    [run, run, seen + 1],
  );
  return rows
    .flatMap((row) => JSON.parse(row.events) as RunEvent[])
    .filter((event) => event.seq > seen);
}

/** Hands news over one at a time; gives undefined when none came in time. */
class Inbox {
  private readonly waiting: News[] = [];
  private wake: (() => void) | undefined;

  constructor(signal: AbortSignal) {
    signal.addEventListener('abort', () => this.wake?.(), { once: true });
  }

  put(news: News): void {
    this.waiting.push(news);
    this.wake?.();
  }

  async next(ms: number): Promise<News | undefined> {
    if (this.waiting.length === 0) {
      await new Promise<void>((resolve) => {
        const timer = setTimeout(resolve, ms);
        this.wake = () => {
          clearTimeout(timer);
          resolve();
        };
      });
      this.wake = undefined;
    }
    return this.waiting.shift();
  }
}
