import { hostname } from 'node:os';

import { newLocalId, problem, type Json, type Payload } from '@patchbay/shared/base';
import {
  emptyRunView,
  foldRun,
  type NewRunEvent,
  type RunEvent,
  type RunView,
} from '@patchbay/shared/runs';

import {
  executeRun,
  planOf,
  type Plan,
  type RunEnd,
  type StepCall,
  type StepOutcome,
} from '#engine';
import type { Log } from '#lib';
import type { Queue } from '#queue';
import { loadVersion } from '#versions';

import { claimDue, renewLeases } from './leases.ts';
import { loadEvents, loadPayload } from './payloads.ts';
import { RunJournal, type Holding } from './run-journal.ts';
import type { RunRow } from './run-rows.ts';
import { FencedError, type RunStore } from './run-store.ts';
import { STALLS_ALLOWED, Suspects } from './suspects.ts';

/** Performs a step of a run; the runs room's own, handed in so that tests can watch it. */
export interface Performer {
  perform(run: RunRow, call: StepCall): Promise<StepOutcome>;
}

export interface HostParts {
  store: RunStore;
  queue: Queue;
  performer: Performer;
  log: Log;
  clock: () => number;
  leaseMs: number;
  concurrency: number;
}

/** Waits up to this long stay in memory; longer ones give the run back. */
const HOLD_MS = 1000;
/** A suspect that has to wait is looked at again after this. */
const PUT_OFF_MS = 1000;
const BEGIN_AT_ONCE = 32;
const SWEEP_LIMIT = 100;

/**
 * A worker: takes leases on runs and works on them. What it holds it renews; what others dropped
 * the sweeper finds. When it stops, it gives back what it has not finished.
 */
export class RunHost {
  readonly id = `${hostname()}-${process.pid}-${newLocalId(6)}`;
  private readonly parts: HostParts;
  private readonly held = new Map<
    string,
    { fence: number; abort: AbortController; done: Promise<void> }
  >();
  private readonly suspects: Suspects;
  private timers: NodeJS.Timeout[] = [];
  private stopWork: (() => Promise<void>) | undefined;
  private stopping = false;
  /** More is due than we could take; the next free place is filled at once. */
  private backlog = false;
  private sweeping: Promise<void> | undefined;

  constructor(parts: HostParts) {
    this.parts = parts;
    this.suspects = new Suspects(3 * parts.leaseMs);
  }

  /**
   * True while a new run may begin at once. Beyond a few, runs go to the table first: what calls us
   * gets its answer before older work gets its turn.
   */
  get hasRoom(): boolean {
    return !this.stopping && this.stopWork !== undefined && this.held.size < BEGIN_AT_ONCE;
  }

  get load(): number {
    return this.held.size;
  }

  start(): void {
    const { leaseMs, queue } = this.parts;
    this.stopWork = queue.work(() => this.sweep());
    this.every(leaseMs / 3, () => this.renew());
    this.every(Math.min(2000, leaseMs / 5), () => this.sweep());
    void this.sweep().catch(() => {});
  }

  /** Finishes what ends soon, gives back the rest. */
  async stop(graceMs = 5000): Promise<void> {
    this.stopping = true;
    for (const ticking of this.timers) clearInterval(ticking);
    const all = Promise.allSettled([...this.held.values()].map((h) => h.done));
    const late = setTimeout(() => {
      for (const { abort } of this.held.values()) abort.abort(new Stopping());
    }, graceMs);
    await all;
    clearTimeout(late);
    await this.stopWork?.();
  }

  /** Begins a run that was inserted with us as its owner. */
  begin(row: RunRow, payload: Json): void {
    void this.hold(row, (abort) => this.live(row, { payload, journal: emptyRunView(), abort }));
  }

  private take(row: RunRow): Promise<void> {
    const { clock } = this.parts;
    if (!this.suspects.admit(row, clock()))
      return this.hold(row, () => this.journalOf(row).release(clock() + PUT_OFF_MS, 'queued'));
    return this.hold(row, async (abort) => {
      const { query } = this.parts.store.db;
      const journal = await this.readJournal(row);
      const payload = await loadPayload(query, row.id, JSON.parse(row.input) as Payload);
      if (row.stalls >= STALLS_ALLOWED) return this.quarantine(row);
      await this.live(row, { payload, journal, abort });
    });
  }

  private hold(row: RunRow, work: (abort: AbortController) => Promise<void>): Promise<void> {
    const abort = new AbortController();
    const done = work(abort)
      .catch((error: unknown) => this.explain(row, error))
      .finally(() => this.letGo(row.id));
    this.held.set(row.id, { fence: row.fence, abort, done });
    return done;
  }

  private letGo(run: string): void {
    this.held.delete(run);
    this.sweepAgain();
  }

  private explain(row: RunRow, error: unknown): void {
    if (error instanceof FencedError || error instanceof Stopping) return;
    this.parts.log.error(
      { err: error, run: row.id },
      'a run was dropped; it will be taken up again',
    );
  }

  private async readJournal(row: RunRow): Promise<RunView> {
    const { query } = this.parts.store.db;
    const rows = await query<{ events: string }>(
      'select events from journal where run_id = ? order by seq',
      [row.id],
    );
    const events = rows.flatMap((r) => JSON.parse(r.events) as RunEvent[]);
    return foldRun(await loadEvents(query, row.id, events));
  }

