import type { FlowNode } from '@patchbay/shared/flows';

const keyOf = (flow: string): string => `patchbay.trigger.${flow}`;

/** The trigger a test run was started from the last time, else the manual one, else the first. */
export function firstChoice(
  triggers: readonly FlowNode[],
  last: string | undefined,
): FlowNode | undefined {
  return (
    triggers.find(({ id }) => id === last) ??
    triggers.find(({ kind }) => kind === 'manual') ??
    triggers[0]
  );
}

export function lastTrigger(flow: string): string | undefined {
  return localStorage.getItem(keyOf(flow)) ?? undefined;
}

export function keepTrigger(flow: string, trigger: string): void {
  try {
    localStorage.setItem(keyOf(flow), trigger);
  } catch {
    // A full storage only means that it is chosen again the next time.
  }
}
