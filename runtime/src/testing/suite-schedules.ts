import { connectionsOf, type ScheduleConfig } from '@patchbay/shared/flows';

import { assertMayUse } from '#connections';
import type { Query } from '#db';
import { findFlow } from '#flows';
import type { Ctx } from '#http';
import type { Log } from '#lib';
import { nextTime } from '#runs';

import { runSuite } from './run-suite.ts';
import type { TestingParts } from './testing-parts.ts';

const LOOK_MS = 5000;

/** Runs suites when they are due; whichever worker moves the time on first does it. */
export function startSuiteSchedules(parts: TestingParts, log: Log): () => Promise<void> {
  let work: Promise<void> = Promise.resolve();
  let busy = false;
  const look = (): void => {
    if (busy) return;
    busy = true;
    work = runDue(parts, log)
      .catch((err: unknown) => log.warn({ err }, 'scheduled tests could not be looked at'))
      .finally(() => (busy = false));
  };
  const timer = setInterval(look, LOOK_MS);
  return async () => {
    clearInterval(timer);
    await work;
  };
}

/** A schedule is nobody's: what is one person's alone is not for it. */
const NOBODY = { id: '' };

interface Due {
  subject: string;
  schedule: string;
  next_at: number;
}

/** Runs every suite whose time has come. */
export async function runDue(parts: TestingParts, log: Log): Promise<void> {
  const { query } = parts.db;
  const now = parts.clock();
  const sql = 'select subject, schedule, next_at from test_schedule where next_at <= ?';
  for (const { subject, schedule, next_at } of await query<Due>(sql, [now])) {
    const next = nextTime(JSON.parse(schedule) as ScheduleConfig, now);
    const mine = await query(
      'update test_schedule set next_at = ? where subject = ? and next_at = ? returning subject',
      [next ?? null, subject, next_at],
    );
    if (mine.length === 0) continue;
    const version = await testedVersion(query, subject);
    await runSuite(parts, { subject, version, by: 'Schedule', actor: NOBODY }).catch(
      (err: unknown) => log.warn({ err, subject }, 'scheduled tests could not be run'),
    );
  }
}

/** Refuses a schedule for a draft with a connection that is one person's alone. */
export async function assertSchedulable({ query, em }: Ctx, subject: string): Promise<void> {
  const [kind, id = ''] = subject.split(':');
  if (kind !== 'flow' || (await testedVersion(query, subject)) !== undefined) return;
  const { graph, projectId: project } = await findFlow(em, id);
  await assertMayUse({ em, actor: NOBODY, project }, connectionsOf(graph).keys());
}

/** What is live is what has to work: its number, where it was published with tests. */
async function testedVersion(query: Query, subject: string): Promise<number | undefined> {
  const [live] = await query<{ number: number }>(
    `select v.number from flow f join flow_version v on v.id = f.live_version_id
     join test_suite_version s on s.version_id = v.id where 'flow:' || f.id = ? and s.cases <> '[]'`,
    [subject],
  );
  return live?.number;
}
