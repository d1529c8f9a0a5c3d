import type { Db, Query } from '#db';

import type { RunRow } from './run-rows.ts';
import { STALLS_ALLOWED } from './trial.ts';

interface Lease {
  owner: string;
  now: number;
  leaseMs: number;
}

/**
 * A run found under a lease of another that ran out was dropped by a worker that died: `stalls`
 * counts those.
 */
const DEATHS = `stalls + case when status = 'running' and owner <> ? then 1 else 0 end`;
/** The fence grows with every owner. */
const TAKE = `update run set owner = ?, fence = fence + 1, wake_at = ?, stalls = ${DEATHS}, status = 'running'`;
/** One death more and the run is put under quarantine. */
const IS_SUSPECT = `${DEATHS} = ${STALLS_ALLOWED - 1}`;

/** Takes what is due, longest overdue first; suspects stay as they are. */
export function claimDue(db: Db, lease: Lease & { limit: number }): Promise<RunRow[]> {
  return claim(db, `not (${IS_SUSPECT})`, lease);
}

/** Takes one of the due runs that two workers died on. */
export async function claimSuspect(db: Db, lease: Lease): Promise<RunRow | undefined> {
  // Few runs have stalls, and an index of their own: this is asked at every look.
  const [suspect] = await claim(db, `stalls > 0 and ${IS_SUSPECT}`, { ...lease, limit: 1 });
  return suspect;
}

function claim(
  { query, dialect }: Db,
  which: string,
  { owner, now, leaseMs, limit }: Lease & { limit: number },
): Promise<RunRow[]> {
  const skip = dialect === 'postgres' ? 'for update skip locked' : '';
  const due = `select id from run where wake_at <= ? and ${which} order by wake_at limit ? ${skip}`;
  return query<RunRow>(`${TAKE} where id in (${due}) and wake_at <= ? returning *`, [
    owner,
    now + leaseMs,
    owner,
    now,
    owner,
    limit,
    now,
  ]);
}

/** Renews leases; gives the ids that are still ours. */
export async function renewLeases(
  query: Query,
  { ids, owner, now, leaseMs }: Lease & { ids: string[] },
): Promise<Set<string>> {
  const marks = ids.map(() => '?').join(',');
  const sql = `update run set wake_at = ? where owner = ? and status = 'running' and id in (${marks}) returning id`;
  const rows = await query<{ id: string }>(sql, [now + leaseMs, owner, ...ids]);
  return new Set(rows.map((row) => row.id));
}

/**
 * Says of runs that others took from a worker that it is alive, only late: on a machine that does
 * too much nobody died on them.
 */
export async function forgiveStalls(
  query: Query,
  { ids, owner }: Pick<Lease, 'owner'> & { ids: string[] },
): Promise<void> {
  const marks = ids.map(() => '?').join(',');
  await query(
    `update run set stalls = stalls - 1
     where stalls > 0 and status = 'running' and owner <> ? and id in (${marks})`,
    [owner, ...ids],
  );
}
