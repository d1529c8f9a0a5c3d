import { newId } from '@patchbay/shared/base';
import * as endpoints from '@patchbay/shared/flows';

import { holdProject } from '#access';
import type { Catalogue } from '#catalog';
import type { Ctx, Room } from '#http';

import { findFlow } from './find-flow.ts';
import { flowProblems } from './flow-problems.ts';
import { FlowEntity } from './flow.entity.ts';
import { moveFlow } from './move-flow.ts';
import { editsSince, saveEdits } from './save-edits.ts';
import { lastRuns, summaryOf, viewFlow, viewSummary } from './view-flow.ts';

/** The room's doors. */
export function flowsRoom({ catalogue }: { catalogue: Catalogue }): Room {
  return {
    name: 'flows',
    mount: (api) => {
      api.on(endpoints.listFlows, async ({ em, query: sql, project }, { query }) => {
        const [rows, runs] = [
          await em.find(FlowEntity, { projectId: project }, { orderBy: { updatedAt: 'desc' } }),
          await lastRuns(sql, project),
        ];
        const wanted = query.search?.toLowerCase() ?? '';
        const found = rows.filter((row) => row.name.toLowerCase().includes(wanted));
        return { items: found.map((row) => summaryOf(row, runs.get(row.id))) };
      });
      api.on(endpoints.createFlow, (ctx, { body }) => create(ctx, body));
      api.on(endpoints.getFlow, async ({ em, query }, { params }) =>
        viewFlow(query, await findFlow(em, params.id)),
      );
      api.on(endpoints.updateFlow, (ctx, { params, body }) => update(ctx, params.id, body));
      api.on(endpoints.moveFlow, (ctx, { params, body }) => moveFlow(ctx, params.id, body.project));
      api.on(endpoints.deleteFlow, (ctx, { params }) => remove(ctx, params.id));
      api.on(endpoints.editFlow, (ctx, { params, body }) =>
        saveEdits(ctx, { id: params.id, ...body }),
      );
      api.on(endpoints.listEdits, async (ctx, { params, query }) => ({
        items: await editsSince(ctx, params.id, query.since),
      }));
      api.on(endpoints.checkFlow, async (ctx, { params }) => ({
        problems: await flowProblems(
          { ...ctx, catalogue },
          (await findFlow(ctx.em, params.id)).graph,
        ),
      }));
    },
  };
}

async function create(
  ctx: Ctx,
  {
    name,
    folder = '',
    graph = endpoints.emptyGraph(),
  }: { name: string; folder?: string; graph?: endpoints.FlowGraph },
): Promise<endpoints.Flow> {
  const at = ctx.clock();
  await holdProject(ctx.query, ctx.project);
  const row = ctx.em.create(FlowEntity, {
    id: newId(at),
    projectId: ctx.project,
    name,
    folder,
    graph,
    retention: {},
    createdAt: at,
    updatedAt: at,
    updatedBy: ctx.actor.name,
  });
  await ctx.em.persist(row).flush();
  ctx.audit(`flow:${row.id}`, { name });
  return viewFlow(ctx.query, row);
}

async function update(
  ctx: Ctx,
  id: string,
  change: { name?: string; folder?: string; retention?: endpoints.Retention },
): Promise<endpoints.FlowSummary> {
  const row = await findFlow(ctx.em, id, { lock: true });
  row.name = change.name ?? row.name;
  row.folder = change.folder ?? row.folder;
  row.retention = change.retention ?? row.retention;
  row.updatedAt = ctx.clock();
  row.updatedBy = ctx.actor.name;
  ctx.audit(`flow:${id}`, change);
  return viewSummary(ctx.query, row);
}

/** Tables of the rooms above hold what belongs to the flow; they go with it. */
const BELONGINGS = [
  'flow_edit',
  'flow_version',
  'armed_trigger',
  'event_source',
  'capture',
  'listener',
  'workbench',
  'test_suite_version',
];
const TESTS = ['test_case', 'test_batch', 'test_schedule'];

async function remove(ctx: Ctx, id: string): Promise<{ ok: true }> {
  const row = await findFlow(ctx.em, id, { lock: true });
  const ofFlow = 'select id from run where flow_id = ?';
  await ctx.query(`delete from journal where run_id in (${ofFlow})`, [id]);
  await ctx.query(`delete from blob where run_id in (${ofFlow})`, [id]);
  await ctx.query('delete from run where flow_id = ?', [id]);
  for (const table of BELONGINGS) await ctx.query(`delete from ${table} where flow_id = ?`, [id]);
  for (const table of TESTS)
    await ctx.query(`delete from ${table} where subject = ?`, [`flow:${id}`]);
  ctx.em.remove(row);
  ctx.audit(`flow:${id}`, { name: row.name });
  return { ok: true };
}
