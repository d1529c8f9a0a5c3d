import type { Json, Problem } from '@patchbay/shared/base';
import { problem } from '@patchbay/shared/base';
import type { Evaluation } from '@patchbay/shared/mapping';

import { EvaluatorChild } from './evaluator-child.ts';
import { DEADLINE_MS, type PendingCall } from './pending-call.ts';

/** Evaluates all of a step's expressions on one document, in one call. */
export type Evaluate = (
  expressions: string[],
  document: { [name: string]: Json },
) => Promise<Evaluation[]>;

const BATCH_CALLS = 64;
const BATCH_CHARS = 256 * 1024;

/**
 * A pool of evaluating processes. Calls that arrive together travel as one batch. A batch that is
 * not answered within the deadline takes its process with it; its calls are then tried one by one,
 * so that only the guilty one fails.
 */
export class Evaluator {
  private readonly children: EvaluatorChild[] = [];
  private readonly size: number;
  private queue: PendingCall[] = [];
  private scheduled = false;
  private closed = false;

  constructor(size: number) {
    this.size = size;
  }

  readonly evaluate: Evaluate = (expressions, document) => {
    const text = `[${JSON.stringify(expressions)},${JSON.stringify(document)}]`;
    return new Promise((resolve) => {
      this.queue.push({ text, count: expressions.length, alone: false, resolve });
      this.schedule();
    });
  };

  close(): void {
    this.closed = true;
    for (const child of this.children) child.kill();
  }

  private schedule(): void {
    if (this.scheduled) return;
    this.scheduled = true;
    setImmediate(() => {
      this.scheduled = false;
      this.dispatch();
    });
  }

  private dispatch(): void {
    while (this.queue.length > 0 && !this.closed) {
      const child = this.freeChild();
      if (!child) return;
      child.send(this.takeBatch());
    }
  }

  private freeChild(): EvaluatorChild | undefined {
    const idle = this.children.find((c) => c.load === 0);
    if (idle) return idle;
    if (this.children.length < this.size) return this.addChild();
    return this.children.find((c) => c.load < 2 && !c.suspect);
  }

  private takeBatch(): PendingCall[] {
    const batch: PendingCall[] = [];
    let chars = 0;
    while (this.queue.length > 0 && batch.length < BATCH_CALLS && chars < BATCH_CHARS) {
      const next = this.queue[0];
      if (!next || (next.alone && batch.length > 0)) break;
      this.queue.shift();
      batch.push(next);
      chars += next.text.length;
      if (next.alone) break;
    }
    return batch;
  }

  private addChild(): EvaluatorChild {
    const child = new EvaluatorChild({
      onFree: () => this.dispatch(),
      onLost: (guilty, innocent) => this.replace(child, guilty, innocent),
    });
    this.children.push(child);
    return child;
  }

  private replace(child: EvaluatorChild, guilty: PendingCall[], innocent: PendingCall[]): void {
    this.children.splice(this.children.indexOf(child), 1);
    const [only] = guilty;
    if (only && guilty.length === 1)
      only.resolve(Array.from({ length: only.count }, () => ({ ok: false, problem: hung() })));
    else this.queue.unshift(...guilty.map((call) => ({ ...call, alone: true })));
    this.queue.unshift(...innocent);
    this.schedule();
  }
}

function hung(): Problem {
  const hint = 'Make it do less: fewer items at a time, a simpler pattern, or a loop node.';
  return problem(
    'expression_limit',
    `The expression did not finish within ${DEADLINE_MS / 1000} s, or used too much memory.`,
    {
      hint,
      at: { offset: 0 },
    },
  );
}
