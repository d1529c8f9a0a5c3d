import * as endpoints from '@patchbay/shared/testing';

import { findFlow } from '#flows';
import type { Room } from '#http';
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
      const graph = await pinFunctions(ctx.query, (await findFlow(ctx.em, params.id)).graph);
      return tryNode(parts.performer, {
        graph,
        node: params.node,
        document: body.document,
        caller: ctx.request.signal,
      });
    },
    ALONE,
  );
  api.on(endpoints.previewCall, (_ctx, { body }) => previewByHand(parts, body), ALONE);
  api.on(
    endpoints.callAction,
    (ctx, { body }) => {
      ctx.audit(`connection:${body.connection ?? 'none'}`, { action: body.action });
      return callByHand(parts, ctx.actor.name, { ...body, caller: ctx.request.signal });
    },
    ALONE,
  );
  api.on(endpoints.listCalls, async (ctx, { query }) => ({
    items: await listCalls(ctx.query, query),
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
  api.on(endpoints.listSuites, (ctx) => allSuites(ctx.query));
  api.on(endpoints.getSuite, (ctx, { params }) => viewSuite(ctx.query, params.subject));
  api.on(endpoints.createTest, (ctx, { params, body }) => createCase(ctx, params.subject, body));
  api.on(endpoints.importTests, async (ctx, { params, body }) => ({
    added: (await createCases(ctx, params.subject, body.tests)).length,
  }));
  api.on(endpoints.updateTest, (ctx, { params, body }) => updateCase(ctx, params, body));
  api.on(endpoints.deleteTest, (ctx, { params }) => deleteCase(ctx, params));
  api.on(
    endpoints.runTests,
    (ctx, { params, body }) => {
      ctx.audit(params.subject, { tests: body.cases?.length ?? 'all' });
      const { actor, request } = ctx;
      return runSuite(parts, { ...params, ...body, by: actor.name, caller: request.signal });
    },
    ALONE,
  );
  api.on(endpoints.getBatch, (ctx, { params }) => findBatch(ctx.query, params.subject, params.id));
  api.on(endpoints.scheduleTests, (ctx, { params, body }) =>
    setSchedule(ctx, params.subject, body.schedule),
  );
}
