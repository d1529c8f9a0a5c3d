import { problem, type Json, type Payload } from '@patchbay/shared/base';
import { foldRun, type NewRunEvent, type RunEvent, type RunView } from '@patchbay/shared/runs';

import {
  executeRun,
  type EnginePorts,
  type Plan,
  type RunEnd,
  type StepCall,
  type StepOutcome,
} from '#engine';
import type { Queue } from '#queue';
import { loadVersion } from '#versions';

import { loadEvents, loadPayload } from './payloads.ts';
import { RunJournal } from './run-journal.ts';
import type { RunRow } from './run-rows.ts';
import type { RunStore } from './run-store.ts';
import { planFor, scriptOf } from './scripts.ts';
import { STALLS_ALLOWED } from './trial.ts';

/** Performs a step of a run; handed in, so that tests can watch it. */
export interface Performer {
  perform(run: RunRow, call: StepCall): Promise<StepOutcome>;
}

export interface LifeParts {
  store: RunStore;
  queue: Queue;
  performer: Performer;
  clock: () => number;
  leaseMs: number;
  /** The worker whose hands the run is in. */
  owner: string;
}

/** Waits up to this long stay in memory; longer ones give the run back. */
const HOLD_MS = 1000;
/** A called run wakes its caller; this is only for the wake-up that got lost. */
const CHILD_CHECK_MS = 60_000;
const LONGEST_TIMER_MS = 2_000_000_000;

/** Thrown into runs when the worker stops; they go on elsewhere. */
export class Stopping extends Error {}

/** Where a life begins: what a new run brings along, or what the table has of an older one. */
export interface Start {
  payload: Json;
  journal: RunView;
}

/** One life of a run in this worker: from taking it until it ends, waits, or is taken away. */
export class RunLife {
  private readonly parts: LifeParts;
  private readonly row: RunRow;
  private readonly journal: RunJournal;

  constructor(parts: LifeParts, row: RunRow) {
    const { store, clock, leaseMs, owner } = parts;
    const { id, fence, seq, parent_run: parent } = row;
    this.parts = parts;
    this.row = row;
    this.journal = new RunJournal(store, { id, fence, owner, leaseMs, seq, parent }, clock);
  }

  /** Goes on where the journal stands; a run that workers keep dying on is put aside instead. */
  async resume(signal: AbortSignal): Promise<void> {
    if (this.row.stalls >= STALLS_ALLOWED) return this.quarantine();
    if (await this.isAbandoned()) return this.abandon();
    const { query } = this.parts.store.db;
    const journal = await this.readJournal();
    const input = JSON.parse(this.row.input) as Payload;
    await this.live({ payload: await loadPayload(query, this.row.id, input), journal }, signal);
  }

  async live({ payload, journal }: Start, signal: AbortSignal): Promise<void> {
    const { store, clock, owner } = this.parts;
    const version = await loadVersion(store.db.query, this.row.version_id);
    const script = scriptOf(this.row);
    const plan = planFor(version.graph, script);
    const { stalls: takeover, trigger_node: trigger } = this.row;
    this.journal.note({ type: 'run.started', at: clock(), worker: owner, takeover });
    try {
      const job = { plan, trigger, payload, journal, signal, only: script?.only };
      const end = await executeRun(job, this.portsFor(plan));
      if (end.kind === 'suspended') await this.suspend(end);
    } catch (error) {
      if (error instanceof Stopping) await this.journal.release(clock(), 'queued').catch(() => {});
      throw error;
    }
  }

  private portsFor(plan: Plan): EnginePorts {
    const { performer, clock } = this.parts;
    const { journal, row } = this;
    return {
      perform: (call) => performer.perform(row, call),
      write: (event) =>
        isRepeatable(plan, event) ? journal.writeSoon(event) : journal.write(event),
      now: clock,
      random: Math.random,
      timer: (at, wake) => startTimer(at - clock(), wake),
      holdMs: HOLD_MS,
    };
  }

  private async readJournal(): Promise<RunView> {
    const { query } = this.parts.store.db;
    const sql = 'select events from journal where run_id = ? order by seq';
    const rows = await query<{ events: string }>(sql, [this.row.id]);
    const events = rows.flatMap((row) => JSON.parse(row.events) as RunEvent[]);
    return foldRun(await loadEvents(query, this.row.id, events));
  }

  /** Gives the run back until it is due. A called run that ended at this very moment is not missed. */
  private async suspend({ until, children }: RunEnd & { kind: 'suspended' }): Promise<void> {
    const { clock, queue, store } = this.parts;
    await this.journal.release(until ?? clock() + CHILD_CHECK_MS, 'waiting');
    await this.wakeWhenLetOn();
    if (children.length === 0) return;
    const marks = children.map(() => '?').join(',');
    const ended = await store.db.query(
      `select id from run where id in (${marks}) and wake_at is null`,
      children,
    );
    if (ended.length === 0) return;
    const wake = `update run set wake_at = ? where id = ? and status = 'waiting'`;
    await store.db.query(wake, [clock(), this.row.id]);
    queue.wake(this.row.id);
  }

  /** A test run that was let go on while it was still in our hands is not missed. */
  private async wakeWhenLetOn(): Promise<void> {
    const { store, queue, clock } = this.parts;
    const { id, script } = this.row;
    if (script === null) return;
    const woken = await store.db.query(
      `update run set wake_at = ? where id = ? and status = 'waiting' and script <> ? returning id`,
      [clock(), id, script],
    );
    if (woken.length > 0) queue.wake(id);
  }

  /** Its caller was cancelled at the moment it called. */
  private async isAbandoned(): Promise<boolean> {
    const { parent_run: parent } = this.row;
    if (parent === null) return false;
    const sql = `select id from run where id = ? and status = 'cancelled'`;
    return (await this.parts.store.db.query(sql, [parent])).length > 0;
  }

  private abandon(): Promise<void> {
    const by = 'the run that called it';
    return this.journal.write({ type: 'run.cancelled', at: this.parts.clock(), by });
  }

  private async quarantine(): Promise<void> {
    const message = `Workers died on this run ${this.row.stalls} times without getting on.`;
    const why = problem(
      'quarantined',
      message,
      'Look at its last step, mend it, then retry the run.',
    );
    await this.journal.write({ type: 'run.quarantined', at: this.parts.clock(), problem: why });
  }
}

function startTimer(ms: number, wake: () => void): () => void {
  const handle = setTimeout(wake, Math.min(Math.max(ms, 0), LONGEST_TIMER_MS));
  return () => clearTimeout(handle);
}

/** Done again after a crash it gives the same and touches nothing outside. */
function isRepeatable(plan: Plan, event: NewRunEvent): boolean {
  return event.type === 'step.done' && plan.graph.nodes[event.node]?.kind !== 'action';
}
