import { problem, type Json } from '@patchbay/shared/base';
import type { FlowGraph } from '@patchbay/shared/flows';
import { foldRun, type NewRunEvent, type RunEvent } from '@patchbay/shared/runs';

import { executeRun } from './execute.ts';
import { planOf } from './plan.ts';
import type { EnginePorts, RunEnd, StepCall, StepOutcome } from './ports.ts';

export class Crash extends Error {}

/**
 * A world for the engine with a clock of its own and a journal that can break: after
 * `livesAfter` writes the worker "dies", and `runToEnd` starts the next life from the journal.
 */
export class Rig {
  readonly journal: RunEvent[] = [];
  readonly performed: string[] = [];
  readonly repeated: string[] = [];
  private readonly graph: FlowGraph;
  private readonly crashAt: number;
  private readonly act: (call: StepCall) => StepOutcome;
  private clock = 1_000_000;
  private done = new Set<string>();

  constructor(
    graph: FlowGraph,
    {
      crashAt = Infinity,
      act = behave,
    }: { crashAt?: number; act?: (call: StepCall) => StepOutcome } = {},
  ) {
    this.graph = graph;
    this.crashAt = crashAt;
    this.act = act;
  }

  async runToEnd(payload: Json = { n: 1 }): Promise<RunEnd> {
    for (let life = 0; life < 500; life++) {
      const end = await this.live(payload, life);
      if (!end) continue;
      if (end.kind !== 'suspended') return end;
      this.clock = Math.max(this.clock, end.until ?? this.clock);
    }
    throw new Error('the run never ended');
  }

  private async live(payload: Json, life: number): Promise<RunEnd | undefined> {
    const dead = new AbortController();
    try {
      const journal = foldRun(this.journal);
      const job = {
        plan: planOf(this.graph),
        trigger: 'start',
        payload,
        journal,
        signal: dead.signal,
      };
      return await executeRun(job, this.ports(life));
    } catch (error) {
      if (error instanceof Crash) return undefined;
      throw error;
    }
  }

  private ports(life: number): EnginePorts {
    let dead = false;
    return {
      perform: async (call) => {
        if (this.done.has(call.step)) this.repeated.push(call.step);
        this.performed.push(call.step);
        if (call.node.kind === 'action' && call.input === undefined)
          await call.begin({ of: call.step });
        return this.act(call);
      },
      write: async (event) => {
        if (dead || (life === 0 && this.journal.length >= this.crashAt)) {
          dead = true;
          throw new Crash();
        }
        this.commit(event);
      },
      now: () => this.clock,
      random: () => 0.5,
      timer: () => () => {},
      holdMs: 0,
    };
  }

  private commit(event: NewRunEvent): void {
    this.journal.push({ ...event, seq: this.journal.length + 1 });
    if (event.type === 'step.done') this.done.add(event.step);
  }
}

const hash = (text: string): number =>
  Array.from(text).reduce((h, c) => (h * 31 + c.charCodeAt(0)) % 9973, 7);

/** Behaves by the step's name alone, so that two lives see the same world. */
export function behave({
  step,
  node,
  attempt,
  scope,
  item,
}: StepCall & { item?: Json }): StepOutcome {
  const h = hash(step);
  switch (node.kind) {
    case 'choice':
      return { kind: 'done', port: h % 2 ? 'yes' : 'else', output: step };
    case 'loop':
      return { kind: 'done', port: 'out', output: [1, 2, 3] };
    case 'wait':
      return { kind: 'waiting', until: 1_000_000 + (h % 7) * 1000 };
    case 'action':
      if (h % 5 === 0 || attempt <= h % 3)
        return { kind: 'failed', problem: problem('unavailable', `${step} is down`, 'Wait.') };
      return { kind: 'done', port: 'out', output: { step, item: item ?? scope.item ?? null } };
    default:
      return { kind: 'done', port: 'out', output: { step, trigger: scope.trigger } };
  }
}
