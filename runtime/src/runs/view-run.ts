import type { Problem } from '@patchbay/shared/base';
import type { RunSummary } from '@patchbay/shared/runs';

import type { Query } from '#db';

import type { RunRow } from './run-rows.ts';

export type NamedRun = RunRow & { flow_name: string; project: string };

const COLUMNS = 'select r.*, f.name as flow_name, f.project_id as project';

export const NAMED = `${COLUMNS} from run r join flow f on f.id = r.flow_id`;

/** The same, where few runs are meant: SQLite takes the tables of a cross join in their order. */
const FEW = `${COLUMNS} from run r cross join flow f`;

/** A run as lists show it. */
export function summaryOf(row: NamedRun): RunSummary {
  return {
    id: row.id,
    flowId: row.flow_id,
    flowName: row.flow_name,
    project: row.project,
    status: row.status,
    trigger: row.trigger_kind,
    triggerNode: row.trigger_node,
    version: row.version_number ?? undefined,
    createdAt: row.created_at,
    startedAt: row.started_at ?? undefined,
    endedAt: row.ended_at ?? undefined,
    problem: row.problem === null ? undefined : (JSON.parse(row.problem) as Problem),
    retryOf: row.retry_of ?? undefined,
    parent: row.parent_run ?? undefined,
  };
}

export interface RunFilter {
  project: string;
  flow?: string;
  status?: string;
  trigger?: string;
  connection?: string;
  from?: number;
  to?: number;
  after?: string;
  limit: number;
}

/** Runs, newest first. Ids sort by time, so the id of the last row is the key of the next page. */
export async function listRuns(
  query: Query,
  filter: RunFilter,
): Promise<{ items: RunSummary[]; next?: string }> {
  const { limit } = filter;
  const statuses = filter.status?.split(',') ?? [];
  const few = fewOf(filter.connection ? ['failed'] : statuses);
  const tests: [condition: string, ...params: unknown[]][] = [
    ['f.project_id = ?', filter.project],
    ...(few ? [['f.id = r.flow_id'] as [string], [few] as [string]] : []),
    ...(filter.flow ? [['r.flow_id = ?', filter.flow] as [string, unknown]] : []),
    ...(statuses.length > 0
      ? [
          [`r.status in (${statuses.map(() => '?').join(',')})`, ...statuses] as [
            string,
            ...unknown[],
          ],
        ]
      : []),
    ...(filter.trigger ? [['r.trigger_kind = ?', filter.trigger] as [string, unknown]] : []),
    ...(filter.connection ? [failedOn(filter.connection)] : []),
    ...(filter.from === undefined ? [] : [['r.created_at >= ?', filter.from] as [string, unknown]]),
    ...(filter.to === undefined ? [] : [['r.created_at < ?', filter.to] as [string, unknown]]),
    ...(filter.after ? [['r.id < ?', filter.after] as [string, unknown]] : []),
  ];
  const where = tests.map(([condition]) => condition).join(' and ');
  const params = tests.flatMap(([, ...values]) => values);
  const rows = await query<NamedRun>(
    `${few ? FEW : NAMED} where ${where} order by r.id desc limit ?`,
    [...params, limit + 1],
  );
  const items = rows.slice(0, limit).map(summaryOf);
  return { items, next: rows.length > limit ? items.at(-1)?.id : undefined };
}

/** Conditions that the database finds few runs by, with the statuses that those may have. */
const FINDERS: [statuses: string[], sql: string][] = [
  [['queued', 'running', 'waiting'], 'r.id in (select id from run where wake_at > 0)'],
  [['failed', 'cancelled', 'quarantined'], "r.status in ('failed', 'cancelled', 'quarantined')"],
];

function fewOf(statuses: string[]): string | undefined {
  if (statuses.length === 0) return undefined;
  return FINDERS.find(([those]) => statuses.every((one) => those.includes(one)))?.[1];
}

/** A call that fails names its connection in the problem; ids are random, so the text finds no others. */
function failedOn(connection: string): [string, unknown] {
  const isLast = 'not exists (select 1 from run t where t.retry_of = r.id)';
  return [
    `r.status = 'failed' and r.problem like ? and ${isLast}`,
    `%"connection":"${connection}"%`,
  ];
}
