import { hrefOf } from '@patchbay/shared/base';
import { followRun as endpoint } from '@patchbay/shared/runs';
import type { RunEvent } from '@patchbay/shared/runs';

export interface RunFollower {
  /** The run's id. */
  run: string;
  /** `seq` of the last event already known. */
  after?: number;
  /** New events in order; none is left out over a reconnect. */
  onEvents: (events: RunEvent[]) => void;
  /** `live` while the stream is open, `lost` while it is being opened again. */
  onState?: (state: 'live' | 'lost' | 'ended') => void;
}

const ENDS = new Set<string>(['run.done', 'run.failed', 'run.cancelled', 'run.quarantined']);
const GATHER_MS = 40;
const WAITS_MS = [300, 1000, 2000, 5000];

/**
 * Follows a run's events until it ends; returns the function that stops. A broken stream is
 * opened again after the last event seen, because the browser's own reconnect keeps the old address.
 */
export function followRun(follower: RunFollower): () => void {
  const following = new Following(follower);
  following.open();
  return () => following.stop();
}

class Following {
  private readonly follower: RunFollower;
  private last: number;
  private source: EventSource | undefined;
  private gathered: RunEvent[] = [];
  private flushing: ReturnType<typeof setTimeout> | undefined;
  private reopening: ReturnType<typeof setTimeout> | undefined;
  private failures = 0;

  constructor(follower: RunFollower) {
    this.follower = follower;
    this.last = follower.after ?? 0;
  }

  open(): void {
    const url = hrefOf(endpoint, { id: this.follower.run }, { after: this.last });
    const source = new EventSource(url);
    this.source = source;
    source.addEventListener('open', () => {
      this.failures = 0;
      this.follower.onState?.('live');
    });
    source.addEventListener('message', (message) => this.take(String(message.data)));
    source.addEventListener('error', () => this.reopen());
  }

  stop(): void {
    this.source?.close();
    clearTimeout(this.flushing);
    clearTimeout(this.reopening);
  }

  private take(data: string): void {
    const event = JSON.parse(data) as RunEvent;
    if (event.seq <= this.last) return;
    this.last = event.seq;
    this.gathered.push(event);
    this.flushing ??= setTimeout(() => this.flush(), GATHER_MS);
    if (!ENDS.has(event.type)) return;
    this.source?.close();
    this.flush();
    this.follower.onState?.('ended');
  }

  private flush(): void {
    clearTimeout(this.flushing);
    this.flushing = undefined;
    const events = this.gathered;
    this.gathered = [];
    if (events.length > 0) this.follower.onEvents(events);
  }

  private reopen(): void {
    this.source?.close();
    this.follower.onState?.('lost');
    const wait = WAITS_MS[Math.min(this.failures++, WAITS_MS.length - 1)];
    this.reopening = setTimeout(() => this.open(), wait);
  }
}
