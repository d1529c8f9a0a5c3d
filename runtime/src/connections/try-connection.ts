import { testConnection } from '@patchbay/connectors/sdk';
import { newId, toProblem, type JsonObject, type Problem } from '@patchbay/shared/base';

import { changeStatus, statusFor } from './connection-status.ts';
import type { CredentialParts } from './credential-parts.ts';
import { openCall, type OpenCall } from './open-connection.ts';

const TEST_TIMEOUT_MS = 20_000;
const HOUR_MS = 3_600_000;
/** How soon a connection is looked at again by itself: working ones, and those out of reach. */
const CALM_MS = 6 * HOUR_MS;
const TROUBLED_MS = HOUR_MS / 6;

/** What a test found. */
export interface Tried {
  identity?: string;
  problem?: Problem;
}

/** A call on a connection outside of any run. */
export function callOn(
  parts: CredentialParts,
  row: { id: string; connector: string; version: string },
  input: JsonObject,
): Promise<OpenCall> {
  const { id: connection, connector, version } = row;
  const signal = AbortSignal.timeout(TEST_TIMEOUT_MS);
  return openCall(parts, {
    connector,
    version,
    connection,
    input,
    signal,
    idempotencyKey: newId(),
  });
}

/** Tests a connection and notes what came of it: a test that goes well makes it active by itself. */
export async function tryConnection(
  parts: CredentialParts,
  row: { id: string; connector: string; version: string },
): Promise<Tried> {
  const tried = await tryOut(parts, row);
  const status = statusFor(tried.problem) ?? 'degraded';
  const wait = status === 'active' ? CALM_MS : TROUBLED_MS;
  const now = parts.clock();
  await parts.query(
    `update connection set tested_at = ?, check_at = ?, identity = coalesce(?, identity),
       setup = case when ? = 'active' then null else setup end where id = ?`,
    [now, now + wait * (0.9 + Math.random() / 5), tried.identity ?? null, status, row.id],
  );
  await changeStatus(parts, row.id, { status, problem: tried.problem });
  return tried;
}

async function tryOut(
  parts: CredentialParts,
  row: { id: string; connector: string; version: string },
): Promise<Tried> {
  try {
    const call = await callOn(parts, row, {});
    return await call.guard(testConnection(call.connector, call.ctx));
  } catch (error) {
    return { problem: toProblem(error) };
  }
}
