import { connectionsOf } from '@patchbay/shared/flows';
import * as endpoints from '@patchbay/shared/testing';

import { assertMayUse } from '#connections';
import { findFlow } from '#flows';
import type { Ctx, Room } from '#http';
import { pinFunctions } from '#versions';

import { findBatch } from './batches.ts';
import { callByHand, previewByHand } from './call-action.ts';
import { listCalls } from './call-history.ts';
import { createCase, createCases, deleteCase, updateCase } from './cases.ts';
import { previewReplay, replayRuns } from './replay.ts';
import { runSuite } from './run-suite.ts';
import { saveRun } from './save-run.ts';
import { allSuites, setSchedule, viewSuite } from './suites.ts';
import type { TestingParts } from './testing-parts.ts';
import { tryNode } from './try-node.ts';

/** What calls other systems takes long and keeps no transaction open meanwhile. */
const ALONE = { alone: true };

/** The room's doors. */
export function testingRoom(parts: TestingParts): Room {
  return {
    name: 'testing',
    mount: (api) => {
      mountTrying(api, parts);
      mountSuites(api, parts);
      mountReplays(api, parts);
    },
  };
}

type Api = Parameters<NonNullable<Room['mount']>>[0];

function mountTrying(api: Api, parts: TestingParts): void {
  api.on(
    endpoints.testNode,
    async (ctx, { params, body }) => {
      const flow = await findFlow(ctx.em, params.id);
      await assertMayUse(ctx, connectionsOf(flow.graph).keys());
      const graph = await pinFunctions(ctx.query, flow);
      return tryNode(parts.performer, {
        graph,
        node: params.node,
        document: body.document,
        caller: ctx.request.signal,
      });
    },
    ALONE,
  );
  api.on(
    endpoints.previewCall,
    async (ctx, { body }) => {
      await assertMayUse(ctx, given(body.connection));
      return previewByHand(parts, body);
    },
    ALONE,
  );
  api.on(
    endpoints.callAction,
    async (ctx, { body }) => {
      await assertMayUse(ctx, given(body.connection));
      ctx.audit(`connection:${body.connection ?? 'none'}`, { action: body.action });
      return callByHand(parts, ctx, { ...body, caller: ctx.request.signal });
    },
    ALONE,
  );
  api.on(endpoints.listCalls, async (ctx, { query }) => ({
    items: await listCalls(ctx, query),
  }));
  api.on(
    endpoints.saveRunAsTest,
    (ctx, { params, body }) => saveRun(parts, ctx, { id: params.id, ...body }),
    ALONE,
  );
}

function mountReplays(api: Api, parts: TestingParts): void {
  api.on(endpoints.previewReplay, (ctx, { body }) => previewReplay(parts, ctx, body));
  api.on(endpoints.replayRuns, (ctx, { body }) => {
    ctx.audit('replay', { runs: body.runs.length, from: body.from, version: body.version });
    return replayRuns(parts, ctx, body);
  });
}

function mountSuites(api: Api, parts: TestingParts): void {
  api.on(endpoints.listSuites, (ctx) => allSuites(ctx));
  api.on(endpoints.getSuite, async (ctx, { params }) =>
    viewSuite(ctx.query, await mine(ctx, params)),
  );
  api.on(endpoints.createTest, async (ctx, { params, body }) =>
    createCase(ctx, await mine(ctx, params), body),
  );
  api.on(endpoints.importTests, async (ctx, { params, body }) => ({
    added: (await createCases(ctx, await mine(ctx, params), body.tests)).length,
  }));
  api.on(endpoints.updateTest, async (ctx, { params, body }) => {
    await mine(ctx, params);
    return updateCase(ctx, params, body);
  });
  api.on(endpoints.deleteTest, async (ctx, { params }) => {
    await mine(ctx, params);
    return deleteCase(ctx, params);
  });
  api.on(
    endpoints.runTests,
    async (ctx, { params, body }) => {
      await mine(ctx, params);
      ctx.audit(params.subject, { tests: body.cases?.length ?? 'all' });
      const { actor, request } = ctx;
      return runSuite(parts, {
        ...params,
        ...body,
        by: actor.name,
        actor,
        caller: request.signal,
      });
    },
    ALONE,
  );
  api.on(endpoints.getBatch, async (ctx, { params }) =>
    findBatch(ctx.query, await mine(ctx, params), params.id),
  );
  api.on(endpoints.scheduleTests, async (ctx, { params, body }) =>
    setSchedule(ctx, await mine(ctx, params), body.schedule),
  );
}

const given = (connection: string | undefined): string[] => (connection ? [connection] : []);

/** A subject, unless it is a connection of somebody else. */
async function mine(ctx: Ctx, { subject }: { subject: string }): Promise<string> {
  const [kind, id] = subject.split(':');
  await assertMayUse(ctx, kind === 'connection' ? given(id) : []);
  return subject;
}
