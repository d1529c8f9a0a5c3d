import type { NewRunEvent, RunEvent, RunStatus } from '@patchbay/shared/runs';

import { packEvent, type NewBlob } from './payloads.ts';
import { FencedError, type RunStore } from './run-store.ts';

/** Where the run stands, as the worker that owns it knows. */
export interface Holding {
  id: string;
  fence: number;
  owner: string;
  leaseMs: number;
  seq: number;
  parent: string | null;
}

const SOON_MS = 10;

interface State {
  status: RunStatus;
  wakeAt: number | null;
  problem: string | null;
}

/**
 * The journal of one run in one worker's hands. Events gather while a commit is on its way and go
 * together in the next one; every write proves by the fence that the run is still ours.
 */
export class RunJournal {
  private readonly store: RunStore;
  private readonly holding: Holding;
  private readonly clock: () => number;
  private pending: RunEvent[] = [];
  private seq: number;
  private written: number;
  /** Where the next commit leaves the run, if not in our hands. */
  private state: State | undefined;
  private current: Promise<void> = Promise.resolve();
  private next: Promise<void> | undefined;
  private soon: Promise<void> | undefined;

  constructor(store: RunStore, holding: Holding, clock: () => number) {
    this.store = store;
    this.holding = holding;
    this.clock = clock;
    this.seq = holding.seq;
    this.written = holding.seq;
  }

  /** Adds a fact; resolves when it is committed. */
  write(event: NewRunEvent): Promise<void> {
    this.note(event);
    return this.flush();
  }

  /** Adds a fact that may wait for the next one, or a moment: repeating it would change nothing. */
  writeSoon(event: NewRunEvent): Promise<void> {
    this.note(event);
    this.soon ??= new Promise<void>((resolve) => {
      setTimeout(resolve, SOON_MS);
    }).then(() => {
      this.soon = undefined;
      return this.flush();
    });
    return this.soon;
  }

  /** Adds a fact that goes along with the next one. */
  note(event: NewRunEvent): void {
    this.pending.push({ ...event, seq: ++this.seq });
  }

  /** Gives the run back: to wait until a time, or at once (`wakeAt` now). */
  release(wakeAt: number, status: 'waiting' | 'queued'): Promise<void> {
    this.state = { status, wakeAt, problem: null };
    return this.flush();
  }

  private flush(): Promise<void> {
    this.next ??= this.current.then(() => {
      this.next = undefined;
      this.current = this.commit();
      return this.current;
    });
    return this.next;
  }

  private async commit(): Promise<void> {
    const events = this.pending;
    const given = this.state;
    if (events.length === 0 && !given) return;
    this.pending = [];
    // Said once: said again later, it would undo what others have made of the run since.
    this.state = undefined;
    const blobs: NewBlob[] = [];
    const packed = events.map((event) =>
      packEvent(this.holding.id, event, (blob) => blobs.push(blob)),
    );
    const { id, fence, parent } = this.holding;
    const before = this.written;
    this.written += events.length;
    const state = given ?? this.stateAfter(events);
    const at = this.clock();
    const ended = state.wakeAt === null;
    const result = await this.store.write({
      kind: 'append',
      blobs,
      parent,
      events: packed,
      append: {
        id,
        fence,
        before,
        after: this.written,
        status: state.status,
        wakeAt: state.wakeAt,
        problem: state.problem,
        events: events.length > 0 ? JSON.stringify(packed) : undefined,
        owner: state.status === 'running' ? this.holding.owner : null,
        // The times of the facts, not of their writing: a short run is written once, at its end.
        startedAt: events.find((event) => event.type === 'run.started')?.at ?? at,
        endedAt: ended ? (events.at(-1)?.at ?? at) : null,
        progress: events.some((e) => e.type !== 'run.started') ? 1 : 0,
      },
    });
    if (!result.ok) throw new FencedError();
  }

  private stateAfter(events: RunEvent[]): State {
    const last = events.at(-1);
    if (last?.type === 'run.done') return { status: 'done', wakeAt: null, problem: null };
    if (last?.type === 'run.failed')
      return { status: 'failed', wakeAt: null, problem: JSON.stringify(last.problem) };
    if (last?.type === 'run.cancelled') return { status: 'cancelled', wakeAt: null, problem: null };
    if (last?.type === 'run.quarantined')
      return { status: 'quarantined', wakeAt: null, problem: JSON.stringify(last.problem) };
    return { status: 'running', wakeAt: this.clock() + this.holding.leaseMs, problem: null };
  }
}
