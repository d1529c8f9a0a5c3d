import { triggersOf, type Flow, type FlowSummary } from '@patchbay/shared/flows';

import type { Query } from '#db';

import type { FlowRow } from './flow.entity.ts';
import { hashGraph } from './hash-graph.ts';

type LastRun = NonNullable<FlowSummary['lastRun']>;

/** The newest run of each flow that has one. */
export async function lastRuns(query: Query): Promise<Map<string, LastRun>> {
  const rows = await query<{ flow_id: string; id: string; status: string; created_at: number }>(
    `select r.flow_id, r.id, r.status, r.created_at from run r
     join (select flow_id, max(id) as id from run group by flow_id) newest on newest.id = r.id`,
  );
  return new Map(rows.map((r) => [r.flow_id, { id: r.id, status: r.status, at: r.created_at }]));
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
    changed: row.versionHash !== hashGraph(row.graph),
    triggers: triggersOf(row.graph).map((t) => t.kind),
  };
}

export async function viewFlow(query: Query, row: FlowRow): Promise<Flow> {
  const lastRun = (await lastRuns(query)).get(row.id);
  return { ...summaryOf(row, lastRun), graph: row.graph, retention: row.retention };
}
