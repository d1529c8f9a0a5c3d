import { toProblem, type Json, type Problem } from '@patchbay/shared/base';
import type { FlowNode } from '@patchbay/shared/flows';
import { retryDelay, type NewRunEvent, type StepView } from '@patchbay/shared/runs';

import { Frame, type FrameEnd, type StepEnd } from './frame.ts';
import { LoopRun, type LoopItems } from './loop.ts';
import type { EnginePorts, RunEnd, RunJob, StepCall, StepOutcome } from './ports.ts';
import { joined, recordedEnd, valueOf, type Running } from './running.ts';
import { withTimeout } from './timeout.ts';

/**
 * One life of a run. Everything happens in `pump`, which works off a list of things to do, so that
 * long chains need no stack and nothing starts twice; `active` counts what is really under way.
 */
export class Execution {
  readonly ports: EnginePorts;
  private readonly job: RunJob;
  private readonly todo: (() => void)[] = [];
  private readonly waits = new Map<string, { at?: number; child?: string; cancel?: () => void }>();
  private active = 0;
  private pumping = false;
  private over = false;
  private resolve: (end: RunEnd) => void = () => {};
  private reject: (error: unknown) => void = () => {};

  constructor(job: RunJob, ports: EnginePorts) {
    this.job = job;
    this.ports = ports;
  }

  run(): Promise<RunEnd> {
    const { signal, plan, trigger, payload } = this.job;
    return new Promise((resolve, reject) => {
      this.resolve = resolve;
      this.reject = reject;
      if (signal.aborted) return this.die(signal.reason);
      signal.addEventListener('abort', () => this.die(signal.reason), { once: true });
      const frame = new Frame({
        level: plan.root,
        prefix: '',
        scope: { trigger: payload, output: () => undefined },
        entry: { node: trigger, payload },
        startStep: (step, node, of) => this.startStep(step, node, of),
        onEnd: (end) => this.finish(end),
      });
      this.do(() => frame.start());
    });
  }

  /** Adds work; it is done at once unless something is being done, then right after. */
  do(work: () => void): void {
    this.todo.push(work);
    if (this.pumping) return;
    this.pumping = true;
    try {
      for (let next = this.todo.shift(); next && !this.over; next = this.todo.shift()) next();
    } catch (error) {
      this.die(error);
    } finally {
      this.pumping = false;
    }
    if (this.active === 0 && !this.over) this.rest();
  }

  /** A journal write; a refused one ends this life. */
  private write(event: NewRunEvent): Promise<void> {
    const written = this.ports.write(event);
    written.catch((error: unknown) => this.die(error));
    return written;
  }

  private startStep(step: string, node: FlowNode, frame: Frame): void {
    this.do(() => this.resume({ step, node, frame, attempt: 1, startedAt: this.ports.now() }));
  }

  /** Goes on with a step where its journal stands. */
  private resume(run: Running): void {
    const { steps } = this.job.journal;
    // Own names alone: a step may be called "constructor".
    const before = Object.hasOwn(steps, run.step) ? steps[run.step] : undefined;
    if (before?.status === 'done') return this.end(run, recordedEnd(before));
    if (before?.status === 'failed' && before.problem)
      return this.leaveFailed(run, before.problem, before.origin);
    const known = before
      ? {
          ...run,
          attempt: before.attempt,
          startedAt: before.startedAt,
          input: valueOf(before),
          child: before.child,
          paused: before.paused,
        }
      : run;
    if (before?.until !== undefined && before.status !== 'running')
      return this.waitUntil(known, before.until, before.status);
    this.attempt(known);
  }

  private attempt(run: Running): void {
    if (run.node.kind === 'join') return this.done(run, { port: 'out', output: joined(run) });
    this.active++;
    const settled = (outcome: StepOutcome): void =>
      this.do(() => {
        this.active--;
        if (!this.over) this.take(run, outcome);
      });
    this.perform(run).then(settled, (error: unknown) => {
      if (!this.over) settled({ kind: 'failed', problem: toProblem(error) });
    });
  }

  private perform(run: Running): Promise<StepOutcome> {
    const call = (signal: AbortSignal): StepCall => ({
      ...run,
      scope: run.frame,
      signal,
      begin: (input) => this.begin(run, input),
    });
    const { timeoutMs } = run.node.settings;
    if (timeoutMs === undefined) return this.ports.perform(call(this.job.signal));
    return withTimeout(this.ports, { signal: this.job.signal, ms: timeoutMs }, (signal) =>
      this.ports.perform(call(signal)),
    );
  }

  private begin(run: Running, input: Json): Promise<void> {
    run.input = input;
    const { step, node, attempt } = run;
    return this.write({
      type: 'step.started',
      at: this.ports.now(),
      step,
      node: node.id,
      attempt,
      input: { value: input },
    });
  }

