import type { Json, Problem } from '@patchbay/shared/base';
import { isTrigger, type FlowEdge, type FlowNode } from '@patchbay/shared/flows';

import type { PlanLevel } from './plan.ts';
import type { Scope } from './ports.ts';

/** How a wire was settled. `blocked`: what it comes from failed, so what follows may not run. */
type Wire = 'taken' | 'skipped' | 'blocked';

/** How a step left its node. */
export type StepEnd =
  | { kind: 'done'; port: string; output: Json }
  | { kind: 'failed'; problem: Problem; step: string };

export interface Failure {
  problem: Problem;
  /** The innermost step that failed. */
  step: string;
}

/** A level that ran to its end. Independent branches finish even when one failed. */
export interface FrameEnd {
  output: Json;
  failure?: Failure;
}

export interface FrameJob {
  level: PlanLevel;
  /** What comes before a node's id in its step id. */
  prefix: string;
  scope: Scope;
  /** The trigger that started the run; absent in a loop's body. */
  entry?: { node: string; payload: Json };
  /** Starts a step; calls back once, later or at once, when it has ended. */
  startStep(step: string, node: FlowNode, frame: Frame): void;
  onEnd(end: FrameEnd): void;
}

/**
 * One pass through a level: the root once, a loop's body per item. A node starts when all wires
 * that lead to it are settled and one was taken (a join of `any`: at the first taken); wires behind
 * a port not taken are skipped onwards, so that a merge after a choice never waits in vain.
 */
export class Frame implements Scope {
  readonly prefix: string;
  readonly trigger: Json;
  readonly item: Json | undefined;
  readonly index: number | undefined;
  private readonly job: FrameJob;
  private readonly wires = new Map<string, Wire>();
  private readonly outputs = new Map<string, Json>();
  private readonly started = new Set<string>();
  private readonly failures = new Map<string, Failure>();
  private readonly passed: [node: FlowNode, wire: Wire][] = [];
  private passing = false;
  private open: number;

  constructor(job: FrameJob) {
    this.job = job;
    this.prefix = job.prefix;
    this.trigger = job.scope.trigger;
    this.item = job.scope.item;
    this.index = job.scope.index;
    this.open = job.level.nodes.length;
  }

  output(key: string): Json | undefined {
    return this.outputs.has(key) ? this.outputs.get(key) : this.job.scope.output(key);
  }

  /** Starts what waits for nothing. */
  start(): void {
    const { level, entry } = this.job;
    if (level.nodes.length === 0) return this.finish();
    for (const node of level.nodes) {
      if (level.incoming.has(node.id)) continue;
      this.started.add(node.id);
      if (entry?.node === node.id)
        this.leave(node, { kind: 'done', port: 'out', output: entry.payload });
      else if (entry) this.pass(node, 'skipped');
      else this.job.startStep(this.prefix + node.id, node, this);
    }
  }

  /** Takes note of how a node ended and settles the wires that leave it. */
  leave(node: FlowNode, end: StepEnd): void {
    if (end.kind === 'failed') {
      this.failures.set(node.id, { problem: end.problem, step: end.step });
      return this.pass(node, 'blocked');
    }
    this.outputs.set(node.key, end.output);
    for (const edge of this.exits(node))
      this.settle(edge, edge.port === end.port ? 'taken' : 'skipped');
    this.close();
  }

  /** Passes a node over, and with it what only it leads to: by a list, because chains are long. */
  private pass(node: FlowNode, wire: Wire): void {
    this.passed.push([node, wire]);
    if (this.passing) return;
    this.passing = true;
    for (let next = this.passed.pop(); next; next = this.passed.pop()) {
      for (const edge of this.exits(next[0])) this.settle(edge, next[1]);
      this.close();
    }
    this.passing = false;
  }

  private close(): void {
    this.open--;
    if (this.open === 0) this.finish();
  }

  private exits(node: FlowNode): FlowEdge[] {
    return this.job.level.outgoing.get(node.id) ?? [];
  }

  private settle(edge: FlowEdge, wire: Wire): void {
    this.wires.set(edge.id, wire);
    const node = this.job.level.byId.get(edge.to);
    if (!node || this.started.has(node.id)) return;
    const next = this.decide(node);
    if (next === undefined) return;
    this.started.add(node.id);
    if (next === 'taken') this.job.startStep(this.prefix + node.id, node, this);
    else this.pass(node, next);
  }

  /** What becomes of a node now; undefined while it is still open. */
  private decide(node: FlowNode): Wire | undefined {
    const wires = (this.job.level.incoming.get(node.id) ?? []).map((e) => this.wires.get(e.id));
    const any = node.kind === 'join' && node.config.mode === 'any';
    if (any && wires.includes('taken')) return 'taken';
    if (wires.includes(undefined)) return undefined;
    if (wires.includes('blocked')) return 'blocked';
    return wires.includes('taken') ? 'taken' : 'skipped';
  }

  /** Outputs that reached a node by a taken wire, by the key of the step they come from. */
  arrivals(node: FlowNode): { [key: string]: Json } {
    const from = (this.job.level.incoming.get(node.id) ?? []).filter(
      (e) => this.wires.get(e.id) === 'taken',
    );
    const sources = from.flatMap((edge) => this.job.level.byId.get(edge.from) ?? []);
    return Object.fromEntries(sources.map((n) => [n.key, this.outputs.get(n.key) ?? null]));
  }

  /** A step that left by its error port is no end of the level: what handled the error is. */
  private goesOn(node: FlowNode): boolean {
    return this.exits(node).some((edge) => this.wires.get(edge.id) === 'taken');
  }

  private finish(): void {
    const { level } = this.job;
    const first = level.nodes.find((n) => this.failures.has(n.id));
    const ran = level.sinks.filter(
      (n) =>
        this.outputs.has(n.key) && !this.goesOn(n) && !(isTrigger(n) && level.nodes.length > 1),
    );
    const only = ran.length === 1 ? ran[0] : undefined;
    const output = only
      ? (this.outputs.get(only.key) ?? null)
      : Object.fromEntries(ran.map((n) => [n.key, this.outputs.get(n.key) ?? null]));
    this.job.onEnd({
      output: ran.length === 0 ? null : output,
      failure: first && this.failures.get(first.id),
    });
  }
}
