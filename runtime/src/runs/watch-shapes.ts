import type { Db } from '#db';
import type { Log } from '#lib';

import { keepShapes, readShapes } from './learn-shapes.ts';

const TICK_MS = 10_000;
/** Flows looked at in one go; the others have their turn in the next. */
const AT_ONCE = 25;

/**
 * Looks at one run of each live flow now and then, so that what payloads look like is known without
 * a cost to the runs themselves. Each result ends the watch.
 */
export function startShapes(db: Db, log: Log): () => Promise<void> {
  let busy: Promise<void> | undefined;
  const timer = setInterval(() => {
    busy ??= watchShapes(db)
      .catch((error: unknown) =>
        log.warn({ err: error }, 'payloads could not be looked at; it is tried again'),
      )
      .finally(() => (busy = undefined));
  }, TICK_MS);
  return async () => {
    clearInterval(timer);
    await busy;
  };
}

/** One look at the flows that ran since they were looked at last, those longest ago first. */
export async function watchShapes({ query }: Db): Promise<void> {
  const flows = await query<{ id: string }>(
    `select f.id from flow f left join payload_shape s on s.flow_id = f.id
     where f.live_version_id is not null and exists (
       select 1 from run r where r.flow_id = f.id and r.version_id = f.live_version_id
       and r.status in ('done', 'failed') and r.id > coalesce(s.run_id, ''))
     order by coalesce(s.at, 0) limit ?`,
    [AT_ONCE],
  );
  for (const { id } of flows) {
    const known = await readShapes(query, id);
    if (known) await keepShapes(query, id, known);
  }
  await query('delete from payload_shape where flow_id not in (select id from flow)');
}
