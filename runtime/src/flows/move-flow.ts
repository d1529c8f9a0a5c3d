import { fail } from '@patchbay/shared/base';
import type { FlowSummary } from '@patchbay/shared/flows';

import { assertMayIn, holdProject } from '#access';
import type { Ctx } from '#http';

import { findFlow } from './find-flow.ts';
import { obstacles } from './move-obstacles.ts';
import { viewSummary } from './view-flow.ts';

/** Moves a flow to another project, unless something would stop working there. */
export async function moveFlow(ctx: Ctx, id: string, project: string): Promise<FlowSummary> {
  await assertMayIn(ctx, project, { permission: 'flow.edit', what: 'To move a flow there' });
  const { name } = await holdProject(ctx.query, project);
  const row = await findFlow(ctx.em, id, { lock: true });
  const problems = row.projectId === project ? [] : await obstacles(ctx.query, row, project);
  const [first] = problems;
  if (first) {
    const more = problems.length > 1 ? ` And ${problems.length - 1} more.` : '';
    fail('conflict', `The flow can't move to “${name}”: ${first.message}${more}`, {
      hint: first.hint,
      details: { problems },
    });
  }
  ctx.audit(`flow:${id}`, { from: row.projectId, to: project });
  row.projectId = project;
  return viewSummary(ctx.query, row);
}