  private async live(
    row: RunRow,
    life: { payload: Json; journal: RunView; abort: AbortController },
  ): Promise<void> {
    const { store, performer, clock } = this.parts;
    const journal = this.journalOf(row);
    const version = await loadVersion(store.db.query, row.version_id);
    const plan = planOf(version.graph);
    const { signal } = life.abort;
    journal.note({ type: 'run.started', at: clock(), worker: this.id, takeover: row.stalls });
    try {
      const end = await executeRun(
        {
          plan,
          trigger: row.trigger_node,
          payload: life.payload,
          journal: life.journal,
          signal,
        },
        {
          perform: (call) => performer.perform(row, call),
          write: (event) =>
            isRepeatable(plan, event) ? journal.writeSoon(event) : journal.write(event),
          now: clock,
          random: Math.random,
          timer: (at, wake) => startTimer(at - clock(), wake),
          holdMs: HOLD_MS,
        },
      );
      if (end.kind === 'suspended') await this.suspend(row, journal, end);
    } catch (error) {
      if (error instanceof Stopping) await journal.release(clock(), 'queued').catch(() => {});
      throw error;
    }
  }

  private async suspend(
    row: RunRow,
    journal: RunJournal,
    end: RunEnd & { kind: 'suspended' },
  ): Promise<void> {
    const { clock, queue, store } = this.parts;
    const wakeAt = end.until ?? clock() + CHILD_CHECK_MS;
    await journal.release(wakeAt, 'waiting');
    if (end.children.length === 0) return;
    const marks = end.children.map(() => '?').join(',');
    const ended = await store.db.query(
      `select id from run where id in (${marks}) and wake_at is null`,
      end.children,
    );
    if (ended.length === 0) return;
    await store.db.query(`update run set wake_at = ? where id = ? and status = 'waiting'`, [
      clock(),
      row.id,
    ]);
    setImmediate(() => queue.wake(row.id));
  }

  private async quarantine(row: RunRow): Promise<void> {
    const at = this.parts.clock();
    const message = `Workers died on this run ${row.stalls} times without getting on.`;
    const why = problem(
      'quarantined',
      message,
      'Look at its last step, mend it, then retry the run.',
    );
    await this.journalOf(row).write({ type: 'run.quarantined', at, problem: why });
  }

  private journalOf({ id, fence, seq, parent_run: parent }: RunRow): RunJournal {
    const { store, clock, leaseMs } = this.parts;
    const holding: Holding = { id, fence, seq, parent, owner: this.id, leaseMs };
    return new RunJournal(store, holding, clock);
  }

  private every(ms: number, work: () => Promise<void>): void {
    let busy = false;
    const tick = async (): Promise<void> => {
      if (busy) return;
      busy = true;
      await work().catch((error: unknown) =>
        this.parts.log.warn({ err: error }, 'background work failed; it is tried again'),
      );
      busy = false;
    };
    this.timers.push(setInterval(() => void tick(), ms));
  }

  /** Shows that we live; what was taken from us is let go at once. */
  private async renew(): Promise<void> {
    if (this.held.size === 0) return;
    const { store, clock, leaseMs } = this.parts;
    const ids = [...this.held.keys()];
    const kept = await renewLeases(store.db.query, { ids, owner: this.id, now: clock(), leaseMs });
    for (const id of ids) if (!kept.has(id)) this.held.get(id)?.abort.abort(new FencedError());
  }

  /** Takes up what is due and nobody holds: lost wake-ups, ended waits, dead workers' runs. */
  private sweep(): Promise<void> {
    if (this.sweeping) this.backlog = true;
    this.sweeping ??= this.takeDue().finally(() => {
      this.sweeping = undefined;
      this.sweepAgain();
    });
    return this.sweeping;
  }

  /** Something may be due that the last look did not take. */
  private sweepAgain(): void {
    if (!this.backlog || this.stopping || this.held.size >= this.parts.concurrency) return;
    this.backlog = false;
    setImmediate(() => void this.sweep().catch(() => {}));
  }

  private async takeDue(): Promise<void> {
    const { store, clock, leaseMs, concurrency } = this.parts;
    const room = Math.min(concurrency - this.held.size, SWEEP_LIMIT);
    if (this.stopping) return;
    if (room <= 0) {
      this.backlog = true;
      return;
    }
    const rows = await claimDue(store.db, { owner: this.id, now: clock(), leaseMs, limit: room });
    if (rows.length === room) this.backlog = true;
    for (const row of rows) void this.take(row);
  }
}

/** Thrown into runs when the worker stops; they go on elsewhere. */
class Stopping extends Error {}

/** A called run wakes its caller; this is only for the wake-up that got lost. */
const CHILD_CHECK_MS = 60_000;
const LONGEST_TIMER_MS = 2_000_000_000;

function startTimer(ms: number, wake: () => void): () => void {
  const handle = setTimeout(wake, Math.min(Math.max(ms, 0), LONGEST_TIMER_MS));
  return () => clearTimeout(handle);
}

/** Done again after a crash it gives the same and touches nothing outside. */
function isRepeatable(plan: Plan, event: NewRunEvent): boolean {
  return event.type === 'step.done' && plan.graph.nodes[event.node]?.kind !== 'action';
}
