import { iterationOf } from '@patchbay/shared/runs';
import type { RunView, StepStatus, StepView } from '@patchbay/shared/runs';

/** One pass of a loop: what was done with one item. */
export interface Pass {
  /** The loop's step and the index: `each.3`. */
  key: string;
  index: number;
  steps: StepView[];
  status: StepStatus;
  startedAt: number;
  endedAt?: number;
  /** The step that tells most about it: what failed, else what goes on, else the last. */
  telling: string;
}

/** The steps of a run as loops hold them. */
export interface RunTree {
  /** In the order they began: by the key of their pass, and by '' what stands in no loop. */
  steps: Map<string, StepView[]>;
  /** By the step of their loop. */
  passes: Map<string, Pass[]>;
}

/** Puts the steps of a run into the passes they belong to. */
export function growTree({ steps }: RunView): RunTree {
  const inside = Map.groupBy(Object.values(steps), ({ id }) => {
    const pass = passKeyOf(id);
    return steps[loopKeyOf(pass)] ? pass : '';
  });
  for (const [key, few] of inside)
    inside.set(
      key,
      few.toSorted((a, b) => a.startedAt - b.startedAt),
    );
  const all = [...inside].filter(([key]) => key !== '').map(([key, few]) => passOf(key, few));
  const passes = Map.groupBy(
    all.toSorted((a, b) => a.index - b.index),
    ({ key }) => loopKeyOf(key),
  );
  return { steps: inside, passes };
}

/** What stands around a step or a pass, itself first: `a.3.b`, `a.3`, `a`. */
export function keysAround(key: string): string[] {
  const parts = key.split('.');
  return parts.map((_, i) => parts.slice(0, parts.length - i).join('.'));
}

/** `a.3` of `a.3.b`; '' of what stands in no loop. */
function passKeyOf(step: string): string {
  return step.split('.').slice(0, -1).join('.');
}

function loopKeyOf(pass: string): string {
  return passKeyOf(pass);
}

function passOf(key: string, steps: StepView[]): Pass {
  const failed = steps.find(({ status, handled }) => status === 'failed' && !handled);
  const open = steps.find(({ endedAt }) => endedAt === undefined);
  const cancelled = steps.find(({ status }) => status === 'cancelled');
  const ends = steps.map(({ endedAt = 0 }) => endedAt);
  return {
    key,
    index: iterationOf(key).at(-1) ?? 0,
    steps,
    // A step that failed by its error port did not make the pass fail.
    status: (failed ?? open ?? cancelled)?.status ?? 'done',
    startedAt: steps[0]?.startedAt ?? 0,
    endedAt: open ? undefined : ends.reduce((a, b) => Math.max(a, b), 0),
    telling: (failed ?? open ?? steps.at(-1))?.id ?? key,
  };
}
