import { hostname } from 'node:os';

import { newLocalId, type Json } from '@patchbay/shared/base';
import { emptyRunView } from '@patchbay/shared/runs';

import type { Log } from '#lib';

import { claimDue, claimSuspect, forgiveStalls, renewLeases } from './leases.ts';
import { RunLife, Stopping, type LifeParts } from './run-life.ts';
import type { RunRow } from './run-rows.ts';
import { FencedError } from './run-store.ts';
import { Trial } from './trial.ts';

export interface HostParts extends Omit<LifeParts, 'owner'> {
  log: Log;
  /** Runs worked on at a time. */
  concurrency: number;
}

const BEGIN_AT_ONCE = 32;
const SWEEP_LIMIT = 100;

interface Held {
  abort: AbortController;
  done: Promise<void>;
}

/**
 * A worker: takes leases on runs and works on them. What it holds it renews; what others dropped
 * the sweep finds. When it stops, it gives back what it has not finished.
 */
export class RunHost {
  readonly id = `${hostname()}-${process.pid}-${newLocalId(6)}`;
  private readonly parts: HostParts;
  private readonly held = new Map<string, Held>();
  private readonly trial: Trial;
  private readonly timers: NodeJS.Timeout[] = [];
  private stopWork: (() => Promise<void>) | undefined;
  private stopping = false;
  /** More is due than we took; the next free place is filled at once. */
  private backlog = false;
  private sweeping: Promise<void> | undefined;

  constructor(parts: HostParts) {
    this.parts = parts;
    this.trial = new Trial(3 * parts.leaseMs);
  }

  /**
   * True while a new run may begin at once. Beyond a few, runs go to the table first: who calls us
   * gets an answer before older work gets its turn.
   */
  get hasRoom(): boolean {
    return !this.stopping && this.stopWork !== undefined && this.held.size < BEGIN_AT_ONCE;
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
    for (const timer of this.timers) clearInterval(timer);
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
    this.hold(row, (life, signal) => life.live({ payload, journal: emptyRunView() }, signal));
  }

  private hold(row: RunRow, work: (life: RunLife, signal: AbortSignal) => Promise<void>): void {
    const abort = new AbortController();
    const life = new RunLife({ ...this.parts, owner: this.id }, row);
    const done = work(life, abort.signal)
      .catch((error: unknown) => this.explain(row, error))
      .finally(() => {
        if (this.held.get(row.id)?.abort === abort) this.held.delete(row.id);
        if (this.trial.end(row.id)) this.backlog = true;
        this.sweepAgain();
      });
    this.held.set(row.id, { abort, done });
  }

  private explain(row: RunRow, error: unknown): void {
    if (error instanceof FencedError || error instanceof Stopping) return;
    this.parts.log.error({ err: error, run: row.id }, 'a run was dropped; it is taken up again');
  }

  private every(ms: number, work: () => Promise<void>): void {
    const warn = (err: unknown): void =>
      this.parts.log.warn({ err }, 'background work failed; it is tried again');
    let busy = false;
    const tick = async (): Promise<void> => {
      if (busy) return;
      busy = true;
      await work().catch(warn);
      busy = false;
    };
    this.timers.push(setInterval(() => void tick(), ms));
  }

  /** Shows that we live; what was taken from us is let go at once. */
  private async renew(): Promise<void> {
    if (this.held.size === 0) return;
    const { store, clock, leaseMs } = this.parts;
    const ids = [...this.held.keys()];
    const lease = { ids, owner: this.id, now: clock(), leaseMs };
    const kept = await renewLeases(store.db.query, lease);
    const lost = ids.filter((id) => !kept.has(id) && this.held.has(id));
    for (const id of lost) this.held.get(id)?.abort.abort(new FencedError());
    if (lost.length > 0) await forgiveStalls(store.db.query, { ids: lost, owner: this.id });
  }

  /** Takes up what is due and nobody holds: new runs, ended waits, dead workers' runs. */
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
    const { store, clock, leaseMs } = this.parts;
    if (this.stopping || this.room <= 0) return;
    const lease = { owner: this.id, now: clock(), leaseMs };
    if (!this.trial.isOn(lease.now)) await this.takeSuspect(lease);
    const limit = Math.min(this.room, SWEEP_LIMIT);
    const rows = limit > 0 ? await claimDue(store.db, { ...lease, limit }) : [];
    if (rows.length === limit) this.backlog = true;
    for (const row of rows) this.takeUp(row);
  }

  private get room(): number {
    return this.parts.concurrency - this.held.size;
  }

  private async takeSuspect(lease: Parameters<typeof claimSuspect>[1]): Promise<void> {
    const suspect = await claimSuspect(this.parts.store.db, lease);
    if (!suspect) return;
    this.trial.begin(suspect.id, lease.now);
    this.takeUp(suspect);
  }

  private takeUp(row: RunRow): void {
    this.hold(row, (life, signal) => life.resume(signal));
  }
}
