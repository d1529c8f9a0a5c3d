import { problem, toProblem, type Json, type Problem } from '@patchbay/shared/base';
import type { FlowGraph, FlowNode } from '@patchbay/shared/flows';
import {
  emptyRunView,
  foldRun,
  type RunEvent,
  type RunScript,
  type RunView,
} from '@patchbay/shared/runs';

import { executeRun, planOf, type EnginePorts, type StepCall, type StepOutcome } from '#engine';
import type { StepPerformer } from '#runs';

const DEADLINE_MS = 60_000;

/** A flow that is run in memory: the same engine, a journal that nobody keeps. */
export interface Rehearsal {
  graph: FlowGraph;
  trigger: string;
  payload: Json;
  script: RunScript;
  /** Steps without a stand-in fail instead of calling anybody. */
  offline?: boolean;
  deadlineMs?: number;
  /** Fires when whoever asked is gone. */
  caller?: AbortSignal;
}

/** Runs a flow to its end without a trace. Never throws for the flow's sake, and always ends. */
export async function rehearse(performer: StepPerformer, play: Rehearsal): Promise<RunView> {
  const events: RunEvent[] = [];
  const { graph, trigger, payload, script, deadlineMs = DEADLINE_MS } = play;
  const deadline = AbortSignal.timeout(deadlineMs);
  const signal = AbortSignal.any([deadline, ...(play.caller ? [play.caller] : [])]);
  const run = performer.looseRun(script);
  const outside = play.offline ? ['call', 'action'] : ['call'];
  const perform = (call: StepCall): Promise<StepOutcome> =>
    outside.includes(call.node.kind) && !isMocked(script, call)
      ? Promise.resolve({ kind: 'failed', problem: noStandIn(call.node) })
      : performer.tryOut(graph, call, { run });
  const job = { plan: planOf(graph), trigger, payload, journal: emptyRunView(), signal };
  try {
    await executeRun(job, portsFor(events, perform));
  } catch (error) {
    const failed = signal.aborted ? late(graph, events, deadlineMs) : toProblem(error);
    note(events, { type: 'run.failed', at: Date.now(), problem: failed });
  }
  return foldRun(events);
}

function portsFor(events: RunEvent[], perform: EnginePorts['perform']): EnginePorts {
  return {
    perform,
    write: async (event) => note(events, event),
    now: Date.now,
    random: () => 0.5,
    timer: (at, wake) => {
      const handle = setTimeout(wake, Math.min(Math.max(0, at - Date.now()), 2 ** 31 - 1));
      return () => clearTimeout(handle);
    },
    // Nobody would wake it: all waits are sat out here, until the deadline.
    holdMs: Infinity,
  };
}

function note(events: RunEvent[], event: Parameters<EnginePorts['write']>[0]): void {
  events.push({ ...event, seq: events.length + 1 });
}

function isMocked({ mocks }: RunScript, { step, node }: StepCall): boolean {
  return Object.hasOwn(mocks, step) || Object.hasOwn(mocks, node.id);
}

function noStandIn({ id, kind, title }: FlowNode): Problem {
  const calls = kind === 'call' ? 'another flow, which a test does not run' : 'another system';
  return problem('invalid_input', `"${title}" calls ${calls}.`, {
    hint: 'Give the step a mock in the test.',
    at: { node: id },
  });
}

/** Which step did not end. */
function late(graph: FlowGraph, events: RunEvent[], ms: number): Problem {
  const { steps } = foldRun(events);
  const open = Object.values(steps).findLast(({ status }) => status !== 'done');
  const title = open && graph.nodes[open.node]?.title;
  const where = title ? ` "${title}" had not ended.` : '';
  return problem('timed_out', `The test did not end within ${ms / 1000} s.${where}`, {
    hint: 'Give the step a mock, or a time limit in its settings.',
    at: { node: open?.node },
  });
}
