import { fail, type Json } from '@patchbay/shared/base';
import { triggersOf, type FlowNode } from '@patchbay/shared/flows';

import { findFlow } from '#flows';
import type { Ctx } from '#http';
import type { Queue } from '#queue';
import { loadVersion, snapshotDraft } from '#versions';

import { newRun } from './new-run.ts';
import { insertRuns } from './run-rows.ts';
import { insertBlobs } from './run-store.ts';

export interface RunRequest {
  id: string;
  draft: boolean;
  trigger?: string;
  payload?: Json;
}

/** Starts a run by hand, of the live version or of the draft as it stands. */
export async function startRun(
  ctx: Ctx,
  queue: Queue,
  request: RunRequest,
): Promise<{ run: string }> {
  const flow = await findFlow(ctx.em, request.id);
  const at = ctx.clock();
  const versionId = request.draft
    ? await snapshotDraft(ctx.query, flow, { by: ctx.actor.name, at })
    : flow.liveVersionId;
  if (!versionId)
    return fail('not_found', `"${flow.name}" is not live.`, 'Publish it, or test-run the draft.');
  const version = await loadVersion(ctx.query, versionId);
  const trigger = triggerOf(triggersOf(version.graph), request.trigger);
  const { row, blobs } = newRun({ version, trigger, payload: request.payload ?? null, at });
  await insertBlobs(ctx.query, blobs);
  await insertRuns(ctx.query, [row]);
  ctx.audit(`flow:${flow.id}`, { run: row.id, draft: request.draft });
  ctx.afterCommit(() => queue.wake(row.id));
  return { run: row.id };
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
