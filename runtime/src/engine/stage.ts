import { problem, type Json, type Problem } from '@patchbay/shared/base';
import type { FlowGraph } from '@patchbay/shared/flows';
import { foldRun, type NewRunEvent, type RunEvent } from '@patchbay/shared/runs';

import { executeRun } from './execute.ts';
import { planOf } from './plan.ts';
import type { RunEnd, StepCall, StepOutcome } from './ports.ts';

/** How a step behaves: its output, or what it does on a call. Steps without a part give their id. */
export type Part = Json | ((call: StepCall, stage: Stage) => StepOutcome | Promise<StepOutcome>);

export const done = (output: Json, port = 'out'): StepOutcome => ({ kind: 'done', port, output });
export const failed = (why: Partial<Problem> = {}): StepOutcome => ({
  kind: 'failed',
  problem: { ...problem('unavailable', 'It is down.', 'Wait.'), ...why },
});

interface Timer {
  at: number;
  wake: () => void;
}

/**
 * A world with a clock that jumps to the next timer when nothing else happens, so that a test may
 * wait for days. `performed` lists every call, as `step` or, from the second attempt on, `step#2`.
 */
export class Stage {
  readonly journal: RunEvent[] = [];
  readonly performed: string[] = [];
  /** Steps under way, and the most there were at a time. */
  active = 0;
  most = 0;
  now = 1_000_000;
  random = 0.5;
  holdMs = Infinity;
  private readonly graph: FlowGraph;
  private readonly parts: Record<string, Part>;
  private timers: Timer[] = [];

  constructor(graph: FlowGraph, parts: Record<string, Part> = {}) {
    this.graph = graph;
    this.parts = parts;
  }

  /** One life: from the journal to the end, or to where it gives the run back. */
  async run(payload: Json = null): Promise<RunEnd> {
    const life = { over: false };
    const ended = this.execute(payload).finally(() => (life.over = true));
    while (!life.over) {
      await new Promise(setImmediate);
      if (this.active === 0) this.jump();
    }
    return ended;
  }

  /** Moves the clock as far as the next timer. */
  private jump(): void {
    const [next, ...rest] = this.timers.toSorted((a, b) => a.at - b.at);
    if (!next) return;
    this.timers = rest;
    this.now = Math.max(this.now, next.at);
    next.wake();
  }

  private execute(payload: Json): Promise<RunEnd> {
    const job = {
      plan: planOf(this.graph),
      trigger: 'start',
      payload,
      journal: foldRun(this.journal),
      signal: new AbortController().signal,
    };
    return executeRun(job, {
      perform: (call) => this.perform(call),
      write: async (event) => this.write(event),
      now: () => this.now,
      random: () => this.random,
      timer: (at, wake) => this.timer(at, wake),
      holdMs: this.holdMs,
    });
  }

  private write(event: NewRunEvent): void {
    this.journal.push({ ...event, seq: this.journal.length + 1 });
  }

  private timer(at: number, wake: () => void): () => void {
    const timer = { at, wake };
    this.timers.push(timer);
    return () => (this.timers = this.timers.filter((other) => other !== timer));
  }

  private async perform(call: StepCall): Promise<StepOutcome> {
    const { step, attempt, node } = call;
    this.performed.push(attempt === 1 ? step : `${step}#${attempt}`);
    const part = this.parts[node.id] ?? node.id;
    if (node.kind === 'loop' && call.input === undefined && Array.isArray(part))
      await call.begin(part);
    this.active++;
    this.most = Math.max(this.most, this.active);
    try {
      // Steps overlap as they do in the world.
      await new Promise(setImmediate);
      return typeof part === 'function' ? await part(call, this) : done(part);
    } finally {
      this.active--;
    }
  }
}
