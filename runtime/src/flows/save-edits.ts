import { fail } from '@patchbay/shared/base';
import {
  applyEdit,
  GRAPH_LIMITS,
  overlap,
  type FlowEdit,
  type SavedEdit,
} from '@patchbay/shared/flows';

import type { Ctx } from '#http';

import { findFlow } from './find-flow.ts';
import { FlowEditEntity, type FlowRow } from './flow.entity.ts';

export interface EditsToSave {
  id: string;
  revision: number;
  edits: FlowEdit[];
  takeOver?: boolean;
}

/**
 * Saves edits made on a revision. What others saved since is kept: when nothing overlaps ours
 * follow theirs, when something does it is a conflict that shows theirs, unless `takeOver`.
 */
export async function saveEdits(
  ctx: Ctx,
  input: EditsToSave,
): Promise<{ revision: number; theirs: SavedEdit[] }> {
  const row = await findFlow(ctx.em, input.id, { lock: true });
  const theirs = await editsSince(ctx, input.id, input.revision);
  const both = overlap(
    input.edits,
    theirs.map((t) => t.edit),
  );
  if (both.length > 0 && !input.takeOver) refuse(row, theirs, both);
  for (const edit of input.edits) store(ctx, row, edit);
  // All together: an edit too many may be taken back by the next.
  refuseTooMany(row);
  row.updatedAt = ctx.clock();
  row.updatedBy = ctx.actor.name;
  ctx.audit(`flow:${row.id}`, { revision: row.revision, edits: input.edits.map((e) => e.label) });
  return { revision: row.revision, theirs };
}

function refuseTooMany(row: FlowRow): void {
  if (Object.keys(row.graph.nodes).length > GRAPH_LIMITS.nodes) {
    fail(
      'flow_invalid',
      `A flow holds at most ${GRAPH_LIMITS.nodes} nodes.`,
      'Move parts into flows of their own and call them.',
    );
  }
}

function store(ctx: Ctx, row: FlowRow, edit: FlowEdit): void {
  row.graph = applyEdit(row.graph, edit);
  row.revision++;
  const { id, name } = ctx.actor;
  ctx.em.persist(
    ctx.em.create(FlowEditEntity, {
      flowId: row.id,
      revision: row.revision,
      actor: id,
      actorName: name,
      at: ctx.clock(),
      edit,
    }),
  );
}

export async function editsSince(
  { em }: Pick<Ctx, 'em'>,
  id: string,
  revision: number,
): Promise<SavedEdit[]> {
  const rows = await em.find(
    FlowEditEntity,
    { flowId: id, revision: { $gt: revision } },
    { orderBy: { revision: 'asc' }, limit: 1000 },
  );
  return rows.map((r) => ({ revision: r.revision, by: r.actorName, at: r.at, edit: r.edit }));
}

function refuse(row: FlowRow, theirs: SavedEdit[], both: string[]): never {
  const who = [...new Set(theirs.map((t) => t.by))].join(' and ');
  return fail('conflict', `${who} changed the same things meanwhile.`, {
    hint: 'Look at what they did, then merge or take over. Nothing of yours is lost.',
    details: { revision: row.revision, theirs, overlap: both },
  });
}
