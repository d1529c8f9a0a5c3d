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
    let hint: News | undefined = following.fresh ? await inbox.next(POLL_MS) : undefined;
    while (!signal.aborted) {
      const events = hint?.events
        ? (hint.events as RunEvent[])
        : await readEvents(query, run, seen);
      const isNext = (events[0]?.seq ?? 0) <= seen + 1;
      for (const event of isNext ? events : await readEvents(query, run, seen)) {
        if (event.seq <= seen) continue;
        seen = event.seq;
        yield event;
        if (LAST_WORDS.has(event.type)) return;
      }
      hint = await inbox.next(POLL_MS);
    }
  } finally {
    unfollow();
  }
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
