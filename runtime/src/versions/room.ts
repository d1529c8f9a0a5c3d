import { fail, newId } from '@patchbay/shared/base';
import { canonicalGraph, connectionsOf, type FlowGraph } from '@patchbay/shared/flows';
import * as endpoints from '@patchbay/shared/versions';

import type { Catalogue } from '#catalog';
import { assertMayUse } from '#connections';
import type { Query } from '#db';
import { findFlow, flowProblems, hashGraph, type FlowRow } from '#flows';
import type { Ctx, Room } from '#http';

import { ENGINE } from './engine-version.ts';
import { FlowVersionEntity, type FlowVersionRow } from './flow-version.entity.ts';
import { pinFunctions } from './pin-functions.ts';

export interface ArmedTrigger {
  node: string;
  kind: string;
  url?: string;
  nextAt?: number;
}

export interface VersionParts {
  catalogue: Catalogue;
  /** Makes a version's triggers answer, in the transaction that sets it live; the rooms above own triggers. */
  arm(
    query: Query,
    flowId: string,
    version: { id: string; number: number; graph: FlowGraph } | undefined,
  ): Promise<ArmedTrigger[]>;
  /**
   * Does `work`, in which a graph goes live, once other systems know the addresses of its triggers;
   * takes them off again when it fails. Never inside of a transaction.
   */
  registered<T>(graph: FlowGraph, work: () => Promise<T>): Promise<T>;
}

/** The room's doors. */
export function versionsRoom(parts: VersionParts): Room {
  return {
    name: 'versions',
    mount: (api) => {
      api.on(endpoints.listVersions, async ({ em }, { params }) => {
        const flow = await findFlow(em, params.id);
        const rows = await em.find(
          FlowVersionEntity,
          { flowId: params.id, number: { $ne: null } },
          { orderBy: { number: 'desc' }, limit: 500 },
        );
        return { items: rows.map((row) => viewVersion(flow, row)) };
      });
      api.on(endpoints.getVersion, async ({ em }, { params }) => {
        const flow = await findFlow(em, params.id);
        const row = await findVersion(em, params.id, params.number);
        return { ...viewVersion(flow, row), graph: JSON.parse(row.graph) as FlowGraph };
      });
      api.on(
        endpoints.publishFlow,
        (ctx, { params, body }) => publish(parts, ctx, { id: params.id, ...body }),
        {
          around: async (ctx, { params, body }, change) => {
            const flow = await findFlow(ctx.em, params.id);
            await refuseUnready(parts, ctx, { flow, revision: body.revision });
            return parts.registered(flow.graph, change);
          },
        },
      );
      api.on(
        endpoints.setLive,
        (ctx, { params, body }) => goLive(parts, ctx, { id: params.id, number: body.version }),
        {
          around: async (ctx, { params, body }, change) => {
            if (body.version === null) return change();
            const row = await findVersion(ctx.em, params.id, body.version);
            const graph = JSON.parse(row.graph) as FlowGraph;
            // What it was published with may be another project's by now, or somebody's own.
            await assertMayUse(ctx, connectionsOf(graph).keys());
            return parts.registered(graph, change);
          },
        },
      );
    },
  };
}

async function findVersion(em: Ctx['em'], flowId: string, number: number): Promise<FlowVersionRow> {
  const row = await em.findOne(FlowVersionEntity, { flowId, number });
  return (
    row ?? fail('not_found', `There is no version ${number}.`, 'Look at the list of versions.')
  );
}

function viewVersion(flow: FlowRow, row: FlowVersionRow): endpoints.Version {
  const { number, notes, publishedAt, publishedBy, engine } = row;
  return {
    number: number ?? 0,
    notes,
    publishedAt,
    publishedBy,
    engine,
    engineChanged: engine !== ENGINE,
    live: flow.liveVersionId === row.id,
  };
}

async function publish(
  parts: VersionParts,
  ctx: Ctx,
  input: { id: string; notes: string; revision?: number },
): Promise<{ version: endpoints.Version; triggers: ArmedTrigger[] }> {
  const flow = await findFlow(ctx.em, input.id, { lock: true });
  await refuseUnready(parts, ctx, { flow, revision: input.revision });
  const row = await insertVersion(ctx, flow, input.notes);
  flow.versionHash = row.hash;
  const triggers = await setLive(ctx, parts, { flow, row });
  ctx.audit(`flow:${flow.id}`, { version: row.number ?? 0, notes: input.notes });
  return { version: viewVersion(flow, row), triggers };
}

/** Refuses a draft that can't run, or that is not the one the person looked at. */
async function refuseUnready(
  { catalogue }: VersionParts,
  ctx: Ctx,
  { flow, revision }: { flow: FlowRow; revision: number | undefined },
): Promise<void> {
  if (revision !== undefined && revision !== flow.revision) {
    fail(
      'conflict',
      'The draft was changed meanwhile.',
      'Look at what is new, then publish again.',
    );
  }
  const problems = await flowProblems({ ...ctx, catalogue }, flow.graph);
  const first = problems[0];
  if (first) {
    const more = problems.length > 1 ? ` And ${problems.length - 1} more.` : '';
    fail('flow_invalid', `The flow can't be published: ${first.message}${more}`, {
      hint: first.hint,
      at: first.at,
      details: { problems },
    });
  }
}

async function insertVersion(ctx: Ctx, flow: FlowRow, notes: string): Promise<FlowVersionRow> {
  const [last] = await ctx.em.find(
    FlowVersionEntity,
    { flowId: flow.id, number: { $ne: null } },
    { orderBy: { number: 'desc' }, limit: 1 },
  );
  const at = ctx.clock();
  const row = ctx.em.create(FlowVersionEntity, {
    id: newId(at),
    flowId: flow.id,
    number: (last?.number ?? 0) + 1,
    hash: hashGraph(flow.graph),
    graph: canonicalGraph(await pinFunctions(ctx.query, flow)),
    engine: ENGINE,
    notes,
    publishedAt: at,
    publishedBy: ctx.actor.name,
  });
  ctx.em.persist(row);
  return row;
}

async function setLive(
  ctx: Ctx,
  parts: VersionParts,
  { flow, row }: { flow: FlowRow; row: FlowVersionRow | undefined },
): Promise<ArmedTrigger[]> {
  flow.liveVersionId = row?.id ?? null;
  flow.liveVersion = row?.number ?? null;
  await ctx.em.flush();
  return parts.arm(
    ctx.query,
    flow.id,
    row && { id: row.id, number: row.number ?? 0, graph: JSON.parse(row.graph) as FlowGraph },
  );
}

async function goLive(
  parts: VersionParts,
  ctx: Ctx,
  { id, number }: { id: string; number: number | null },
): Promise<{ liveVersion?: number; triggers: ArmedTrigger[] }> {
  const flow = await findFlow(ctx.em, id, { lock: true });
  const row = number === null ? undefined : await findVersion(ctx.em, id, number);
  const triggers = await setLive(ctx, parts, { flow, row });
  ctx.audit(`flow:${id}`, { live: number });
  return { liveVersion: flow.liveVersion ?? undefined, triggers };
}
