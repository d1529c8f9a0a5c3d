import type { NodeOf } from '@patchbay/shared/flows';

import type { Query } from '#db';
import type { Log } from '#lib';
import type { Queue } from '#queue';
import { loadVersion } from '#versions';

import { newRun } from './new-run.ts';
import { nextTime } from './next-time.ts';
import { insertRuns } from './run-rows.ts';
import type { RunStore } from './run-store.ts';

const TICK_MS = 500;
/** More missed times than this are not caught up one by one. */
const MOST_MISSED = 100;
/** A time is missed when nobody was there for this long. */
const LATE_MS = 10_000;

interface Armed {
  flow_id: string;
  node: string;
  version_id: string;
  next_at: number;
}

interface ScheduleParts {
  store: RunStore;
  queue: Queue;
  log: Log;
  clock: () => number;
}

/** Starts runs at their times. The row's `next_at` is moved in the same commit, so no time fires twice. */
export function startSchedules(parts: ScheduleParts): () => Promise<void> {
  let busy: Promise<void> | undefined;
  const tick = async (): Promise<void> => {
    const now = parts.clock();
    const due = await parts.store.db.query<Armed>(
      "select * from armed_trigger where kind = 'schedule' and next_at <= ? order by next_at limit 100",
      [now],
    );
    for (const armed of due) await fire(parts, armed, now);
  };
  const timer = setInterval(() => {
    busy ??= tick()
      .catch((error: unknown) =>
        parts.log.warn({ err: error }, 'schedules could not be looked at; they are tried again'),
      )
      .finally(() => (busy = undefined));
  }, TICK_MS);
  return async () => {
    clearInterval(timer);
    await busy;
  };
}

async function fire(
  { store, queue, clock }: ScheduleParts,
  armed: Armed,
  now: number,
): Promise<void> {
  const version = await loadVersion(store.db.query, armed.version_id);
  const node = version.graph.nodes[armed.node] as NodeOf<'schedule'>;
  const { times, next } = timesToFire(node.config, armed.next_at, now);
  const rows = times.map((time) => {
    const payload = {
      scheduledAt: new Date(time).toISOString(),
      firedAt: new Date(now).toISOString(),
    };
    return newRun({
      version,
      trigger: node,
      payload,
      at: clock(),
      deliveryKey: `schedule:${armed.flow_id}:${node.id}:${time}`,
    });
  });
  const started = await store.db.transaction(async (query: Query) => {
    const sql =
      'update armed_trigger set next_at = ? where flow_id = ? and node = ? and next_at = ? returning node';
    const moved = await query(sql, [next ?? null, armed.flow_id, armed.node, armed.next_at]);
    if (moved.length === 0 || rows.length === 0) return [];
    return [
      ...(await insertRuns(
        query,
        rows.map((r) => r.row),
      )),
    ];
  });
  for (const id of started) queue.wake(id);
}

/** Which of the times that have come are to be run, by the schedule's policy for missed ones. */
export function timesToFire(
  schedule: NodeOf<'schedule'>['config'],
  from: number,
  now: number,
): { times: number[]; next: number | undefined } {
  const times: number[] = [];
  let next: number | undefined = from;
  for (let i = 0; next !== undefined && next <= now && i < MOST_MISSED; i++) {
    times.push(next);
    next = nextTime(schedule, next);
  }
  const more = next !== undefined && next <= now;
  if (more) next = nextTime(schedule, now);
  if (schedule.missed === 'all') return { times, next };
  const last = (more && lastBefore(schedule, now)) || times.at(-1);
  const late = last !== undefined && now - last > LATE_MS;
  const kept = last === undefined || (late && schedule.missed === 'skip') ? [] : [last];
  return { times: kept, next };
}

/** The last time that was not missed for long, when there were too many to walk through. */
function lastBefore(schedule: NodeOf<'schedule'>['config'], now: number): number | undefined {
  let last: number | undefined;
  let next = nextTime(schedule, now - LATE_MS);
  while (next !== undefined && next <= now) {
    last = next;
    next = nextTime(schedule, next);
  }
  return last;
}
