import { listRuns, getRun, hasEnded, type RunEvent, type RunSummary } from '@patchbay/shared/runs';

import type { Client } from '#client';
import { until } from '#until';

/** All runs of a flow. */
export async function runsOf(client: Client, flow: string): Promise<RunSummary[]> {
  const runs: RunSummary[] = [];
  for (let after: string | undefined; ;) {
    const page = await client.call(listRuns, { query: { flow, limit: 200, after } });
    runs.push(...page.items);
    after = page.next;
    if (after === undefined) return runs;
  }
}

/** Waits until every run of the flow has ended, and gives them. */
export function untilAllEnded(client: Client, flow: string, ms = 150_000): Promise<RunSummary[]> {
  return until(
    'every run ends',
    async () => {
      const runs = await runsOf(client, flow);
      return runs.every((run) => hasEnded(run.status)) && runs;
    },
    ms,
  );
}

/** The facts of a run so far. */
export async function eventsOf(client: Client, run: string): Promise<RunEvent[]> {
  return (await client.call(getRun, { params: { id: run } })).events;
}

/** Steps that the journal says were done more than once. */
export function repeatedSteps(events: RunEvent[]): string[] {
  const done = events.flatMap((event) => (event.type === 'step.done' ? [event.step] : []));
  return done.filter((step, i) => done.indexOf(step) !== i);
}
