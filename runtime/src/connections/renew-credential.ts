import { setTimeout as pause } from 'node:timers/promises';

import { problem, ProblemError, toProblem, type Problem } from '@patchbay/shared/base';
import type { AuthScheme } from '@patchbay/shared/catalog';

import type { Query } from '#db';

import { storeToken, type ConnectionRecord } from './connection-record.ts';
import type { CredentialParts } from './credential-parts.ts';
import {
  claimRefresh,
  readCredential,
  releaseRefresh,
  replaceFields,
  type StoredCredential,
} from './credential-store.ts';
import { clientFieldsOf } from './oauth-apps.ts';
import {
  assertionGrant,
  clientGrant,
  loginGrant,
  refreshGrant,
  type Provider,
  type TokenSet,
} from './token-grants.ts';

/** A refresh that nobody finished for this long was cut off: its process is gone. */
const STALE_MS = 60_000;
const WAIT_MS = 100;
const LONGEST_WAIT_MS = 30_000;

/** True when the scheme's token can be had again without a person. */
export function isRenewable(scheme: AuthScheme, fields: Record<string, string>): boolean {
  if (scheme.type === 'tokenExchange') return true;
  if (scheme.type !== 'oauth2') return false;
  return (
    scheme.grant === 'client_credentials' ||
    scheme.grant === 'jwt_bearer' ||
    Boolean(fields.refreshToken)
  );
}

/**
 * A newer credential than `known`. Of all workers that ask at the same time one goes to the provider;
 * the others wait for what it stores. Throws what a person has to know when there is none.
 */
export async function renewCredential(
  parts: CredentialParts,
  record: ConnectionRecord,
  known: StoredCredential,
): Promise<StoredCredential> {
  const { query, clock } = parts;
  const claim = { id: record.id, version: known.version, now: clock(), staleMs: STALE_MS };
  if (!(await claimRefresh(query, claim))) return awaitOther(parts, record, known);
  const wasCutOff = known.refreshStarted !== null;
  try {
    const token = await askProvider(parts, record, known);
    const values = { ...known.fields, ...tokenFields(token, known.fields) };
    const { id } = record;
    // Stored before use: a rotated token that is lost can't be had again.
    const stored = await replaceFields(parts.vault, query, { id, values, version: known.version });
    if (stored) await storeToken(query, { record, token, values, now: clock() });
    return (await readCredential(parts.vault, query, id)) ?? known;
  } catch (error) {
    await releaseRefresh(query, record.id, known.version);
    throw new ProblemError(wasCutOff ? cutOff(toProblem(error)) : toProblem(error));
  }
}

function askProvider(
  parts: CredentialParts,
  record: ConnectionRecord,
  known: StoredCredential,
): Promise<TokenSet> {
  const { scheme } = record;
  return withProvider(parts, record, known.fields, (provider) => {
    if (scheme.type === 'tokenExchange') return loginGrant({ ...provider, scheme });
    if (scheme.type !== 'oauth2') throw new Error(`${scheme.type} has no token`);
    const oauth = { ...provider, scheme };
    if (scheme.grant === 'client_credentials') return clientGrant(oauth, scopesOf(scheme, record));
    if (scheme.grant === 'jwt_bearer') return assertionGrant(oauth, scopesOf(scheme, record));
    return refreshGrant(oauth, known.fields.refreshToken ?? '');
  });
}

/** What is asked for where nobody agrees by hand: what was granted, else the defaults. */
export function scopesOf(
  scheme: Extract<AuthScheme, { type: 'oauth2' }>,
  record: Pick<ConnectionRecord, 'scopes'>,
): string[] {
  return record.scopes ?? scheme.scopes.filter((one) => one.default).map((one) => one.name);
}

export async function withProvider<T>(
  parts: CredentialParts,
  record: ConnectionRecord,
  stored: Record<string, string>,
  work: (provider: Omit<Provider, 'scheme'>) => Promise<T>,
): Promise<T> {
  const fields = await clientFieldsOf(parts, record, stored);
  return work({ fields, config: record.config, http: parts.outbound.http, now: parts.clock() });
}

function tokenFields(token: TokenSet, before: Record<string, string>): Record<string, string> {
  const refreshToken = token.refreshToken ?? before.refreshToken;
  return {
    accessToken: token.accessToken,
    ...(refreshToken && { refreshToken }),
    tokenEndsAt: token.endsAt === undefined ? '' : String(token.endsAt),
  };
}

async function awaitOther(
  { vault, query, clock }: CredentialParts,
  { id }: ConnectionRecord,
  known: StoredCredential,
): Promise<StoredCredential> {
  const until = clock() + LONGEST_WAIT_MS;
  while (clock() < until) {
    const [now] = await query<{ version: number; refresh_started: number | null }>(
      'select version, refresh_started from credential where id = ?',
      [id],
    );
    if (!now) break;
    if (now.version !== known.version) return (await readCredential(vault, query, id)) ?? known;
    // The other gave up: what it found out stands at the connection.
    if (now.refresh_started === null) throw new ProblemError(await reasonOf(query, id));
    await pause(WAIT_MS);
  }
  throw new ProblemError(
    problem(
      'unavailable',
      'The token is being refreshed by another worker, which takes too long.',
      {
        hint: 'Patchbay tries again by itself.',
      },
    ),
  );
}

async function reasonOf(query: Query, id: string): Promise<Problem> {
  const [row] = await query<{ status_reason: string | Problem | null }>(
    'select status_reason from connection where id = ?',
    [id],
  );
  const reason = row?.status_reason;
  if (typeof reason === 'string') return JSON.parse(reason) as Problem;
  const hint = 'Patchbay tries again by itself.';
  return reason ?? problem('unavailable', 'The token could not be refreshed.', hint);
}

/** After a crash between the provider's answer and our commit, a rotated token is lost: say so. */
function cutOff(why: Problem): Problem {
  if (why.code !== 'auth_expired') return why;
  return {
    ...why,
    message: `A refresh of the token was cut off, and the provider no longer takes the old one. ${why.message}`,
    hint: 'Reconnect: authorize the connection again. Flows need no change.',
    details: { ...why.details, refresh: 'cut_off' },
  };
}
