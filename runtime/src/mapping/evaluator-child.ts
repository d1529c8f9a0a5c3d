import { spawn, type ChildProcessByStdio } from 'node:child_process';
import { getCompileCacheDir } from 'node:module';
import type { Readable, Writable } from 'node:stream';
import { fileURLToPath } from 'node:url';

import type { Json, Problem } from '@patchbay/shared/base';
import type { Evaluation } from '@patchbay/shared/mapping';

import { DEADLINE_MS, type PendingCall } from './pending-call.ts';

const FILE = fileURLToPath(new URL('./evaluator-process.ts', import.meta.url));
const CACHE: Record<string, string> = { NODE_COMPILE_CACHE: getCompileCacheDir() ?? '' };
const HEAP_MB = 512;
/** Time to start, before any expression is looked at. */
const START_MS = 20_000;

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
  private ready = false;
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
    if (this.batches.length === 0) return;
    this.deadline = setTimeout(
      () => this.process.kill('SIGKILL'),
      this.ready ? DEADLINE_MS : START_MS,
    );
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
    // The first line says that it is up: from now on the deadline is that of the expressions.
    if (!this.ready) {
      this.ready = true;
      return this.watch();
    }
    const batch = this.batches.shift() ?? [];
    this.watch();
    const results = JSON.parse(line) as ([] | [Json] | Problem)[][];
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
