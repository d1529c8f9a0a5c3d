import type { Json, Problem } from '@patchbay/shared/base';
import type { FlowNode } from '@patchbay/shared/flows';
import type { NewRunEvent, RunView } from '@patchbay/shared/runs';

import type { Plan } from './plan.ts';

/** What a step's expressions may see. Lookups go outwards: an inner loop sees the outer steps. */
export interface Scope {
  trigger: Json;
  /** Output of a step that ran before, by its key. */
  output(key: string): Json | undefined;
  item?: Json;
  index?: number;
}

/** One attempt at one step. */
export interface StepCall {
  step: string;
  node: FlowNode;
  attempt: number;
  scope: Scope;
  /** The input an earlier life of this attempt journaled; expressions are not evaluated again. */
  input?: Json;
  /** The run this step called in an earlier life. */
  child?: string;
  /** Aborts when the run ends or the step's time is up. */
  signal: AbortSignal;
  /** Journals the input; resolves when it is safe to cause an effect. */
  begin(input: Json): Promise<void>;
}

export type StepOutcome =
  /** `whole`: of a loop, this is its output and not the list to go through. */
  | { kind: 'done'; port: string; output: Json; response?: Json; whole?: boolean }
  | { kind: 'failed'; problem: Problem }
  | { kind: 'waiting'; until?: number; child?: string; paused?: boolean };

/** What the engine needs of the world. */
export interface EnginePorts {
  perform(call: StepCall): Promise<StepOutcome>;
  /** Journals a fact, in order; resolves when it is committed, rejects when this life is over. */
  write(event: NewRunEvent): Promise<void>;
  now(): number;
  /** In [0, 1), for jitter. */
  random(): number;
  /** Calls `wake` at a time (ms since 1970); the result cancels it. */
  timer(at: number, wake: () => void): () => void;
  /** Waits up to this many ms are kept in memory instead of giving the run back. */
  holdMs: number;
}

export interface RunJob {
  plan: Plan;
  /** The trigger node that started the run. */
  trigger: string;
  payload: Json;
  /** The facts so far, payloads loaded; an empty view for a new run. */
  journal: RunView;
  signal: AbortSignal;
  /** Of these loops, only the item with this index. */
  only?: Record<string, number>;
}

/** `suspended`: nothing to do before `until`, or before a called run ends when that is absent. */
export type RunEnd =
  | { kind: 'done'; output: Json }
  | { kind: 'failed'; problem: Problem; step?: string }
  | { kind: 'suspended'; until?: number; children: string[] };
