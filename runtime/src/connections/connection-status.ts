import type { Json, Problem } from '@patchbay/shared/base';
import type { ConnectionStatus } from '@patchbay/shared/connections';

import { record as audit } from '#audit';
import type { Em, Query } from '#db';
import type { Actor } from '#http';

import type { ConnectionRecord } from './connection-record.ts';
import type { CredentialParts } from './credential-parts.ts';

/** Who does what nobody asked for by hand. */
export const SYSTEM: Actor = { id: 'system', name: 'Patchbay', email: '', permissions: [] };

/** What a problem says of the connection it happened on; undefined when it says nothing. */
export function statusFor(problem: Problem | undefined): ConnectionStatus | undefined {
  if (!problem) return 'active';
  if (problem.code === 'auth_expired') return 'auth_error';
  if (problem.code === 'unavailable' || problem.code === 'timed_out') return 'unreachable';
  return undefined;
}

const HEALED_BY_USE = new Set<ConnectionStatus>([
  'auth_error',
  'unreachable',
  'degraded',
  'never_tested',
]);

/**
 * After a call: a refused credential is noted at once, and a call that went well ends an error.
 * Everything else is left to tests: one slow call makes no connection unreachable.
 */
export async function noteOutcome(
  parts: CredentialParts,
  record: ConnectionRecord,
  problem: Problem | undefined,
): Promise<void> {
  if (problem?.code === 'address_blocked') await noteBlocked(parts, record, problem);
  const next = statusFor(problem);
  const matters = problem ? next === 'auth_error' : HEALED_BY_USE.has(record.status);
  if (!matters || next === undefined || next === record.status) return;
  await changeStatus(parts, record.id, { status: next, problem });
  record.status = next;
}

/** Moves a connection to a status, with an audit entry; nothing when it is there already. */
export async function changeStatus(
  { db, clock }: Pick<CredentialParts, 'db' | 'clock'>,
  id: string,
  { status, problem }: { status: ConnectionStatus; problem?: Problem },
): Promise<void> {
  await db.unit(async (em, query) => {
    const moved = await query<{ name: string }>(
      `update connection set status = ?, status_reason = ?, status_since = ?,
         setup = case when ? = 'active' then null else setup end
       where id = ? and status <> ? and status <> 'disabled' returning name`,
      [status, JSON.stringify(problem ?? null), clock(), status, id, status],
    );
    const [row] = moved;
    if (!row) return;
    if (status === 'auth_error') await noteLifetime(query, id, clock());
    await noteConnection({ em, query }, id, {
      action: 'connections.status',
      at: clock(),
      details: { name: row.name, status, why: problem?.message ?? '' },
    });
  });
}

/** How long the credential lived: the forecast for the next one of its kind. */
async function noteLifetime(query: Query, id: string, now: number): Promise<void> {
  await query(
    `update connection set lived_ms = ? - (select set_at from credential where credential.id = connection.id)
     where id = ? and tested_at is not null`,
    [now, id],
  );
}

/** An address that was refused is a fact for those who watch, not only for the flow. */
async function noteBlocked(
  { db, clock }: CredentialParts,
  { id }: ConnectionRecord,
  problem: Problem,
): Promise<void> {
  await db.unit((em, query) =>
    noteConnection({ em, query }, id, {
      action: 'connections.blocked',
      at: clock(),
      details: { why: problem.message },
    }),
  );
}

interface Happened {
  action: string;
  at: number;
  details: Record<string, Json>;
}

/** An audit entry for what happened to a connection without a person. */
export async function noteConnection(
  { em, query }: { em: Em; query: Query },
  id: string,
  happened: Happened,
): Promise<void> {
  const [home] = await query<{ project: string }>(
    `select project_id as project from connection where id = ? and scope = 'project'`,
    [id],
  );
  audit(em, { actor: SYSTEM, subject: `connection:${id}`, project: home?.project, ...happened });
}
