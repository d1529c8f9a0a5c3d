import { spawn, type ChildProcessByStdio } from 'node:child_process';
import { getCompileCacheDir } from 'node:module';
import type { Readable, Writable } from 'node:stream';
import { fileURLToPath } from 'node:url';

import type { Json, Problem } from '@patchbay/shared/base';
import type { Evaluation } from '@patchbay/shared/mapping';

import { readCpuTime } from './cpu-time.ts';
import { DEADLINE_MS, PATIENCE_MS, type PendingCall } from './pending-call.ts';

const FILE = fileURLToPath(new URL('./evaluator-process.ts', import.meta.url));
const CACHE: Record<string, string> = { NODE_COMPILE_CACHE: getCompileCacheDir() ?? '' };
const HEAP_MB = 512;
/** Time to start, before any expression is looked at. */
const START_MS = 20_000;

/** A line of the child: its processor time in ms, then the results of each call of the batch. */
type Answer = [spent: number, ...calls: ([] | [Json] | Problem)[][]];

export interface ChildEvents {
  onFree(): void;
  /** It is gone: the batch it was on, and what had not begun. */
  onLost(guilty: PendingCall[], innocent: PendingCall[]): void;
}

/** One evaluating process: up to two batches under way, the first being worked on. */
export class EvaluatorChild {
  private readonly process: ChildProcessByStdio<Writable, Readable, null>;
  private readonly events: ChildEvents;
  private readonly batches: PendingCall[][] = [];
  private deadline: NodeJS.Timeout | undefined;
  /** Processor time it had used when it last said something, in ms; undefined until it is up. */
  private spent: number | undefined;
  private rest: string[] = [];
  private lost = false;

  constructor(events: ChildEvents) {
    this.events = events;
    this.process = spawn(process.execPath, [`--max-old-space-size=${HEAP_MB}`, FILE], {
      // No secret of ours, only where compiled code is kept.
      env: CACHE,
      stdio: ['pipe', 'pipe', 'ignore'],
    });
    this.process.stdout.setEncoding('utf8');
    this.process.stdout.on('data', (chunk: string) => this.receive(chunk));
    this.process.stdin.on('error', () => this.lose());
    this.process.on('error', () => this.lose());
    this.process.on('exit', () => this.lose());
  }

  get load(): number {
    return this.batches.length;
  }

  /** It works on a call that may hang: nothing else should wait behind it. */
  get suspect(): boolean {
    return this.batches.some((batch) => batch.some((call) => call.alone));
  }

  send(batch: PendingCall[]): void {
    this.batches.push(batch);
    this.process.stdin.write(`[${batch.map((call) => call.text).join(',')}]\n`);
    if (this.batches.length === 1) this.watch();
  }

  kill(): void {
    this.lost = true;
    clearTimeout(this.deadline);
    this.process.kill('SIGKILL');
  }

  private watch(): void {
    clearTimeout(this.deadline);
    this.deadline = undefined;
    if (this.batches.length === 0) return;
    const started = performance.now();
    const look = async (): Promise<void> => {
      const timer = this.deadline;
      const missing = performance.now() - started < PATIENCE_MS ? await this.timeMissing() : 0;
      if (this.deadline !== timer) return;
      if (missing === 0) this.process.kill('SIGKILL');
      else this.deadline = setTimeout(look, missing);
    };
    this.deadline = setTimeout(look, this.spent === undefined ? START_MS : DEADLINE_MS);
  }

  /** What a busy machine has not given it yet of its time, in ms. */
  private async timeMissing(): Promise<number> {
    const { pid } = this.process;
    const used = pid === undefined ? undefined : await readCpuTime(pid);
    if (used === undefined || this.spent === undefined) return 0;
    return Math.max(0, Math.ceil(this.spent + DEADLINE_MS - used));
  }

  private receive(chunk: string): void {
    let from = 0;
    for (let end = chunk.indexOf('\n'); end >= 0; end = chunk.indexOf('\n', from)) {
      this.rest.push(chunk.slice(from, end));
      from = end + 1;
      this.take(this.rest.join(''));
      this.rest = [];
    }
    if (from < chunk.length) this.rest.push(chunk.slice(from));
  }

  private take(line: string): void {
    const [spent, ...results] = JSON.parse(line) as Answer;
    const isUp = this.spent !== undefined;
    this.spent = spent;
    // The first line says that it is up: from now on the deadline is that of the expressions.
    if (!isUp) return this.watch();
    const batch = this.batches.shift() ?? [];
    this.watch();
    batch.forEach((call, i) => call.resolve((results[i] ?? []).map(toEvaluation)));
    this.events.onFree();
  }

  private lose(): void {
    if (this.lost) return;
    this.kill();
    const [guilty = [], ...innocent] = this.batches;
    this.events.onLost(guilty, innocent.flat());
  }
}

function toEvaluation(result: [] | [Json] | Problem): Evaluation {
  if (!Array.isArray(result)) return { ok: false, problem: result };
  return result.length === 0 ? { ok: true } : { ok: true, value: result[0] };
}
