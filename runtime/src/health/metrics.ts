import { collectDefaultMetrics, Gauge, Registry } from 'prom-client';

import type { Db } from '#db';

/** What Prometheus reads: the process, and runs by status. */
export function createMetrics(db: Db): Registry {
  const registry = new Registry();
  collectDefaultMetrics({ register: registry });
  const runs = new Gauge({
    name: 'patchbay_runs',
    help: 'Runs that have not ended, by status',
    labelNames: ['status'],
    registers: [registry],
    async collect() {
      const rows = await db.query<{ status: string; count: number }>(
        'select status, cast(count(*) as integer) as count from run where wake_at > 0 group by status',
      );
      for (const status of ['queued', 'running', 'waiting']) {
        runs.set({ status }, rows.find((row) => row.status === status)?.count ?? 0);
      }
    },
  });
  return registry;
}
