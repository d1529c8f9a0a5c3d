import { fail, isObject, type Json, type JsonObject, type Problem } from '@patchbay/shared/base';
import { testNode } from '@patchbay/shared/testing';

import { findFlow } from '#flows';
import type { Ctx, Room } from '#http';
import type { StepPerformer } from '#runs';

const TIMEOUT_MS = 60_000;

/** The room's doors. */
export function testingRoom(performer: StepPerformer): Room {
  return {
    name: 'testing',
    mount: (api) =>
      api.on(
        testNode,
        (ctx, { params, body }) => tryNode(ctx, performer, { ...params, document: body.document }),
        { alone: true },
      ),
  };
}

interface Tried {
  ok: boolean;
  input?: Json;
  output?: Json;
  port?: string;
  problem?: Problem;
  ms: number;
}

async function tryNode(
  ctx: Ctx,
  performer: StepPerformer,
  { id, node: nodeId, document }: { id: string; node: string; document: JsonObject },
): Promise<Tried> {
  const { graph } = await findFlow(ctx.em, id);
  const node =
    graph.nodes[nodeId] ??
    fail('not_found', 'There is no such step.', 'It may have been deleted: reload the flow.');
  const started = performance.now();
  const steps = isObject(document.steps) ? document.steps : {};
  let input: Json | undefined;
  const outcome = await performer.tryOut(graph, {
    step: node.id,
    node,
    attempt: 1,
    scope: {
      trigger: document.trigger ?? null,
      item: document.item,
      index: Number(document.index ?? 0),
      output: (key) => steps[key],
    },
    signal: AbortSignal.timeout(TIMEOUT_MS),
    begin: async (value) => {
      input = value;
    },
  });
  const ms = Math.round(performance.now() - started);
  if (outcome.kind === 'failed') return { ok: false, input, problem: outcome.problem, ms };
  if (outcome.kind === 'waiting')
    return { ok: true, input, output: { until: new Date(outcome.until ?? 0).toISOString() }, ms };
  return {
    ok: true,
    input: input ?? outcome.output,
    output: outcome.output,
    port: outcome.port,
    ms,
  };
}
