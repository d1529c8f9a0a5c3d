import type { Payload, Problem } from '#base';

export const RUN_STATUSES = [
  'queued',
  'running',
  'waiting',
  'done',
  'failed',
  'cancelled',
  'quarantined',
] as const;
export type RunStatus = (typeof RUN_STATUSES)[number];

const ENDED: readonly RunStatus[] = ['done', 'failed', 'cancelled', 'quarantined'];

/** True when nothing more will happen in the run. */
export function hasEnded(status: RunStatus): boolean {
  return ENDED.includes(status);
}

export type StepStatus = 'running' | 'retrying' | 'waiting' | 'done' | 'failed' | 'cancelled';

/** One node in a run (per loop iteration), with all its attempts. Times are ms since 1970. */
export interface StepView {
  id: string;
  node: string;
  status: StepStatus;
  attempt: number;
  startedAt: number;
  endedAt?: number;
  input?: Payload;
  output?: Payload;
  /** The port it left by, when done. */
  port?: string;
  problem?: Problem;
  /** It failed, and the run went on by its error port. */
  handled?: boolean;
  /** The innermost step behind the failure of a loop. */
  origin?: string;
  /** Failed attempts before the present one. */
  failures: { attempt: number; at: number; problem: Problem }[];
  until?: number;
  child?: string;
  /** It stands before a breakpoint. */
  paused?: boolean;
}

/** What a run's events add up to. */
export interface RunView {
  status: RunStatus;
  /** Number of the last event folded in. */
  seq: number;
  steps: Record<string, StepView>;
  startedAt?: number;
  endedAt?: number;
  worker?: string;
  response?: Payload;
  output?: Payload;
  problem?: Problem;
  /** The step that failed the run. */
  failedStep?: string;
}

export const emptyRunView = (): RunView => ({ status: 'queued', seq: 0, steps: {} });

/** The indexes of the loops around a step, outermost first: 'a.3.b' gives [3]. */
export function iterationOf(step: string): number[] {
  return step
    .split('.')
    .filter((_, i) => i % 2 === 1)
    .map(Number);
}
