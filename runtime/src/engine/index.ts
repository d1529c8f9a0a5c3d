/**
 * engine: what runs next, and when a run is over. Pure: it gets a graph, the facts so far and a
 * `perform` function; it knows no queue, table, connector or clock of its own.
 *
 * It promises: given the facts of an earlier life, it goes on where that one stopped, and never
 * performs a step again whose `step.done` is among them.
 */
export { executeRun } from './execute.ts';
export { planOf, type Plan } from './plan.ts';
export type { EnginePorts, RunEnd, RunJob, Scope, StepCall, StepOutcome } from './ports.ts';
