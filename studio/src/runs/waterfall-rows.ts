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

/** The steps in the order they began, each inside its loop. */
export function waterfallRows(graph: FlowGraph, view: RunView, now: number): WaterfallRow[] {
  const scale = scaleOf(view, now);
  const part = (at: number): number => Math.min(1, Math.max(0, (at - scale.start) / scale.length));
  return Object.values(view.steps)
    .toSorted(
      (a, b) => a.startedAt - b.startedAt || Number(contains(b, a)) - Number(contains(a, b)),
    )
    .map((step) => {
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

/** True when `step` runs inside the loop step `loop`; begun in the same ms, the loop stands first. */
function contains(loop: StepView, step: StepView): boolean {
  return step.id.startsWith(`${loop.id}.`);
}
