import type { RunStatus } from '@patchbay/shared/runs';

import { rowsOf, valuesOf, type Query } from '#db';

/** A run as it is inserted. Column names are the table's. */
export interface NewRunRow {
  id: string;
  flow_id: string;
  version_id: string;
  version_number: number | null;
  status: RunStatus;
  trigger_kind: string;
  trigger_node: string;
  input: string;
  seq: number;
  fence: number;
  owner: string | null;
  wake_at: number | null;
  stalls: number;
  created_at: number;
  delivery_key: string | null;
  origin: string;
  retry_of: string | null;
  parent_run: string | null;
  parent_step: string | null;
  depth: number;
  /** JSON text of a RunScript; null for every run that is not a test. */
  script: string | null;
}

/** A run as it is read. */
export interface RunRow extends NewRunRow {
  started_at: number | null;
  ended_at: number | null;
  problem: string | null;
}

const COLUMNS = [
  'id',
  'flow_id',
  'version_id',
  'version_number',
  'status',
  'trigger_kind',
  'trigger_node',
  'input',
  'seq',
  'fence',
  'owner',
  'wake_at',
  'stalls',
  'created_at',
  'delivery_key',
  'origin',
  'retry_of',
  'parent_run',
  'parent_step',
  'depth',
  'script',
] as const satisfies (keyof NewRunRow)[];

/** Inserts runs; gives the ids that are new. A delivery that was taken before is left out. */
export async function insertRuns(query: Query, rows: NewRunRow[]): Promise<Set<string>> {
  const sql = `insert into run (${COLUMNS.join(',')}) values ${rowsOf(rows.length, COLUMNS.length)}
    on conflict (delivery_key) do nothing returning id`;
  const inserted = await query<{ id: string }>(sql, valuesOf(rows, COLUMNS));
  return new Set(inserted.map((row) => row.id));
}

/** What one commit says about a run: its new facts, and where it stands after them. */
export interface Append {
  id: string;
  fence: number;
  /** `seq` before and after. */
  before: number;
  after: number;
  /** JSON text of the events; absent when only the state changes. */
  events?: string;
  status: RunStatus;
  owner: string | null;
  wakeAt: number | null;
  startedAt: number | null;
  endedAt: number | null;
  problem: string | null;
  /** 1 when the facts show that the run got on: its workers' deaths are forgiven. */
  progress: 0 | 1;
}

const APPEND_TYPES = [
  'text',
  'integer',
  'integer',
  'integer',
  'text',
  'text',
  'double precision',
  'double precision',
  'double precision',
  'text',
  'integer',
];
const APPEND_FIELDS = [
  'id',
  'fence',
  'before',
  'after',
  'status',
  'owner',
  'wakeAt',
  'startedAt',
  'endedAt',
  'problem',
  'progress',
] as const;
const CASTS = APPEND_TYPES.map((type, i) => `cast(column${i + 1} as ${type}) as c${i + 1}`).join(
  ', ',
);

/**
 * Moves runs on and writes their facts. A run whose fence or place is no longer what the writer
 * believes is left alone: somebody else owns it. Gives the ids that moved.
 */
export async function appendRuns(query: Query, appends: Append[]): Promise<Set<string>> {
  const moved = await query<{ id: string }>(
    `update run set seq = v.c4, status = v.c5, owner = v.c6, wake_at = v.c7,
       started_at = coalesce(run.started_at, v.c8), ended_at = v.c9, problem = v.c10, stalls = case when v.c11 = 1 then 0 else run.stalls end
     from (select ${CASTS} from (values ${rowsOf(appends.length, APPEND_FIELDS.length)}) as t) as v
     where run.id = v.c1 and run.fence = v.c2 and run.seq = v.c3 returning run.id`,
    valuesOf(appends, APPEND_FIELDS),
  );
  const ids = new Set(moved.map((row) => row.id));
  const chunks = appends.filter((a) => a.events !== undefined && ids.has(a.id));
  if (chunks.length > 0) {
    const sql = `insert into journal (run_id, seq, events) values ${rowsOf(chunks.length, 3)}`;
    await query(
      sql,
      chunks.flatMap((a) => [a.id, a.before + 1, a.events]),
    );
  }
  return ids;
}
