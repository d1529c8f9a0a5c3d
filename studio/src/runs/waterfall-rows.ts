import type { FlowGraph } from '@patchbay/shared/flows';
import { iterationOf } from '@patchbay/shared/runs';
import type { RunView, StepView } from '@patchbay/shared/runs';

/** One step as a bar: where it begins and ends between 0 and 1 of the run's time. */
export interface WaterfallRow {
  step: StepView;
  title: string;
  /** How many loops it stands in. */
  depth: number;
  /** The index in each loop around it, outermost first. */
  iteration: number[];
  from: number;
  to: number;
  /** Done by the run that this one goes on from, before this one began. */
  isKept: boolean;
}

export interface WaterfallScale {
  start: number;
  /** Length in ms, never 0. */
  length: number;
}

/**
 * From the run's start to its end, or to now while it goes on. What was kept of an earlier run lies
 * before it.
 */
export function scaleOf(view: RunView, now: number): WaterfallScale {
  const steps = Object.values(view.steps);
  const start = view.startedAt ?? Math.min(now, ...steps.map((step) => step.startedAt));
  const ends = steps.map((step) => step.endedAt ?? now);
  const end = view.endedAt ?? Math.max(start, ...ends);
  return { start, length: Math.max(1, end - start) };
}

/** The steps in the order they began; below a loop its passes, one after the other. */
export function waterfallRows(graph: FlowGraph, view: RunView, now: number): WaterfallRow[] {
  const scale = scaleOf(view, now);
  const part = (at: number): number => Math.min(1, Math.max(0, (at - scale.start) / scale.length));
  return inOrder(view).map((step) => {
    const iteration = iterationOf(step.id);
    return {
      step,
      title: graph.nodes[step.node]?.title ?? step.node,
      depth: iteration.length,
      iteration,
      from: part(step.startedAt),
      to: part(step.endedAt ?? view.endedAt ?? now),
      isKept: (step.endedAt ?? now) < scale.start,
    };
  });
}

function inOrder({ steps }: RunView): StepView[] {
  const inside = Map.groupBy(Object.values(steps), ({ id }) => {
    const loop = loopOf(id);
    return steps[loop] ? loop : '';
  });
  const below = (loop: string): StepView[] =>
    (inside.get(loop) ?? [])
      .toSorted((a, b) => (loop && passOf(a) - passOf(b)) || a.startedAt - b.startedAt)
      .flatMap((step) => [step, ...below(step.id)]);
  return below('');
}

/** The step of the loop around a step: `a` of `a.3.b`. */
function loopOf(id: string): string {
  return id.split('.').slice(0, -2).join('.');
}

function passOf({ id }: StepView): number {
  return iterationOf(id).at(-1) ?? 0;
}
