import { triggersOf, type FlowGraph } from '@patchbay/shared/flows';
import type { RunView, StepStatus, StepView } from '@patchbay/shared/runs';

/** How a node did in a run, over all iterations of the loops around it. */
export interface NodeRun {
  status: StepStatus;
  /** Times it ended, well or not. */
  done: number;
  failed: number;
  /** Times it began. */
  total: number;
  /** First words of why it failed or is tried again. */
  reason?: string;
}

/** What matters most about a node that ran many times. */
const RANK: StepStatus[] = ['failed', 'running', 'retrying', 'waiting', 'cancelled', 'done'];

/** Each node's state by its id. */
export function nodeRuns(view: RunView): Map<string, NodeRun> {
  const runs = new Map<string, NodeRun>();
  for (const step of Object.values(view.steps)) {
    const known = runs.get(step.node);
    if (known) addStep(known, step);
    else runs.set(step.node, addStep({ status: step.status, done: 0, failed: 0, total: 0 }, step));
  }
  return runs;
}

function addStep(run: NodeRun, step: StepView): NodeRun {
  run.total++;
  if (step.status === 'done') run.done++;
  if (step.status === 'failed') run.failed++;
  if (RANK.indexOf(step.status) < RANK.indexOf(run.status)) run.status = step.status;
  const failing = step.status === 'failed' || step.status === 'retrying';
  if (failing) run.reason ??= step.problem?.message;
  return run;
}

/**
 * The trigger that started the run. The journal holds no step for it, so a run that began shows
 * it as done; with several triggers, the one that was started must be named.
 */
export function startedBy(graph: FlowGraph, view: RunView, trigger?: string): string | undefined {
  if (view.startedAt === undefined) return undefined;
  if (trigger !== undefined && graph.nodes[trigger]) return trigger;
  const triggers = triggersOf(graph);
  return triggers.length === 1 ? triggers[0]?.id : undefined;
}

/** The state of a node that has no step of its own. */
export const PASSED: NodeRun = { status: 'done', done: 1, failed: 0, total: 1 };

/** How a run stands: one whose open steps all wait is not at work. A loop is what is inside it. */
export function statusNow({ status, steps }: RunView): RunView['status'] {
  const open = Object.values(steps).filter((step) => !ENDED.has(step.status));
  const inner = open.filter(({ id }) => !open.some((other) => other.id.startsWith(`${id}.`)));
  const rests = inner.length > 0 && inner.every((step) => step.status === 'waiting');
  return status === 'running' && rests ? 'waiting' : status;
}

const ENDED = new Set<string>(['done', 'failed', 'cancelled']);

/** How something did that is not drawn itself. */
export interface InsideRun {
  node: string;
  status: StepStatus;
}

/** What to look at first, from the most urgent on. */
const URGENCY: StepStatus[] = ['failed', 'running', 'retrying', 'waiting', 'cancelled', 'done'];

/** Of several nodes the one a person looks at first; undefined when none of them ran. */
export function worstOf(all: { node: string; run: NodeRun | undefined }[]): InsideRun | undefined {
  const ran = all.flatMap(({ node, run }) => (run ? [{ node, status: run.status }] : []));
  return ran.toSorted((a, b) => URGENCY.indexOf(a.status) - URGENCY.indexOf(b.status))[0];
}

/** How many values went through each wire, by its id; wires nothing went through are left out. */
export function wireCounts(graph: FlowGraph, view: RunView, trigger?: string): Map<string, number> {
  const left = new Map<string, number>();
  const begun = new Map<string, number>();
  for (const step of Object.values(view.steps)) {
    add(begun, step.node);
    if (step.status === 'done') add(left, `${step.node} ${step.port ?? 'out'}`);
    if (step.status === 'failed' && step.handled) add(left, `${step.node} error`);
  }
  if (trigger !== undefined) add(left, `${trigger} out`);
  const counts = new Map<string, number>();
  for (const edge of Object.values(graph.edges)) {
    // A loop leaves by `item` once per item, which only the body's steps tell.
    const count = edge.port === 'item' ? begun.get(edge.to) : left.get(`${edge.from} ${edge.port}`);
    if (count) counts.set(edge.id, count);
  }
  return counts;
}

function add(counts: Map<string, number>, key: string): void {
  counts.set(key, (counts.get(key) ?? 0) + 1);
}

export function sameRun(a: NodeRun | undefined, b: NodeRun | undefined): boolean {
  if (!a || !b) return a === b;
  return (
    a.status === b.status &&
    a.done === b.done &&
    a.failed === b.failed &&
    a.total === b.total &&
    a.reason === b.reason
  );
}
