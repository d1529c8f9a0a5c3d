import { fail, type Payload } from '@patchbay/shared/base';
import * as endpoints from '@patchbay/shared/runs';

import { findFlow } from '#flows';
import type { Ctx, Room } from '#http';
import type { Queue } from '#queue';
import { loadVersion } from '#versions';

import { cancelRun } from './cancel-run.ts';
import { continueRun } from './continue-run.ts';
import { followEvents, readEvents } from './follow-events.ts';
import { acceptShapes, readShapes, viewShapes } from './learn-shapes.ts';
import { mcpRoute } from './mcp-route.ts';
import { nextTimes } from './next-time.ts';
import { readBlob } from './payloads.ts';
import { retryRun } from './retry-run.ts';
import { scriptOf } from './scripts.ts';
import { startRun } from './start-run.ts';
import { listTriggerStates, makeTriggerAddress } from './trigger-states.ts';
import { hookUrl } from './triggers.ts';
import { listRuns, NAMED, summaryOf, type NamedRun } from './view-run.ts';
import { webhookRoutes, type WebhookParts } from './webhook.ts';
import { changeWorkbench, readWorkbench } from './workbench.ts';

export interface RunsParts extends WebhookParts {
  baseUrl: () => string;
}

/** The room's doors: the list and the page of runs, webhooks, and what tries triggers out. */
export function runsRoom(parts: RunsParts): Room {
  const { queue } = parts;
  return {
    name: 'runs',
    routes: (app) => webhookRoutes(parts, app),
    mount: (api) => {
      mcpRoute(parts, api);
      api.on(endpoints.listRuns, ({ query: sql, project }, { query }) =>
        listRuns(sql, { ...query, project }),
      );
      api.on(endpoints.getRun, (ctx, { params }) => getRun(ctx, params.id));
      api.on(
        endpoints.getPayload,
        async (ctx, { params }) =>
          (await readBlob(ctx.query, params.id, params.blob)) ?? gone('value'),
      );
      api.on(endpoints.startRun, (ctx, { params, body }) =>
        startRun(ctx, queue, { id: params.id, ...body }),
      );
      api.on(endpoints.cancelRun, (ctx, { params }) => cancelRun(ctx, queue, params.id));
      api.on(endpoints.continueRun, (ctx, { params, body }) =>
        continueRun(ctx, queue, { id: params.id, ...body }),
      );
      api.on(endpoints.getWorkbench, async (ctx, { params }) => {
        await findFlow(ctx.em, params.id);
        return readWorkbench(ctx.query, params.id);
      });
      api.on(endpoints.changeWorkbench, (ctx, { params, body }) =>
        changeWorkbench(ctx, { id: params.id, ...body }),
      );
      api.on(endpoints.retryRun, (ctx, { params, body }) =>
        retryRun(ctx, queue, { id: params.id, ...body }),
      );
      api.on(endpoints.getShapes, async (ctx, { params }) => {
        await findFlow(ctx.em, params.id);
        return viewShapes(await readShapes(ctx.query, params.id));
      });
      api.on(endpoints.acceptShapes, (ctx, { params }) => acceptShapes(ctx, params.id));
      api.stream(endpoints.followRun, (ctx, { params, query }, signal) =>
        follow(ctx, queue, { run: params.id, after: query.after, signal }),
      );
      api.on(endpoints.listen, (ctx, { params, body }) =>
        listen(ctx, { ...params, seconds: body.seconds }),
      );
      api.on(endpoints.listCaptures, (ctx, { params }) =>
        captures(ctx, { ...params, baseUrl: parts.baseUrl() }),
      );
      api.on(endpoints.listTriggers, async (ctx, { params }) => ({
        items: await listTriggerStates(parts, ctx, params.id),
      }));
      api.on(endpoints.makeAddress, (ctx, { params, body }) =>
        makeTriggerAddress(parts, ctx, { ...params, ...body }),
      );
      api.on(endpoints.previewSchedule, ({ clock }, { body }) => ({
        next: nextTimes(body, clock(), 5),
      }));
    },
  };
}

function gone(what: string): never {
  return fail(
    'not_found',
    `There is no such ${what}.`,
    'It may have been deleted: runs are kept as long as their flow says.',
  );
}

async function getRun(ctx: Ctx, id: string): Promise<Awaited<ReturnType<typeof readRun>>> {
  const [row] = await ctx.query<NamedRun>(`${NAMED} where r.id = ?`, [id]);
  return readRun(ctx, row ?? gone('run'));
}

async function readRun(ctx: Ctx, row: NamedRun) {
  const [version, events, retries] = [
    await loadVersion(ctx.query, row.version_id),
    await readEvents(ctx.query, row.id, 0),
    await ctx.query<{ id: string }>('select id from run where retry_of = ? order by id', [row.id]),
  ];
  return {
    run: summaryOf(row),
    graph: version.graph,
    input: JSON.parse(row.input) as Payload,
    events,
    pins: scriptOf(row)?.pins ?? {},
    retries: retries.map((r) => r.id),
  };
}

async function follow(
  ctx: Ctx,
  queue: Queue,
  { run, after, signal }: { run: string; after?: number; signal: AbortSignal },
): Promise<AsyncGenerator<{ id: string; data: string }>> {
  const [known] = await ctx.query('select id from run where id = ?', [run]);
  if (!known) gone('run');
  const last = Number(ctx.request.headers.get('last-event-id') ?? after ?? 0);
  const place = { run, after: Number.isSafeInteger(last) ? last : 0, signal };
  return messages(followEvents({ query: ctx.query, queue }, place));
}

async function* messages(
  events: AsyncIterable<endpoints.RunEvent>,
): AsyncGenerator<{ id: string; data: string }> {
  for await (const event of events) yield { id: String(event.seq), data: JSON.stringify(event) };
}

async function listen(
  ctx: Ctx,
  { id, node, seconds }: { id: string; node: string; seconds: number },
): Promise<{ until: number }> {
  const flow = await findFlow(ctx.em, id);
  if (flow.graph.nodes[node]?.kind !== 'webhook') gone('webhook');
  const until = ctx.clock() + seconds * 1000;
  ctx.audit(`flow:${id}`, { listen: node, seconds });
  await ctx.query(
    'insert into listener (flow_id, node, until) values (?, ?, ?) on conflict (flow_id, node) do update set until = excluded.until',
    [id, node, until],
  );
  return { until };
}

async function captures(
  ctx: Ctx,
  { id, node, baseUrl }: { id: string; node: string; baseUrl: string },
): Promise<{ url: string; listeningUntil?: number; items: endpoints.Capture[] }> {
  const rows = await ctx.query<{ id: string; at: number; payload: string }>(
    'select id, at, payload from capture where flow_id = ? and node = ? order by id desc limit 20',
    [id, node],
  );
  const [listener] = await ctx.query<{ until: number }>(
    'select until from listener where flow_id = ? and node = ?',
    [id, node],
  );
  const until = listener && listener.until > ctx.clock() ? listener.until : undefined;
  return {
    url: hookUrl(baseUrl, id, node),
    listeningUntil: until,
    items: rows.map((r) => ({ id: r.id, at: r.at, payload: JSON.parse(r.payload) as unknown })),
  };
}
