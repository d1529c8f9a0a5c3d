import type { ResultOf } from '@patchbay/shared/base';
import type { ScheduleConfig } from '@patchbay/shared/flows';
import type { getSuite, listSuites, TestBatch } from '@patchbay/shared/testing';

import type { Query } from '#db';
import type { Ctx } from '#http';
import { nextTime } from '#runs';

import { headOf, readBatches, standingOf } from './batches.ts';
import { readCases } from './cases.ts';
import { findSubject } from './subject.ts';
import { assertSchedulable } from './suite-schedules.ts';

interface ScheduleRow {
  schedule: string;
  next_at: number | null;
}

export async function viewSuite(query: Query, subject: string): Promise<ResultOf<typeof getSuite>> {
  const { name } = await findSubject(query, subject);
  const batches = await readBatches(query, subject);
  const [row] = await query<ScheduleRow>(
    'select schedule, next_at from test_schedule where subject = ?',
    [subject],
  );
  return {
    name,
    cases: await readCases(query, subject),
    batches: batches.map(headOf),
    last: batches[0],
    standing: standingOf(batches),
    schedule: row && (JSON.parse(row.schedule) as ScheduleConfig),
    next: row?.next_at ?? undefined,
  };
}

interface SuiteRow {
  subject: string;
  name: string;
  cases: number;
  scheduled: number;
  last: string | null;
}

/** Everything of the project that has tests, by name; without connections of other people alone. */
export async function allSuites({
  query,
  actor,
  project,
}: Pick<Ctx, 'query' | 'actor' | 'project'>): Promise<ResultOf<typeof listSuites>> {
  const rows = await query<SuiteRow>(
    `select t.subject, coalesce(f.name, c.name) as name, cast(count(*) as integer) as cases,
       (select cast(count(*) as integer) from test_schedule s where s.subject = t.subject) as scheduled,
       (select body from test_batch b where b.subject = t.subject and b.whole = 1
         order by b.id desc limit 1) as last
     from test_case t
     left join flow f on t.subject = 'flow:' || f.id
     left join connection c on t.subject = 'connection:' || c.id
     where f.project_id = ? or c.scope = 'global' or (c.scope = 'personal' and c.owner_id = ?)
       or (c.scope = 'project' and c.project_id = ?)
     group by t.subject, f.name, c.name order by name`,
    [project, actor.id, project],
  );
  return {
    items: rows.map(({ subject, name, cases, scheduled, last }) => ({
      subject,
      name,
      cases,
      scheduled: scheduled > 0,
      last: last === null ? undefined : headOf(JSON.parse(last) as TestBatch),
    })),
  };
}

/** Sets when a suite runs by itself; null: not any more. */
export async function setSchedule(
  ctx: Ctx,
  subject: string,
  schedule: ScheduleConfig | null,
): Promise<{ next?: number }> {
  await findSubject(ctx.query, subject);
  ctx.audit(subject, { schedule: schedule !== null });
  if (schedule === null) {
    await ctx.query('delete from test_schedule where subject = ?', [subject]);
    return {};
  }
  await assertSchedulable(ctx, subject);
  const next = nextTime(schedule, ctx.clock());
  await ctx.query(
    `insert into test_schedule (subject, schedule, next_at) values (?, ?, ?)
     on conflict (subject) do update set schedule = excluded.schedule, next_at = excluded.next_at`,
    [subject, JSON.stringify(schedule), next ?? null],
  );
  return { next };
}
