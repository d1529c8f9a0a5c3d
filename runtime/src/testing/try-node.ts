import {
  fail,
  isObject,
  toProblem,
  type Json,
  type JsonObject,
  type Problem,
} from '@patchbay/shared/base';
import type { FlowGraph } from '@patchbay/shared/flows';
import type { RunScript } from '@patchbay/shared/runs';
import type { Exchange } from '@patchbay/shared/testing';

import type { StepOutcome } from '#engine';
import type { StepPerformer } from '#runs';

import { inTime } from './in-time.ts';

/** One node, and the document its expressions see. */
export interface NodeTry {
  graph: FlowGraph;
  node: string;
  document: JsonObject;
  script?: RunScript;
  /** Fires when whoever asked is gone. */
  caller?: AbortSignal;
}

/** How it went; times in ms. */
export interface Tried {
  ok: boolean;
  input?: Json;
  output?: Json;
  port?: string;
  problem?: Problem;
  ms: number;
  exchanges: Exchange[];
}

/** Performs one node outside of any run. */
export async function tryNode(performer: StepPerformer, request: NodeTry): Promise<Tried> {
  const { graph, node: id, document, script, caller } = request;
  const node =
    graph.nodes[id] ??
    fail('not_found', 'There is no such step.', 'It may have been deleted: reload the flow.');
  const started = performance.now();
  const steps = isObject(document.steps) ? document.steps : {};
  const exchanges: Exchange[] = [];
  let input: Json | undefined;
  const call = {
    step: node.id,
    node,
    attempt: 1,
    scope: {
      trigger: document.trigger ?? null,
      item: document.item,
      index: Number(document.index ?? 0),
      output: (key: string) => (Object.hasOwn(steps, key) ? steps[key] : undefined),
    },
    begin: async (value: Json) => void (input = value),
  };
  const watch = { observe: (exchange: Exchange) => void exchanges.push(exchange) };
  const outcome = await inTime(
    (signal) => performer.tryOut(graph, { ...call, signal }, { script, watch }),
    { caller },
  ).catch((error: unknown): StepOutcome => ({ kind: 'failed', problem: toProblem(error) }));
  const ms = Math.round(performance.now() - started);
  return { ...resultOf(outcome, input), ms, exchanges };
}

function resultOf(outcome: StepOutcome, input: Json | undefined): Omit<Tried, 'ms' | 'exchanges'> {
  if (outcome.kind === 'failed') return { ok: false, input, problem: outcome.problem };
  if (outcome.kind === 'waiting')
    return { ok: true, input, output: { until: new Date(outcome.until ?? 0).toISOString() } };
  const { output, port } = outcome;
  return { ok: true, input: input ?? output, output, port };
}