  private take(run: Running, outcome: StepOutcome): void {
    if (outcome.kind === 'failed') return this.failed(run, outcome.problem);
    if (outcome.kind === 'waiting') return this.wait(run, outcome);
    if (run.node.kind === 'loop' && !outcome.whole) return this.loop(run, outcome.output);
    if (outcome.response !== undefined) {
      void this.write({
        type: 'run.responded',
        at: this.ports.now(),
        response: { value: outcome.response },
      });
    }
    this.done(run, outcome);
  }

  private done(run: Running, { port, output }: { port: string; output: Json }): void {
    const { step, node, startedAt } = run;
    void this.write({
      type: 'step.done',
      at: this.ports.now(),
      step,
      node: node.id,
      port,
      output: { value: output },
      startedAt,
    });
    this.end(run, { kind: 'done', port, output });
  }

  private end(run: Running, end: StepEnd): void {
    run.frame.leave(run.node, end);
  }

  private failed(run: Running, why: Problem, origin?: string): void {
    const { step, node, attempt, startedAt } = run;
    const at = this.ports.now();
    const { retry } = node.settings;
    if (retry && attempt < retry.attempts && why.retry !== 'never' && node.kind !== 'loop') {
      const dueAt =
        at + retryDelay(retry, { attempt, asked: why.retry, random: this.ports.random() });
      void this.write({
        type: 'step.retrying',
        at,
        step,
        node: node.id,
        attempt,
        problem: why,
        dueAt,
      });
      return this.waitUntil(run, dueAt, 'retrying');
    }
    const handled = this.job.plan.guarded.has(node.id);
    void this.write({
      type: 'step.failed',
      at,
      step,
      node: node.id,
      attempt,
      problem: why,
      handled,
      startedAt,
      origin,
    });
    this.leaveFailed(run, why, origin);
  }

  private leaveFailed(run: Running, why: Problem, origin = run.step): void {
    if (!this.job.plan.guarded.has(run.node.id))
      return this.end(run, { kind: 'failed', problem: why, step: origin });
    this.end(run, { kind: 'done', port: 'error', output: { error: why as unknown as Json } });
  }

  private wait(run: Running, wait: { until?: number; child?: string; paused?: boolean }): void {
    const { step, node } = run;
    const { until, child, paused } = wait;
    const isKnown = paused ? run.paused : child !== undefined && child === run.child;
    if (!isKnown) {
      void this.write({
        type: 'step.waiting',
        at: this.ports.now(),
        step,
        node: node.id,
        until,
        child,
        paused,
      });
    }
    if (until !== undefined) return this.waitUntil(run, until, 'waiting');
    this.waits.set(step, { child });
  }

  /** Goes on at a time: with the next attempt after a failure, else with the wait's end. */
  private waitUntil(run: Running, at: number, why: StepView['status']): void {
    const go = (): void =>
      this.do(() => {
        this.waits.delete(run.step);
        if (why === 'retrying') this.attempt({ ...run, attempt: run.attempt + 1 });
        else this.done(run, { port: 'out', output: { until: new Date(at).toISOString() } });
      });
    if (at <= this.ports.now()) return go();
    this.waits.set(run.step, { at, cancel: this.ports.timer(at, go) });
  }

  private loop(run: Running, items: Json): void {
    const list: LoopItems = items as Json[];
    new LoopRun({
      list,
      only: this.job.only?.[run.node.id],
      node: run.node,
      body: this.job.plan.bodies.get(run.node.id),
      step: run.step,
      frame: run.frame,
      startStep: (step, node, of) => this.startStep(step, node, of),
      later: (work) => this.do(work),
      onEnd: (end) => {
        if (end.ok) this.done(run, { port: 'out', output: end.output });
        else this.failed(run, end.failure.problem, end.failure.step);
      },
    }).start();
  }

  /** Nothing is under way: the run has ended, sleeps a moment in memory, or is given back. */
  private rest(): void {
    if (this.waits.size === 0) return;
    const waits = [...this.waits.values()];
    const times = waits.flatMap((w) => w.at ?? []);
    const until = times.length > 0 ? Math.min(...times) : undefined;
    if (until !== undefined && until - this.ports.now() <= this.ports.holdMs) return;
    this.leaveOff({ kind: 'suspended', until, children: waits.flatMap((w) => w.child ?? []) });
  }

  private finish({ output, failure }: FrameEnd): void {
    const at = this.ports.now();
    const end: RunEnd = failure ? { kind: 'failed', ...failure } : { kind: 'done', output };
    const event: NewRunEvent = failure
      ? { type: 'run.failed', at, ...failure }
      : { type: 'run.done', at, output: { value: output } };
    this.active++;
    this.write(event).then(
      () => this.leaveOff(end),
      () => {},
    );
  }

  private leaveOff(end: RunEnd): void {
    this.stop();
    this.resolve(end);
  }

  private die(error: unknown): void {
    if (this.over) return;
    this.stop();
    this.reject(error);
  }

  private stop(): void {
    this.over = true;
    for (const { cancel } of this.waits.values()) cancel?.();
  }
}
