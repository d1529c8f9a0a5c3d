import { fail, type Json } from '@patchbay/shared/base';
import { triggersOf, type FlowNode } from '@patchbay/shared/flows';
import { emptyScript, type RunScript, type ScriptRequest } from '@patchbay/shared/runs';

import type { Query } from '#db';
import { findFlow } from '#flows';
import type { Ctx } from '#http';
import type { Queue } from '#queue';
import { loadVersion } from '#versions';

import { readBase, type BaseRequest } from './base-run.ts';
import { draftVersion } from './draft-version.ts';
import { insertRun } from './insert-run.ts';
import { readWorkbench } from './workbench.ts';

export interface RunRequest {
  id: string;
  draft: boolean;
  trigger?: string;
  payload?: Json;
  script?: ScriptRequest;
  base?: BaseRequest;
}

/** Starts a run by hand, of the live version or of the draft as it stands. */
export async function startRun(
  ctx: Ctx,
  queue: Queue,
  request: RunRequest,
): Promise<{ run: string }> {
  const flow = await findFlow(ctx.em, request.id);
  const at = ctx.clock();
  const versionId = request.draft ? await draftVersion(ctx, flow) : flow.liveVersionId;
  if (!versionId)
    return fail('not_found', `"${flow.name}" is not live.`, 'Publish it, or test-run the draft.');
  const version = await loadVersion(ctx.query, versionId);
  const trigger = triggerOf(triggersOf(version.graph), request.trigger);
  const script = request.draft ? await scriptFor(ctx.query, request) : undefined;
  const now = { graph: version.graph, pins: script?.pins ?? {} };
  const base = request.base && (await readBase(ctx, request.base, now));
  const payload = request.payload ?? base?.payload ?? null;
  const make = { version, trigger, payload, at, script };
  const run = await insertRun(ctx.query, make, base?.kept ?? []);
  ctx.audit(`flow:${flow.id}`, { run, draft: request.draft });
  ctx.afterCommit(() => queue.wake(run));
  return { run };
}

/** Pins and breakpoints belong to the draft; a run of the live version never sees them. */
async function scriptFor(query: Query, { id, script }: RunRequest): Promise<RunScript | undefined> {
  const { pins, breakpoints } = await readWorkbench(query, id);
  const stops = script?.breakpoints === false ? [] : breakpoints;
  const { until, only = {}, stepping = false } = script ?? {};
  const isPlain = !script && stops.length === 0 && Object.keys(pins).length === 0;
  return isPlain
    ? undefined
    : { ...emptyScript(), until, only, stepping, pins, breakpoints: stops };
}

function triggerOf(triggers: FlowNode[], wanted: string | undefined): FlowNode {
  const found =
    wanted === undefined
      ? (triggers.find((t) => t.kind === 'manual') ?? triggers[0])
      : triggers.find((t) => t.id === wanted);
  return (
    found ??
    fail('invalid_input', 'The flow has no such trigger.', 'Add a trigger, or choose one it has.')
  );
}
