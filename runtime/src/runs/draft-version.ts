import { connectionsOf } from '@patchbay/shared/flows';

import { assertMayUse } from '#connections';
import type { FlowRow } from '#flows';
import type { Ctx } from '#http';
import { snapshotDraft } from '#versions';

/** The draft as it stands, as a version that the actor may run: with no connection of somebody else. */
export async function draftVersion(ctx: Ctx, flow: FlowRow): Promise<string> {
  await assertMayUse(ctx, connectionsOf(flow.graph).keys());
  return snapshotDraft(ctx.query, flow, { by: ctx.actor.name, at: ctx.clock() });
}
