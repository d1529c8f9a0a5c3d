import { fail, newId } from '@patchbay/shared/base';
import type { TestCase, TestDraft } from '@patchbay/shared/testing';

import type { Query } from '#db';
import type { Ctx } from '#http';

import { findSubject } from './subject.ts';

const MOST = 1000;

/** The tests of a flow or connection, oldest first. */
export async function readCases(query: Query, subject: string): Promise<TestCase[]> {
  const rows = await query<{ body: string }>(
    'select body from test_case where subject = ? order by id',
    [subject],
  );
  return rows.map(({ body }) => JSON.parse(body) as TestCase);
}

export async function createCase(ctx: Ctx, subject: string, draft: TestDraft): Promise<TestCase> {
  const [test] = await createCases(ctx, subject, [draft]);
  return test as TestCase;
}

/** Adds tests in their order, all or none. */
export async function createCases(
  ctx: Ctx,
  subject: string,
  drafts: TestDraft[],
): Promise<TestCase[]> {
  await findSubject(ctx.query, subject);
  for (const draft of drafts) assertFits(subject, draft);
  if ((await readCases(ctx.query, subject)).length + drafts.length > MOST)
    fail('too_large', `A suite has at most ${MOST} tests.`, 'Delete some first.');
  const at = ctx.clock();
  const by = { updatedAt: at, updatedBy: ctx.actor.name };
  // Suites are read in the order of their ids.
  const tests = drafts.map((draft, i) => ({ ...draft, id: newId(at + i), ...by }));
  for (const test of tests)
    await ctx.query('insert into test_case (id, subject, body) values (?, ?, ?)', [
      test.id,
      subject,
      JSON.stringify(test),
    ]);
  const [only] = tests;
  ctx.audit(subject, tests.length === 1 && only ? { test: only.name } : { tests: tests.length });
  return tests;
}

export async function updateCase(
  ctx: Ctx,
  { subject, id }: { subject: string; id: string },
  draft: TestDraft,
): Promise<TestCase> {
  assertFits(subject, draft);
  const test = { ...draft, id, updatedAt: ctx.clock(), updatedBy: ctx.actor.name };
  const changed = await ctx.query(
    'update test_case set body = ? where id = ? and subject = ? returning id',
    [JSON.stringify(test), id, subject],
  );
  if (changed.length === 0) gone();
  ctx.audit(subject, { test: test.name });
  return test;
}

export async function deleteCase(
  ctx: Ctx,
  { subject, id }: { subject: string; id: string },
): Promise<{ ok: true }> {
  const sql = 'delete from test_case where id = ? and subject = ? returning id';
  if ((await ctx.query(sql, [id, subject])).length === 0) gone();
  ctx.audit(subject, { test: id });
  return { ok: true };
}

/** A connection has tests of its actions, a flow all others. */
function assertFits(subject: string, { scope }: TestDraft): void {
  if (subject.startsWith('connection:') === (scope.kind === 'action')) return;
  fail(
    'invalid_input',
    scope.kind === 'action'
      ? 'Tests of an action belong to a connection.'
      : 'A connection can only have tests of its actions.',
    { hint: 'Save the test where it belongs.', at: { field: 'scope' } },
  );
}

function gone(): never {
  return fail('not_found', 'There is no such test.', 'It may have been deleted meanwhile.');
}
