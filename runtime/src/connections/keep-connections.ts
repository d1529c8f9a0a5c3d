import { toProblem } from '@patchbay/shared/base';

import type { Log } from '#lib';

import { readRecord } from './connection-record.ts';
import { noteOutcome } from './connection-status.ts';
import type { CredentialParts } from './credential-parts.ts';
import { readCredential } from './credential-store.ts';
import { isRenewable, renewCredential } from './renew-credential.ts';
import { reseal } from './rotate-keys.ts';
import { tryConnection } from './try-connection.ts';

const TICK_MS = 5000;
const BATCH = 20;
const RETRY_MS = 60_000;

interface Due {
  id: string;
  connector: string;
  version: string;
  due: number;
}

/**
 * Refreshes tokens ahead of their end, tests connections again, and goes on with a rotation of keys.
 * Every worker does it; whoever moves the row's time first has the work.
 */
export function startKeeping(parts: CredentialParts, log: Log): () => Promise<void> {
  let busy: Promise<void> | undefined;
  const timer = setInterval(() => {
    busy ??= keepOnce(parts)
      .catch((error: unknown) =>
        log.warn({ err: error }, 'connections could not be looked after; it is tried again'),
      )
      .finally(() => (busy = undefined));
  }, TICK_MS);
  return async () => {
    clearInterval(timer);
    await busy;
  };
}

/** One pass. */
export async function keepOnce(parts: CredentialParts): Promise<void> {
  for (const due of await claim(parts, 'refresh_at')) await refreshAhead(parts, due.id);
  for (const due of await claim(parts, 'check_at')) await tryConnection(parts, due);
  await reseal(parts);
}

/** Rows whose time has come; their time is moved on, so that no other worker takes them too. */
async function claim(
  { query, clock }: CredentialParts,
  column: 'refresh_at' | 'check_at',
): Promise<Due[]> {
  const now = clock();
  const due = await query<Due>(
    `select id, connector, version, ${column} as due from connection
     where ${column} <= ? and status <> 'disabled' and setup is null order by ${column} limit ${BATCH}`,
    [now],
  );
  const mine: Due[] = [];
  for (const row of due) {
    const sql = `update connection set ${column} = ? where id = ? and ${column} = ? returning id`;
    if ((await query(sql, [now + RETRY_MS, row.id, row.due])).length > 0) mine.push(row);
  }
  return mine;
}

/** A new token while the old one still works, so that no step ever waits for it. */
export async function refreshAhead(parts: CredentialParts, id: string): Promise<void> {
  const record = await readRecord(parts, id);
  const stored = await readCredential(parts.vault, parts.query, id);
  if (!stored || !isRenewable(record.scheme, stored.fields)) return;
  try {
    await renewCredential(parts, record, stored);
  } catch (error) {
    await noteOutcome(parts, record, toProblem(error));
  }
}
