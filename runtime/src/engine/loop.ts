import type { Json, Problem } from '@patchbay/shared/base';
import type { FlowNode } from '@patchbay/shared/flows';

import { Frame, type Failure, type FrameEnd, type FrameJob } from './frame.ts';
import type { PlanLevel } from './plan.ts';

export type LoopItems = Json[];

export interface LoopJob {
  list: LoopItems;
  /** Only this item is gone through. */
  only?: number;
  node: FlowNode;
  body: PlanLevel | undefined;
  step: string;
  frame: Frame;
  startStep: FrameJob['startStep'];
  /** Runs work after what is being done now: a body may end within its own start. */
  later(work: () => void): void;
  onEnd(end: { ok: true; output: Json } | { ok: false; failure: Failure }): void;
}

/**
 * One loop at work: up to `concurrency` passes of its body at a time, results in the order of the
 * items. `stop` starts nothing new after a failure and reports the failed item with the lowest index.
 */
export class LoopRun {
  private readonly job: LoopJob;
  private readonly results: Json[];
  private readonly failures = new Map<number, Failure>();
  private next = 0;
  private open = 0;
  private stopped = false;

  constructor(job: LoopJob) {
    this.job = job;
    this.results = Array.from<Json>({ length: job.list.length }).fill(null);
  }

  start(): void {
    const { list, body, only } = this.job;
    if (list.length === 0 || !body) return this.finish();
    if (only !== undefined) this.next = only;
    this.fill();
  }

  private fill(): void {
    const { node, list } = this.job;
    const limit = node.kind === 'loop' ? node.config.concurrency : 1;
    const end = Math.min(list.length, (this.job.only ?? Infinity) + 1);
    while (this.open < limit && this.next < end && !this.stopped) this.startItem(this.next++);
    if (this.open === 0 && (this.stopped || this.next >= end)) this.finish();
  }

  private startItem(index: number): void {
    const { body, step, frame, list, startStep } = this.job;
    if (!body) return;
    this.open++;
    const pass = new Frame({
      level: body,
      prefix: `${step}.${index}.`,
      scope: {
        trigger: frame.trigger,
        output: (key) => frame.output(key),
        item: list[index] ?? null,
        index,
      },
      startStep,
      onEnd: (end) => this.job.later(() => this.take(index, end)),
    });
    pass.start();
  }

  private take(index: number, { output, failure }: FrameEnd): void {
    this.open--;
    this.results[index] = output;
    if (failure) this.failures.set(index, failure);
    const { node } = this.job;
    if (failure && node.kind === 'loop' && node.config.onItemError === 'stop') this.stopped = true;
    this.fill();
  }

  private finish(): void {
    const failed = [...this.failures].toSorted(([a], [b]) => a - b);
    const [index, first] = failed[0] ?? [];
    if (this.stopped && first && index !== undefined) {
      return this.job.onEnd({
        ok: false,
        failure: { ...first, problem: withItem(first.problem, index) },
      });
    }
    const errors = failed.map(([i, { problem }]) => ({
      index: i,
      problem: problem as unknown as Json,
    }));
    const { only } = this.job;
    const items = this.results.filter(
      (_, i) => !this.failures.has(i) && (only === undefined || only === i),
    );
    this.job.onEnd({ ok: true, output: { items, errors } });
  }
}

function withItem(problem: Problem, index: number): Problem {
  return { ...problem, message: `Item ${index + 1} failed: ${problem.message}` };
}
