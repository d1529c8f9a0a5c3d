import { fail, toProblem, type Json, type Problem } from '@patchbay/shared/base';
import { expressionsOf, type FlowGraph, type FlowNode } from '@patchbay/shared/flows';
import { hasEnded } from '@patchbay/shared/runs';
import { differences, type ReplayPreview, type ReplayRequest } from '@patchbay/shared/testing';

import type { Ctx } from '#http';
import { evaluateWith, type Evaluate } from '#mapping';
import { retryRun, versionForRetry, type RunRow } from '#runs';
import { loadVersion } from '#versions';

import { readRunData } from './read-run.ts';
import { documentOf, valueOf, type RunData } from './step-data.ts';
import type { TestingParts } from './testing-parts.ts';

type Plan = Omit<ReplayRequest, 'runs'>;

/** What would be different, run by run. */
export async function previewReplay(
  { evaluate }: TestingParts,
  ctx: Ctx,
  { runs, ...plan }: ReplayRequest,
): Promise<{ items: ReplayPreview[] }> {
  const items: ReplayPreview[] = [];
  for (const run of runs) {
    items.push(
      await previewOne(evaluate, ctx, { run, plan }).catch((error: unknown) => ({
        run,
        payload: [],
        problem: toProblem(error),
      })),
    );
  }
  return { items };
}

async function previewOne(
  evaluate: Evaluate,
  ctx: Ctx,
  { run, plan }: { run: string; plan: Plan },
): Promise<ReplayPreview> {
  const { row, data } = await readRunData(ctx, run);
  const payload = await patched(evaluate, plan.patch, data.payload);
  const graph = await graphFor(ctx, row, plan);
  const now = { ...data, payload };
  const step = await stepPreview(evaluate, { before: data, now, graph });
  return {
    run,
    payload: differences(data.payload, payload),
    step: step && { node: step.node.id, title: step.node.title, input: step.input },
    problem: step?.problem,
  };
}

async function graphFor(ctx: Ctx, row: RunRow, { version }: Plan): Promise<FlowGraph> {
  const id = await versionForRetry(ctx, row, version);
  return (await loadVersion(ctx.query, id)).graph;
}

interface StepPreview {
  node: FlowNode;
  input: ReplayPreview['payload'];
  problem?: Problem;
}

/** What the failed step was given, and what the mended flow would give it from the same data. */
async function stepPreview(
  evaluate: Evaluate,
  { before, now, graph }: { before: RunData; now: RunData; graph: FlowGraph },
): Promise<StepPreview | undefined> {
  const failed = before.view.failedStep;
  const step = failed === undefined ? undefined : before.view.steps[failed];
  const node = step && graph.nodes[step.node];
  if (!step || !node || expressionsOf(node).length === 0) return undefined;
  const old = before.graph.nodes[step.node];
  const was =
    valueOf(step.input) ?? (old && (await inputOf(evaluate, before, { old, id: step.id })).value);
  const will = await inputOf(evaluate, { ...now, graph }, { old: node, id: step.id });
  return { node, input: differences(was, will.value), problem: will.problem };
}

async function inputOf(
  evaluate: Evaluate,
  data: RunData,
  { old, id }: { old: FlowNode; id: string },
): Promise<{ value?: Json; problem?: Problem }> {
  const texts = expressionsOf(old).map(({ text }) => text);
  const [result] = await evaluateWith(evaluate, texts.slice(0, 1), {
    document: documentOf(data, id),
    functions: data.graph.functions,
  });
  if (!result) return {};
  return result.ok ? { value: result.value ?? null } : { problem: result.problem };
}

async function patched(evaluate: Evaluate, patch: string | undefined, old: Json): Promise<Json> {
  if (patch === undefined || patch.trim() === '') return old;
  const [result] = await evaluate([patch], { trigger: old });
  if (result?.ok && result.value !== undefined) return result.value;
  if (result && !result.ok)
    fail(result.problem.code, `The patch: ${result.problem.message}`, result.problem.hint);
  return fail(
    'expression_failed',
    'The patch gives nothing.',
    'Let it give the whole new payload.',
  );
}

/** Starts the replays; one that can't be is said so and does not keep the others back. */
export async function replayRuns(
  parts: TestingParts,
  ctx: Ctx,
  { runs, ...plan }: ReplayRequest,
): Promise<{ items: { run: string; retry?: string; problem?: Problem }[] }> {
  const items: { run: string; retry?: string; problem?: Problem }[] = [];
  for (const run of runs) items.push(await replayOne(parts, ctx, { run, plan }));
  return { items };
}

async function replayOne(
  { queue, evaluate }: TestingParts,
  ctx: Ctx,
  { run, plan }: { run: string; plan: Plan },
): Promise<{ run: string; retry?: string; problem?: Problem }> {
  try {
    const { row, data } = await readRunData(ctx, run);
    if (!hasEnded(row.status)) fail('conflict', 'The run is still going.', 'Wait for its end.');
    const { patch, from, version } = plan;
    const payload = patch ? await patched(evaluate, patch, data.payload) : undefined;
    const retry = await retryRun(ctx, queue, { id: run, from, version, payload });
    return { run, retry: retry.run };
  } catch (error) {
    return { run, problem: toProblem(error) };
  }
}
