import { ProblemError, problem } from '@patchbay/shared/base';
import { hasEnded, type RunEvent } from '@patchbay/shared/runs';

import { GroupCommit, rowsOf, type Db, type Query } from '#db';
import type { Queue } from '#queue';

import type { NewBlob } from './payloads.ts';
import { appendRuns, insertRuns, type Append, type NewRunRow } from './run-rows.ts';

/** One thing to commit: a new run, or a step forward of one. */
export type RunWrite =
  | { kind: 'insert'; row: NewRunRow; blobs: NewBlob[] }
  | { kind: 'append'; append: Append; blobs: NewBlob[]; parent: string | null; events: RunEvent[] };

/** What became of it: done, the run that an earlier delivery made, or refused by the fence. */
export type RunWritten = { ok: true } | { ok: false; existing?: string };

/**
 * All writes of runs, many to a commit. After the commit it tells the news; what depends on a fact
 * (an answer, a wake-up, an event on the canvas) never comes before the fact is safe.
 */
export class RunStore {
  readonly db: Db;
  private readonly queue: Queue;
  private readonly commits: GroupCommit<RunWrite, RunWritten>;

  constructor(db: Db, queue: Queue) {
    this.db = db;
    this.queue = queue;
    this.commits = new GroupCommit((writes) => this.flush(writes));
  }

  write(write: RunWrite): Promise<RunWritten> {
    return this.commits.add(write);
  }

  /** PostgreSQL ends one of two transactions that wait for each other; it is simply done again. */
  private async commitAgain(writes: RunWrite[], attempt = 1): Promise<RunWritten[]> {
    try {
      return await this.db.transaction((query) => commit(query, writes));
    } catch (error) {
      if (attempt >= ATTEMPTS || !isDeadlock(error)) throw error;
      return this.commitAgain(writes, attempt + 1);
    }
  }

  private async flush(writes: RunWrite[]): Promise<RunWritten[]> {
    const results = await this.commitAgain(writes);
    writes.forEach((write, i) => {
      if (write.kind !== 'append' || !results[i]?.ok) return;
      const { append, events, parent } = write;
      if (events.length > 0) this.queue.publish({ run: append.id, seq: append.after, events });
      if (parent !== null && hasEnded(append.status)) this.queue.wake(parent);
    });
    return results;
  }
}

const ATTEMPTS = 3;

function isDeadlock(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === '40P01';
}

async function commit(query: Query, writes: RunWrite[]): Promise<RunWritten[]> {
  const inserts = writes.filter((w) => w.kind === 'insert');
  const appends = writes.filter((w) => w.kind === 'append');
  await insertBlobs(
    query,
    writes.flatMap((w) => w.blobs),
  );
  const fresh =
    inserts.length > 0
      ? await insertRuns(
          query,
          inserts.map((w) => w.row),
        )
      : new Set<string>();
  const moved =
    appends.length > 0
      ? await appendRuns(
          query,
          appends.map((w) => w.append),
        )
      : new Set<string>();
  await wakeParents(
    query,
    appends.filter((w) => moved.has(w.append.id)),
  );
  return Promise.all(
    writes.map(async (w): Promise<RunWritten> => {
      if (w.kind === 'append') return moved.has(w.append.id) ? { ok: true } : { ok: false };
      return fresh.has(w.row.id)
        ? { ok: true }
        : { ok: false, existing: await runOfDelivery(query, w.row.delivery_key) };
    }),
  );
}

export async function insertBlobs(query: Query, blobs: NewBlob[]): Promise<void> {
  if (blobs.length === 0) return;
  const sql = `insert into blob (id, run_id, data) values ${rowsOf(blobs.length, 3)}`;
  await query(
    sql,
    blobs.flatMap((b) => [b.id, b.runId, b.data]),
  );
}

/** A run that ended lets the one that called it go on, in the same commit. */
async function wakeParents(
  query: Query,
  appends: { append: Append; parent: string | null }[],
): Promise<void> {
  for (const { append, parent } of appends) {
    if (parent === null || !hasEnded(append.status)) continue;
    await query(`update run set wake_at = ? where id = ? and status = 'waiting'`, [
      append.endedAt,
      parent,
    ]);
  }
}

async function runOfDelivery(query: Query, key: string | null): Promise<string | undefined> {
  const [row] = await query<{ id: string }>('select id from run where delivery_key = ?', [key]);
  return row?.id;
}

/** Another worker owns the run now; this life of it is over. */
export class FencedError extends ProblemError {
  constructor() {
    super(
      problem('conflict', 'Another worker took over this run.', 'Nothing to do: it goes on there.'),
    );
  }
}
