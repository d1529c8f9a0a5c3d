import type { ConnectionStatus } from '@patchbay/shared/connections';
import { getHealth } from '@patchbay/shared/health';

import type { Db } from '#db';
import type { Room } from '#http';
import type { Queue } from '#queue';

import { flowHealth, lastHours } from './flow-health.ts';
import { createMetrics } from './metrics.ts';

export interface HealthParts {
  db: Db;
  queue: Queue;
}

/** The room's doors, and the probes that need no session. */
export function healthRoom({ db, queue }: HealthParts): Room {
  const metrics = createMetrics(db);
  const isReady = async (): Promise<boolean> => {
    const answered = await db.query('select 1 as one').then(
      (rows) => rows.length === 1,
      () => false,
    );
    return answered && (await queue.ready());
  };
  return {
    name: 'health',
    routes: (app) => {
      app.get('/healthz', (c) => c.text('ok'));
      app.get('/readyz', async (c) =>
        (await isReady()) ? c.text('ready') : c.text('The database or Redis does not answer.', 503),
      );
      app.get('/metrics', async (c) =>
        c.text(await metrics.metrics(), 200, { 'content-type': metrics.contentType }),
      );
    },
    mount: (api) =>
      api.on(getHealth, async ({ query: sql, clock, actor, project }, { query }) => {
        const counts = await sql<{ status: string; count: number }>(
          `select r.status, cast(count(*) as integer) as count from run r cross join flow f
           where f.id = r.flow_id and r.wake_at > 0 and f.project_id = ? group by r.status`,
          [project],
        );
        const count = (status: string): number =>
          counts.find((row) => row.status === status)?.count ?? 0;
        const period = lastHours(query.hours, clock());
        return {
          period,
          flows: await flowHealth(sql, { project, period }),
          connections: await sql<{ id: string; name: string; status: ConnectionStatus }>(
            `select id, name, status from connection where scope = 'global'
             or (scope = 'personal' and owner_id = ?) or (scope = 'project' and project_id = ?)
             order by name`,
            [actor.id, project],
          ),
          queued: count('queued'),
          running: count('running'),
          waiting: count('waiting'),
        };
      }),
  };
}
