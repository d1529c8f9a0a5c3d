import { createHash } from 'node:crypto';

import { fail, MAIN_PROJECT, newId, type Problem } from '@patchbay/shared/base';
import type { AuthorizeAttempt } from '@patchbay/shared/connections';

import type { Query } from '#db';

import type { CredentialParts } from './credential-parts.ts';

const LIFE_MS = 600_000;

/** What only we may know of an authorization that is under way. */
export interface AttemptSecrets {
  verifier?: string;
  redirectUri?: string;
  deviceCode?: string;
  intervalS?: number;
}

/** An authorization that is under way, opened. */
export interface Attempt {
  id: string;
  connectionId: string;
  userId: string;
  asked: string[];
  state: AuthorizeAttempt['state'];
  expiresAt: number;
  pollAt: number | null;
  secrets: AttemptSecrets;
}

interface Row {
  id: string;
  connection_id: string;
  user_id: string;
  sealed: string;
  asked: string | string[];
  missing: string | string[] | null;
  state: AuthorizeAttempt['state'];
  problem: string | Problem | null;
  expires_at: number;
  poll_at: number | null;
}

/** Begins an authorization. `state` is what the provider sends back; only its hash is kept. */
export async function openAttempt(
  { vault, query, clock }: CredentialParts,
  attempt: {
    connectionId: string;
    userId: string;
    asked: string[];
    state?: string;
    secrets: AttemptSecrets;
    pollAt?: number;
  },
): Promise<string> {
  const now = clock();
  const id = newId(now);
  const sealed = await vault.seal(query, JSON.stringify(attempt.secrets), {
    projectId: MAIN_PROJECT,
    recordId: `attempt.${id}`,
  });
  await query('delete from oauth_attempt where expires_at < ?', [now - LIFE_MS]);
  await query(
    `insert into oauth_attempt (id, connection_id, user_id, state_hash, sealed, asked, state, expires_at, poll_at)
     values (?, ?, ?, ?, ?, ?, 'open', ?, ?)`,
    [
      id,
      attempt.connectionId,
      attempt.userId,
      attempt.state === undefined ? null : hashOf(attempt.state),
      sealed,
      JSON.stringify(attempt.asked),
      now + LIFE_MS,
      attempt.pollAt ?? null,
    ],
  );
  return id;
}

/** Takes the attempt of a `state` so that nobody can use it again; undefined for a foreign or used one. */
export async function takeAttempt(
  parts: CredentialParts,
  state: string,
): Promise<Attempt | undefined> {
  const [row] = await parts.query<Row>('select * from oauth_attempt where state_hash = ?', [
    hashOf(state),
  ]);
  if (!row) return undefined;
  const taken = await parts.query(
    'update oauth_attempt set state_hash = null where id = ? and state_hash = ? returning id',
    [row.id, hashOf(state)],
  );
  return taken.length > 0 ? opened(parts, row) : undefined;
}

/** An attempt by its id, for the person who began it. */
export async function findAttempt(
  parts: CredentialParts,
  id: string,
  userId: string,
): Promise<Attempt & { view: AuthorizeAttempt }> {
  const [row] = await parts.query<Row>('select * from oauth_attempt where id = ? and user_id = ?', [
    id,
    userId,
  ]);
  if (!row)
    return fail('not_found', 'There is no such authorization.', 'Begin again from the connection.');
  return { ...(await opened(parts, row)), view: viewOf(row) };
}

/** Notes the end of an attempt. */
export async function endAttempt(
  query: Query,
  id: string,
  { problem, missing }: { problem?: Problem; missing?: string[] },
): Promise<void> {
  await query(
    `update oauth_attempt set state = ?, problem = ?, missing = ?, state_hash = null, poll_at = null where id = ?`,
    [
      problem ? 'failed' : 'done',
      JSON.stringify(problem ?? null),
      JSON.stringify(missing ?? null),
      id,
    ],
  );
}

async function opened({ vault, query }: CredentialParts, row: Row): Promise<Attempt> {
  const owner = { projectId: MAIN_PROJECT, recordId: `attempt.${row.id}` };
  return {
    id: row.id,
    connectionId: row.connection_id,
    userId: row.user_id,
    asked: parsed(row.asked) ?? [],
    state: row.state,
    expiresAt: row.expires_at,
    pollAt: row.poll_at,
    secrets: JSON.parse(await vault.open(query, row.sealed, owner)) as AttemptSecrets,
  };
}

function viewOf(row: Row): AuthorizeAttempt {
  const missing = parsed(row.missing);
  return {
    id: row.id,
    connection: row.connection_id,
    state: row.state,
    ...(row.problem !== null && { problem: parsed(row.problem) ?? undefined }),
    ...(missing && missing.length > 0 && { missingScopes: missing }),
  };
}

function parsed<T>(value: string | T | null): T | null {
  return typeof value === 'string' ? (JSON.parse(value) as T | null) : value;
}

function hashOf(state: string): string {
  return createHash('sha256').update(state).digest('hex');
}
