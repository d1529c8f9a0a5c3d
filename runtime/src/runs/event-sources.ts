import { createHash } from 'node:crypto';

import { textOf, valueAt, type pollOf } from '@patchbay/connectors/sdk';
import { fail, type Json, type Problem } from '@patchbay/shared/base';
import type { NodeOf } from '@patchbay/shared/flows';

import type { Db, Query } from '#db';
import type { LoadedVersion } from '#versions';

import { newRun } from './new-run.ts';
import { insertRuns } from './run-rows.ts';
import { insertBlobs } from './run-store.ts';

const KEPT_KEYS = 1000;
const LONGEST_KEY = 100;
/** Runs inserted by one statement. */
const BATCH = 200;
const SLOWEST_S = 3600;
/** The interval of a trigger whose connector could not be read. */
const UNKNOWN_S = 300;

/** A trigger this worker may look for, until a time (ms). */
export interface Claim {
  flow_id: string;
  node: string;
  version_id: string;
  /** The time that had come. */
  next_at: number;
  until: number;
}

/** What a trigger has seen so far. */
export interface Source {
  cursor: string | null;
  /** JSON list of keys. */
  seen: string;
  /** JSON of `{ problem, failures }`. */
  problem: string | null;
  begun: number;
}

/** What a look works on. */
export interface Look {
  claim: Claim;
  version: LoadedVersion;
  node: NodeOf<'event'>;
  declared: ReturnType<typeof pollOf>;
  source: Source;
}

/** What it found, oldest first; `marksOnly` starts nothing. */
export interface Outcome {
  items: Json[];
  cursor?: string;
  marksOnly: boolean;
  at: number;
}

export async function readSource(query: Query, claim: Claim): Promise<Source | undefined> {
  const [source] = await query<Source>(
    'select "cursor", seen, problem, begun from event_source where flow_id = ? and node = ?',
    [claim.flow_id, claim.node],
  );
  return source;
}

/**
 * Inserts the runs of the new items and saves what was seen, in one transaction. Gives the ids of
 * the runs; undefined when the claim was lost meanwhile and nothing was written.
 */
export async function commitLook(
  db: Pick<Db, 'transaction'>,
  look: Look,
  outcome: Outcome,
): Promise<string[] | undefined> {
  const { claim, declared, source } = look;
  const before = JSON.parse(source.seen) as string[];
  const keyed = byKey(look, outcome.items);
  const known = new Set(before);
  const fresh = outcome.marksOnly ? [] : [...keyed].filter(([key]) => !known.has(key));
  const older = before.filter((key) => !keyed.has(key));
  // All keys of this look stay, so that a long list is not taken for new again.
  const kept = [...older, ...keyed.keys()].slice(-Math.max(KEPT_KEYS, keyed.size));
  const runs = runsOf(look, fresh, outcome.at);
  return db.transaction(async (query) => {
    if (!(await release(query, claim, outcome.at + declared.everyS * 1000))) return undefined;
    const started = await insertAll(query, runs);
    await query(
      'update event_source set "cursor" = ?, seen = ?, looked_at = ?, problem = null, begun = 1 where flow_id = ? and node = ?',
      [
        outcome.cursor ?? source.cursor,
        JSON.stringify(kept),
        outcome.at,
        claim.flow_id,
        claim.node,
      ],
    );
    return started;
  });
}

/** Keeps the cursor where it is, says why at the source, and looks again later each time. */
export async function noteFailure(
  db: Pick<Db, 'transaction'>,
  { claim, source, everyS = UNKNOWN_S }: Pick<Look, 'claim' | 'source'> & { everyS?: number },
  { problem, at }: { problem: Problem; at: number },
): Promise<void> {
  const last = source.problem
    ? (JSON.parse(source.problem) as { failures: number })
    : { failures: 0 };
  const failures = last.failures + 1;
  const slowest = Math.max(everyS, SLOWEST_S);
  const waitS = Math.min(everyS * 2 ** Math.min(failures - 1, 20), slowest);
  await db.transaction(async (query) => {
    if (!(await release(query, claim, at + waitS * 1000))) return;
    await query(
      'update event_source set problem = ?, looked_at = ? where flow_id = ? and node = ?',
      [JSON.stringify({ problem, failures }), at, claim.flow_id, claim.node],
    );
  });
}

/**
 * Sets the next look, if the claim is still ours: the trigger may have been armed anew. Who rang
 * meanwhile has set a later time than the one that had come, and that one stays.
 */
async function release(query: Query, claim: Claim, next: number): Promise<boolean> {
  const moved = await query(
    `update armed_trigger set claimed_until = null, next_at = case when next_at > ? then next_at else ? end
     where flow_id = ? and node = ? and version_id = ? and claimed_until = ? returning node`,
    [claim.next_at, next, claim.flow_id, claim.node, claim.version_id, claim.until],
  );
  return moved.length > 0;
}

function byKey({ declared }: Look, items: Json[]): Map<string, Json> {
  const keyed = new Map<string, Json>();
  for (const item of items) {
    const key = valueAt(item, declared.key);
    if (key === undefined || key === null)
      fail(
        'unavailable',
        `An item of "${declared.title}" has no "${declared.key}", so it can't be told from others.`,
        'The trigger does not fit what the other system answers.',
      );
    const text = textOf(key);
    keyed.set(text.length > LONGEST_KEY ? sha256(text) : text, item);
  }
  return keyed;
}

function sha256(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}

function runsOf(
  { claim, version, node }: Look,
  fresh: [string, Json][],
  at: number,
): ReturnType<typeof newRun>[] {
  return fresh.map(([key, payload], i) =>
    newRun({
      version,
      trigger: node,
      payload,
      // A millisecond apart, so that lists and workers take them oldest first.
      at: at - (fresh.length - 1 - i),
      deliveryKey: `event:${claim.flow_id}:${node.id}:${key}`,
    }),
  );
}

async function insertAll(query: Query, runs: ReturnType<typeof newRun>[]): Promise<string[]> {
  const started: string[] = [];
  for (let from = 0; from < runs.length; from += BATCH) {
    const batch = runs.slice(from, from + BATCH);
    const ids = await insertRuns(
      query,
      batch.map(({ row }) => row),
    );
    const inserted = batch.filter(({ row }) => ids.has(row.id));
    await insertBlobs(
      query,
      inserted.flatMap(({ blobs }) => blobs),
    );
    started.push(...inserted.map(({ row }) => row.id));
  }
  return started;
}
