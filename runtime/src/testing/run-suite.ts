import { fail, newId } from '@patchbay/shared/base';
import { connectionsOf } from '@patchbay/shared/flows';
import type { TestBatch, TestCase, TestResult } from '@patchbay/shared/testing';

import { assertMayUse } from '#connections';
import type { Db } from '#db';
import { findFlow } from '#flows';
import { FlowVersionEntity, loadVersion, pinFunctions } from '#versions';

import { keepBatch } from './batches.ts';
import { readCases } from './cases.ts';
import { noteHealth } from './note-health.ts';
import { runCase, type Ground } from './run-case.ts';
import { findSubject } from './subject.ts';
import { keptSuite } from './suite-versions.ts';
import type { TestingParts } from './testing-parts.ts';

/** Which tests to run, on what, for whom. */
export interface SuiteRequest {
  subject: string;
  cases?: string[];
  version?: number;
  by: string;
  /** Whose personal connections a draft may use. Default: anybody's, for the operator's command line. */
  actor?: { id: string };
  /** Fires when whoever asked is gone; nothing is kept then. */
  caller?: AbortSignal;
}

const AT_A_TIME = 4;

/** Runs a suite and keeps how it went. A connection's suite also says how the connection is. */
export async function runSuite(parts: TestingParts, request: SuiteRequest): Promise<TestBatch> {
  const { db, clock } = parts;
  const at = clock();
  const begun = performance.now();
  const { ground, all } = await suiteOf(db, request);
  const chosen = request.cases ? all.filter(({ id }) => request.cases?.includes(id)) : all;
  if (chosen.length === 0) noTests(request.version);
  const { caller } = request;
  const results = await runAll(parts, { ...ground, caller }, chosen);
  if (caller?.aborted)
    fail('cancelled', 'The tests were stopped.', 'Run them again; nothing of this was kept.');
  const passed = results.filter(({ status }) => status === 'passed').length;
  const batch: TestBatch = {
    id: newId(at),
    subject: request.subject,
    at,
    by: request.by,
    ms: Math.round(performance.now() - begun),
    version: request.version,
    ...(request.cases && { part: true }),
    passed,
    failed: results.length - passed,
    results,
  };
  await keepBatch(db.query, batch);
  if (ground.connection !== undefined && !request.cases) await noteHealth(parts, batch);
  return batch;
}

function noTests(version: number | undefined): never {
  if (version === undefined)
    return fail('not_found', 'There is no test to run.', 'Save a run as a test, or write one.');
  const message = `Version ${version} was published without tests.`;
  const hint = 'A version keeps the tests there were when it was published: publish again.';
  return fail('not_found', message, hint);
}

async function suiteOf(
  db: Db,
  { subject, version, actor }: SuiteRequest,
): Promise<{ ground: Ground; all: TestCase[] }> {
  const { kind, id } = await findSubject(db.query, subject);
  if (kind === 'connection')
    return { ground: { connection: id }, all: await readCases(db.query, subject) };
  const em = db.orm.em.fork() as Parameters<typeof findFlow>[0];
  const flow = await findFlow(em, id);
  if (version === undefined) {
    if (actor)
      await assertMayUse({ em, actor, project: flow.projectId }, connectionsOf(flow.graph).keys());
    const graph = await pinFunctions(db.query, flow);
    return { ground: { graph }, all: await readCases(db.query, subject) };
  }
  const row =
    (await em.findOne(FlowVersionEntity, { flowId: id, number: version })) ??
    fail('not_found', `There is no version ${version}.`, 'Look at the list of versions.');
  const { graph } = await loadVersion(db.query, row.id);
  if (actor && row.id !== flow.liveVersionId)
    await assertMayUse({ em, actor, project: flow.projectId }, connectionsOf(graph).keys());
  return { ground: { graph }, all: await keptSuite(db.query, row.id) };
}

/** A few at a time, results in the order of the tests. */
async function runAll(
  parts: TestingParts,
  ground: Ground,
  cases: TestCase[],
): Promise<TestResult[]> {
  const results: TestResult[] = [];
  let next = 0;
  const work = async (): Promise<void> => {
    for (let i = next++; i < cases.length && !ground.caller?.aborted; i = next++) {
      const test = cases[i];
      if (test) results[i] = await runCase(parts, ground, test);
    }
  };
  await Promise.all(Array.from({ length: AT_A_TIME }, work));
  return results;
}
