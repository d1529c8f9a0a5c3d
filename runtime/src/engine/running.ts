import type { Json } from '@patchbay/shared/base';
import type { FlowNode } from '@patchbay/shared/flows';
import type { StepView } from '@patchbay/shared/runs';

import type { Frame, StepEnd } from './frame.ts';

/** A step that is under way in this life. */
export interface Running {
  step: string;
  node: FlowNode;
  frame: Frame;
  attempt: number;
  startedAt: number;
  input?: Json;
  child?: string;
  /** It was journaled that it stands before a breakpoint. */
  paused?: boolean;
}

/** The input an earlier life journaled. */
export function valueOf(step: StepView): Json | undefined {
  return step.input && 'value' in step.input ? step.input.value : undefined;
}

/** How an earlier life left the step. */
export function recordedEnd(step: StepView): StepEnd {
  const output = step.output && 'value' in step.output ? step.output.value : null;
  return { kind: 'done', port: step.port ?? 'out', output };
}

/** What a join gives: the outputs that reached it. */
export function joined(run: Running): Json {
  return run.frame.arrivals(run.node);
}
