import type { Db } from '#db';
import type { Log } from '#lib';

const TICK_MS = 60_000;
const BATCH = 500;
const DAY_MS = 86_400_000;

interface FlowKeeping {
  id: string;
  retention: string | { days?: number; count?: number };
}

/** Deletes ended runs that are older or more than their flow keeps. */
export function startRetention(db: Db, log: Log, clock: () => number): () => Promise<void> {
  let busy: Promise<void> | undefined;
  const timer = setInterval(() => {
    busy ??= sweepRuns(db, clock())
      .catch((error: unknown) =>
        log.warn({ err: error }, 'old runs could not be deleted; it is tried again'),
      )
      .finally(() => (busy = undefined));
  }, TICK_MS);
  return async () => {
    clearInterval(timer);
    await busy;
  };
}

/** One pass over all flows. */
export async function sweepRuns(db: Db, now: number): Promise<void> {
  const flows = await db.query<FlowKeeping>('select id, retention from flow');
  for (const flow of flows) {
    const { days, count } =
      typeof flow.retention === 'string'
        ? (JSON.parse(flow.retention) as { days?: number; count?: number })
        : flow.retention;
    if (days !== undefined)
      await deleteWhere(db, 'flow_id = ? and ended_at < ?', [flow.id, now - days * DAY_MS]);
    if (count === undefined) continue;
    const [oldest] = await db.query<{ id: string }>(
      'select id from run where flow_id = ? and ended_at is not null order by id desc limit 1 offset ?',
      [flow.id, count],
    );
    if (oldest)
      await deleteWhere(db, 'flow_id = ? and id <= ? and ended_at is not null', [
        flow.id,
        oldest.id,
      ]);
  }
}

/** In small transactions, so that a large clean-up holds nobody up. */
async function deleteWhere(db: Db, where: string, params: unknown[]): Promise<void> {
  for (let more = true; more;) {
    const rows = await db.query<{ id: string }>(
      `select id from run where ${where} limit ${BATCH}`,
      params,
    );
    more = rows.length === BATCH;
    if (rows.length === 0) return;
    const ids = rows.map((r) => r.id);
    const marks = ids.map(() => '?').join(',');
    await db.transaction(async (query) => {
      await query(`delete from journal where run_id in (${marks})`, ids);
      await query(`delete from blob where run_id in (${marks})`, ids);
      await query(`delete from run where id in (${marks})`, ids);
    });
  }
}
