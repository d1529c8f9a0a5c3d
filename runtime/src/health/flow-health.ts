import type { TestBatch } from '@patchbay/shared/testing';

import type { Query } from '#db';
import { lastFlowBatches } from '#testing';

const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;

/** The time that is looked at, and how long a bar of it is. */
export interface Period {
  from: number;
  to: number;
  bucketMs: number;
}

/** The last hours, in some twelve to thirty bars; cut to minutes as the list of runs is. */
export function lastHours(hours: number, now: number): Period {
  const bucketMs = hours <= 1 ? 5 * MINUTE_MS : hours <= 24 ? HOUR_MS : 6 * HOUR_MS;
  const from = Math.floor((now - hours * HOUR_MS) / MINUTE_MS) * MINUTE_MS;
  return { from, to: now, bucketMs };
}

interface EndedRun {
  flow_id: string;
  status: string;
  started_at: number | null;
  ended_at: number;
}

interface FlowHealth {
  flowId: string;
  name: string;
  done: number;
  failed: number;
  buckets: { at: number; done: number; failed: number }[];
  p50?: number;
  p95?: number;
  tests?: { passed: number; failed: number; at: number };
}

/** Runs of a project that ended by themselves in a time and how the tests went last, flow by flow, worst first. */
export async function flowHealth(
  query: Query,
  { project, period }: { project: string; period: Period },
): Promise<FlowHealth[]> {
  const rows = await query<EndedRun>(
    `select r.flow_id, r.status, r.started_at, r.ended_at from run r
     cross join flow f where f.id = r.flow_id and f.project_id = ? and r.ended_at >= ?
       and r.status <> 'cancelled'
     order by r.ended_at desc limit 50000`,
    [project, period.from],
  );
  const byFlow = Map.groupBy(rows, (row) => row.flow_id);
  const tested = await lastFlowBatches(query);
  const flows = await query<{ id: string; name: string }>(
    'select id, name from flow where project_id = ?',
    [project],
  );
  return flows
    .filter(({ id }) => byFlow.has(id) || tested.has(id))
    .map(({ id, name }) => ({
      flowId: id,
      name,
      ...figuresOf(byFlow.get(id) ?? [], period),
      tests: testsOf(tested.get(id)),
    }))
    .toSorted((a, b) => worth(b) - worth(a) || b.done - a.done);
}

/** What failed, of runs and of tests. */
function worth({ failed, tests }: FlowHealth): number {
  return failed + (tests?.failed ?? 0);
}

function testsOf(batch: TestBatch | undefined): FlowHealth['tests'] {
  return batch && { passed: batch.passed, failed: batch.failed, at: batch.at };
}

function figuresOf(
  runs: EndedRun[],
  { from, to, bucketMs }: Period,
): Omit<FlowHealth, 'flowId' | 'name' | 'tests'> {
  const start = Math.floor(from / bucketMs) * bucketMs;
  const buckets = Array.from({ length: Math.floor((to - start) / bucketMs) + 1 }, (_, i) => ({
    at: start + i * bucketMs,
    done: 0,
    failed: 0,
  }));
  for (const run of runs) {
    const bucket = buckets[Math.floor((run.ended_at - start) / bucketMs)];
    if (bucket && run.status === 'done') bucket.done++;
    else if (bucket) bucket.failed++;
  }
  const times = runs
    .map(({ started_at, ended_at }) => ended_at - (started_at ?? ended_at))
    .toSorted((a, b) => a - b);
  const done = runs.filter((r) => r.status === 'done').length;
  return {
    done,
    failed: runs.length - done,
    buckets,
    p50: quantile(times, 0.5),
    p95: quantile(times, 0.95),
  };
}

function quantile(sorted: number[], q: number): number | undefined {
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * q))];
}
