import { fail } from '@patchbay/shared/base';
import type { TestBatch, TestResult } from '@patchbay/shared/testing';

import type { Query } from '#db';

/** Results that are kept of each suite. */
const KEPT = 30;

export async function keepBatch(query: Query, batch: TestBatch): Promise<void> {
  await query('insert into test_batch (id, subject, whole, body) values (?, ?, ?, ?)', [
    batch.id,
    batch.subject,
    batch.part ? 0 : 1,
    JSON.stringify(batch),
  ]);
  await query(
    `delete from test_batch where subject = ? and id <= coalesce((select id from test_batch
     where subject = ? order by id desc limit 1 offset ?), '')`,
    [batch.subject, batch.subject, KEPT],
  );
}

/** The last results of a suite, newest first. */
export async function readBatches(
  query: Query,
  subject: string,
  limit = KEPT,
): Promise<TestBatch[]> {
  const rows = await query<{ body: string }>(
    'select body from test_batch where subject = ? order by id desc limit ?',
    [subject, limit],
  );
  return rows.map(({ body }) => JSON.parse(body) as TestBatch);
}

export async function findBatch(query: Query, subject: string, id: string): Promise<TestBatch> {
  const [row] = await query<{ body: string }>(
    'select body from test_batch where subject = ? and id = ?',
    [subject, id],
  );
  if (row) return JSON.parse(row.body) as TestBatch;
  return fail('not_found', 'This result is no longer kept.', `The last ${KEPT} are: run it again.`);
}

/** How the suites of flows went when all of their tests were run last, by flow. */
export async function lastFlowBatches(query: Query): Promise<Map<string, TestBatch>> {
  const rows = await query<{ body: string }>(
    `select b.body from test_batch b join (select max(id) as id from test_batch
     where whole = 1 and subject like 'flow:%' group by subject) n on n.id = b.id`,
  );
  const batches = rows.map(({ body }) => JSON.parse(body) as TestBatch);
  return new Map(batches.map((batch) => [batch.subject.slice('flow:'.length), batch]));
}

/** How each test went last, from the newest batches back to one that was whole. */
export function standingOf(batches: TestBatch[]): TestResult[] {
  const whole = batches.findIndex(({ part }) => !part);
  const recent = whole < 0 ? batches : batches.slice(0, whole + 1);
  const results = recent.toReversed().flatMap((batch) => batch.results);
  return [...new Map(results.map((result) => [result.case, result])).values()];
}

/** The batch without its results, as lists show it. */
export function headOf(batch: TestBatch): Omit<TestBatch, 'results'> {
  const { results: _, ...head } = batch;
  return head;
}
