import type { Query } from '#db';

const HOUR_MS = 3_600_000;

interface EndedRun {
  flow_id: string;
  name: string;
  status: string;
  created_at: number;
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
}

/** Runs that ended in the last hours, flow by flow, worst first. */
export async function flowHealth(query: Query, now: number, hours: number): Promise<FlowHealth[]> {
  const since = (Math.floor(now / HOUR_MS) - hours + 1) * HOUR_MS;
  const rows = await query<EndedRun>(
    `select r.flow_id, f.name, r.status, r.created_at, r.ended_at from run r join flow f on f.id = r.flow_id
     where r.ended_at >= ? order by r.id desc limit 50000`,
    [since],
  );
  const byFlow = Map.groupBy(rows, (row) => row.flow_id);
  const all = [...byFlow].map(([flowId, runs]) => healthOf(flowId, runs, { since, hours }));
  return all.toSorted((a, b) => b.failed - a.failed || b.done - a.done);
}

function healthOf(
  flowId: string,
  runs: EndedRun[],
  { since, hours }: { since: number; hours: number },
): FlowHealth {
  const buckets = Array.from({ length: hours }, (_, i) => ({
    at: since + i * HOUR_MS,
    done: 0,
    failed: 0,
  }));
  for (const run of runs) {
    const bucket = buckets[Math.floor((run.ended_at - since) / HOUR_MS)];
    if (bucket && run.status === 'done') bucket.done++;
    else if (bucket) bucket.failed++;
  }
  const times = runs.map((r) => r.ended_at - r.created_at).toSorted((a, b) => a - b);
  const done = runs.filter((r) => r.status === 'done').length;
  return {
    flowId,
    name: runs[0]?.name ?? '',
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
