import { lookForItems, pollOf, type PollResult } from '@patchbay/connectors/sdk';
import { newId, toProblem, type Json } from '@patchbay/shared/base';
import type { NodeOf } from '@patchbay/shared/flows';

import { openCall, type CredentialParts } from '#connections';
import type { Db } from '#db';
import type { Log } from '#lib';
import type { Queue } from '#queue';
import { loadVersion } from '#versions';

import { commitLook, noteFailure, readSource, type Claim } from './event-sources.ts';

const TICK_MS = 1000;
const AT_ONCE = 10;
/** A look takes no longer; a worker that dies in one keeps others off for this and a little more. */
const LOOK_MS = 60_000;
const CLAIM_MS = 75_000;

export interface EventPollParts {
  db: Pick<Db, 'query' | 'transaction'>;
  queue: Pick<Queue, 'wake'>;
  log: Pick<Log, 'warn'>;
  clock: () => number;
  credentials: CredentialParts;
}

/** Lets the live triggers of connectors look for new items, each after its interval. */
export function startEventPolls(parts: EventPollParts): () => Promise<void> {
  const stop = new AbortController();
  let busy: Promise<void> | undefined;
  const timer = setInterval(() => {
    busy ??= pollDue(parts, stop.signal)
      .catch((error: unknown) =>
        parts.log.warn({ err: error }, 'triggers could not look; they are tried again'),
      )
      .finally(() => (busy = undefined));
  }, TICK_MS);
  return async () => {
    clearInterval(timer);
    stop.abort();
    await busy;
  };
}

/** Lets every trigger look whose time has come and that no other worker has claimed. */
export async function pollDue(parts: EventPollParts, signal: AbortSignal): Promise<void> {
  const now = parts.clock();
  const due = await parts.db.query<Omit<Claim, 'until'>>(
    `select * from armed_trigger where kind = 'event' and next_at <= ? and coalesce(claimed_until, 0) <= ?
     order by next_at limit ?`,
    [now, now, AT_ONCE],
  );
  await Promise.all(
    due.map(async (armed) => {
      const until = now + CLAIM_MS;
      const sql = `update armed_trigger set claimed_until = ? where flow_id = ? and node = ? and version_id = ?
        and next_at = ? and coalesce(claimed_until, 0) <= ? returning node`;
      const place = [armed.flow_id, armed.node, armed.version_id, armed.next_at];
      const claimed = await parts.db.query(sql, [until, ...place, now]);
      if (claimed.length > 0) await look(parts, { ...armed, until }, signal);
    }),
  );
}

async function look(parts: EventPollParts, claim: Claim, stopped: AbortSignal): Promise<void> {
  const { db, log, clock, queue, credentials } = parts;
  const version = await loadVersion(db.query, claim.version_id);
  const node = version.graph.nodes[claim.node] as NodeOf<'event'>;
  const source = await readSource(db.query, claim);
  if (!source) return;
  let everyS: number | undefined;
  try {
    const signal = AbortSignal.any([stopped, AbortSignal.timeout(LOOK_MS)]);
    const { connector, trigger, version: exact } = node.config;
    const declared = pollOf(await credentials.catalogue.find(db.query, connector, exact), trigger);
    everyS = declared.everyS;
    const { found, stored } = await lookAt(credentials, node, { cursor: source.cursor, signal });
    const outcome = { ...found, marksOnly: source.begun === 0 && !stored, at: clock() };
    const started = await commitLook(db, { claim, version, node, declared, source }, outcome);
    if (!started) return;
    for (const id of started) queue.wake(id);
    // Without the confirmation the items come again, and are known then.
    await stored?.();
  } catch (error) {
    // Whoever works on takes it up when our claim is over.
    if (stopped.aborted) return;
    const problem = toProblem(error);
    log.warn(
      { flow: claim.flow_id, node: claim.node, problem },
      'a trigger could not look for new items; it is tried again',
    );
    await noteFailure(db, { claim, source, everyS }, { problem, at: clock() });
  }
}

interface Found {
  items: Json[];
  cursor?: string;
}

async function lookAt(
  credentials: CredentialParts,
  { config, input }: NodeOf<'event'>,
  { cursor, signal }: { cursor: string | null; signal: AbortSignal },
): Promise<{ found: Found; stored?: () => Promise<void> }> {
  const { connector: id, version, connection, trigger } = config;
  const ask = { connector: id, version, connection, input: JSON.parse(input) as Json };
  const open = await openCall(credentials, { ...ask, signal, idempotencyKey: newId() });
  const { connector, ctx, guard } = open;
  let stored: PollResult['stored'];
  const work = lookForItems(connector, trigger, { ctx, cursor: cursor ?? undefined });
  const found = await guard(
    work.then(({ items, cursor: next, stored: confirm }): Found => {
      stored = confirm;
      return { items: items as Json[], ...(next !== undefined && { cursor: next }) };
    }),
  );
  return { found, ...(stored && { stored }) };
}
