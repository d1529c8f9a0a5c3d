import type { Json } from '@patchbay/shared/base';

import type { Plan, StepCall } from '#engine';

import type { RunRow } from './run-rows.ts';

/**
 * The document a step's expressions see: `{ trigger, steps, item, index, vars, run }`, with only
 * the parts they read, so that a long flow does not carry all its data to every step.
 */
export function stepDocument(
  plan: Plan,
  run: RunRow,
  { node, scope }: StepCall,
): { [name: string]: Json } {
  const reads = plan.reads.get(node.id) ?? [];
  const whole = reads.some((r) => r.whole);
  const names = plan.sees(node);
  const wants = (name: string): boolean => whole || reads.some((r) => r.roots.has(name));
  const steps: { [key: string]: Json } = {};
  for (const key of names) {
    const output = scope.output(key);
    if (output !== undefined) steps[key] = output;
  }
  return {
    ...(wants('trigger') && { trigger: scope.trigger }),
    ...(names.length > 0 && { steps }),
    ...(wants('item') && scope.item !== undefined && { item: scope.item }),
    ...(wants('index') && scope.index !== undefined && { index: scope.index }),
    ...(wants('vars') && { vars: plan.graph.vars as { [name: string]: Json } }),
    ...(wants('run') && {
      run: {
        id: run.id,
        flow: run.flow_id,
        startedAt: run.created_at,
        version: run.version_number,
      },
    }),
  };
}
