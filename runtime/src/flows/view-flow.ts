import { triggersOf, type Flow, type FlowSummary } from '@patchbay/shared/flows';

import type { Query } from '#db';
import { LruMap } from '#lib';

import type { FlowRow } from './flow.entity.ts';
import { hashGraph } from './hash-graph.ts';

type LastRun = NonNullable<FlowSummary['lastRun']>;

/** Of each flow its newest run, found by one step into the index. */
const NEWEST = `select f.id as flow, r.id, r.status, r.created_at as at from flow f
  join run r on r.id = (select max(n.id) from run n where n.flow_id = f.id)`;

/** The newest run of each flow of a project that has one. */
export async function lastRuns(query: Query, project: string): Promise<Map<string, LastRun>> {
  const rows = await query<LastRun & { flow: string }>(`${NEWEST} where f.project_id = ?`, [
    project,
  ]);
  return new Map(rows.map(({ flow, ...run }) => [flow, run]));
}

/** A flow as lists show it, with its newest run. */
export async function viewSummary(query: Query, row: FlowRow): Promise<FlowSummary> {
  const [last] = await query<LastRun & { flow: string }>(`${NEWEST} where f.id = ?`, [row.id]);
  if (!last) return summaryOf(row);
  const { flow: _, ...run } = last;
  return summaryOf(row, run);
}

// Lists ask for the same drafts again and again, and hashing them is most of that work.
const hashes = new LruMap<string, string>(2000);

function draftHash({ id, revision, updatedAt, graph }: FlowRow): string {
  const key = `${id}:${revision}:${updatedAt}`;
  const hash = hashes.get(key) ?? hashGraph(graph);
  hashes.set(key, hash);
  return hash;
}

/** A flow as lists show it. */
export function summaryOf(row: FlowRow, lastRun?: LastRun): FlowSummary {
  const { id, name, folder, revision, createdAt, updatedAt, updatedBy } = row;
  return {
    id,
    name,
    folder,
    project: row.projectId,
    revision,
    createdAt,
    updatedAt,
    updatedBy,
    lastRun,
    liveVersion: row.liveVersion ?? undefined,
    published: row.versionHash !== null,
    changed: row.versionHash !== draftHash(row),
    triggers: triggersOf(row.graph).map((t) => t.kind),
  };
}

export async function viewFlow(query: Query, row: FlowRow): Promise<Flow> {
  return { ...(await viewSummary(query, row)), graph: row.graph, retention: row.retention };
}
