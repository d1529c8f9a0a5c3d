import { ProblemError, toProblem, type Problem } from '@patchbay/shared/base';
import { overlap, touchedBy, type FlowEdit, type SavedEdit } from '@patchbay/shared/flows';

import { isEmptyEdit, withoutKeys } from './graph-merge.ts';

/** How saving stands; what the top bar says in words. */
export type SaveState =
  | { kind: 'saved'; at?: number }
  | { kind: 'waiting' | 'saving'; pending: number }
  | { kind: 'offline' | 'signed-out'; pending: number }
  | { kind: 'refused'; pending: number; problem: Problem }
  | { kind: 'conflict'; pending: number; conflict: SaveConflict };

export interface SaveConflict {
  revision: number;
  theirs: SavedEdit[];
  /** Keys (`node:x`) both sides changed. */
  overlap: string[];
}

export interface SaveRequest {
  revision: number;
  edits: FlowEdit[];
}

export interface SaveOptions {
  revision: number;
  /** Edits kept from before a reload. */
  pending?: FlowEdit[];
  send: (request: SaveRequest) => Promise<{ revision: number; theirs: SavedEdit[] }>;
  /** Keeps unsaved edits where they survive a reload; called on every change. */
  keep: (request: SaveRequest) => void;
  onState: (state: SaveState) => void;
  /** Others saved: apply theirs, then ours again. */
  onTheirs: (theirs: SavedEdit[], ours: FlowEdit[]) => void;
}

const REST_MS = 1000;
const MOST_AT_ONCE = 500;
const WAITS_MS = [2000, 5000, 10_000, 30_000];

/**
 * Sends edits after a second of rest, in order, one request at a time. What could not be sent is
 * kept and tried again; a conflict waits for the person; nothing is ever dropped unasked.
 */
export class SaveQueue {
  private readonly options: SaveOptions;
  private revision: number;
  private waiting: FlowEdit[];
  private sending: FlowEdit[] = [];
  private attempt: Promise<void> | undefined;
  private timer: ReturnType<typeof setTimeout> | undefined;
  private failures = 0;
  private state: SaveState = { kind: 'saved' };

  constructor(options: SaveOptions) {
    this.options = options;
    this.revision = options.revision;
    this.waiting = options.pending ?? [];
    if (this.waiting.length > 0) this.schedule(0);
  }

  /** Everything not yet saved, oldest first. */
  get pending(): FlowEdit[] {
    return [...this.sending, ...this.waiting];
  }

  get current(): SaveState {
    return this.state;
  }

  get savedRevision(): number {
    return this.revision;
  }

  add(edit: FlowEdit): void {
    if (isEmptyEdit(edit)) return;
    const last = this.waiting.at(-1);
    // The same field typed into again: only the last text matters.
    if (last && last.label === edit.label && sameThings(last, edit)) this.waiting.pop();
    this.waiting.push(edit);
    this.changed();
    if (this.state.kind !== 'conflict') this.schedule(REST_MS);
  }

  /** Sends now, after what is under way; resolves when this attempt is over. */
  async flush(): Promise<void> {
    clearTimeout(this.timer);
    while (this.attempt) await this.attempt;
    if (this.waiting.length === 0) return;
    this.attempt = this.send().finally(() => (this.attempt = undefined));
    await this.attempt;
  }

  private async send(): Promise<void> {
    this.sending = this.waiting.splice(0, MOST_AT_ONCE);
    this.tell({ kind: 'saving', pending: this.pending.length });
    try {
      const { revision, theirs } = await this.options.send({
        revision: this.revision,
        edits: this.sending,
      });
      this.accepted(revision, theirs);
    } catch (error) {
      this.rejected(error);
    }
  }

  /** News from the poll: edits others saved. Returns what was taken in. */
  hear(items: SavedEdit[]): SavedEdit[] {
    const fresh = items.filter((item) => item.revision > this.revision);
    const last = fresh.at(-1);
    const busy = this.sending.length > 0 || this.state.kind === 'conflict';
    const edits = fresh.map((item) => item.edit);
    // What overlaps comes back as a conflict when ours are sent; asking twice would be one too many.
    if (!last || busy || overlap(this.pending, edits).length > 0) return [];
    this.revision = last.revision;
    this.options.onTheirs(fresh, this.pending);
    this.changed();
    return fresh;
  }

  /** Ends a conflict: for the keys given theirs wins, for all others ours. */
  resolve(dropped: ReadonlySet<string>): void {
    if (this.state.kind !== 'conflict') return;
    const { revision, theirs } = this.state.conflict;
    this.waiting = this.waiting
      .map((edit) => withoutKeys(edit, dropped))
      .filter((edit) => !isEmptyEdit(edit));
    this.revision = revision;
    this.options.onTheirs(theirs, this.waiting);
    this.state = { kind: 'saved', at: Date.now() };
    this.changed();
    this.tell(
      this.waiting.length > 0 ? { kind: 'waiting', pending: this.waiting.length } : this.state,
    );
    void this.flush();
  }

  /** Tries again at once: the line is back, or the person signed in. */
  retry(): void {
    if (this.state.kind === 'conflict') return;
    this.failures = 0;
    void this.flush();
  }

  stop(): void {
    clearTimeout(this.timer);
  }

  private accepted(revision: number, theirs: SavedEdit[]): void {
    const sent = this.sending;
    this.sending = [];
    this.failures = 0;
    this.revision = revision;
    if (theirs.length > 0) this.options.onTheirs(theirs, [...sent, ...this.waiting]);
    this.changed();
    if (this.waiting.length > 0) this.schedule(REST_MS);
    else this.tell({ kind: 'saved', at: Date.now() });
  }

  private rejected(error: unknown): void {
    this.waiting = this.pending;
    this.sending = [];
    const pending = this.waiting.length;
    const problem = toProblem(error);
    const conflict = error instanceof ProblemError ? readConflict(problem) : undefined;
    if (conflict) this.tell({ kind: 'conflict', pending, conflict });
    else if (problem.code === 'not_signed_in') this.tell({ kind: 'signed-out', pending });
    else if (problem.fault === 'user') this.tell({ kind: 'refused', pending, problem });
    else this.waitForLine(pending);
    this.changed();
  }

  private waitForLine(pending: number): void {
    this.tell({ kind: 'offline', pending });
    this.schedule(WAITS_MS[Math.min(this.failures++, WAITS_MS.length - 1)] ?? REST_MS);
  }

  private schedule(ms: number): void {
    clearTimeout(this.timer);
    // What is under way plans the next one itself.
    this.timer = setTimeout(() => void (this.attempt ?? this.flush()), ms);
  }

  private changed(): void {
    this.options.keep({ revision: this.revision, edits: this.pending });
    const { kind } = this.state;
    const pending = this.pending.length;
    if (kind === 'saved' && pending > 0) this.tell({ kind: 'waiting', pending });
    else if (kind !== 'saved' && this.state.pending !== pending)
      this.tell({ ...this.state, pending });
  }

  private tell(state: SaveState): void {
    this.state = state;
    this.options.onState(state);
  }
}

function sameThings(a: FlowEdit, b: FlowEdit): boolean {
  return touchedBy(a).join() === touchedBy(b).join();
}

/** The details of a 409; anything else is no conflict we could show. */
function readConflict(problem: Problem): SaveConflict | undefined {
  const details = problem.details as Partial<SaveConflict> | undefined;
  if (problem.code !== 'conflict' || !Array.isArray(details?.theirs)) return undefined;
  const { theirs, revision = theirs.at(-1)?.revision ?? 0, overlap: keys = [] } = details;
  return { theirs, revision, overlap: keys };
}
