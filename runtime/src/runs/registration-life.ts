import { randomBytes } from 'node:crypto';

import { newId, toProblem } from '@patchbay/shared/base';
import type { WebhookManifest } from '@patchbay/shared/catalog';

import type { CredentialParts } from '#connections';

import { keepSecret, makesSecret, prolong, register, takeOff } from './registration-calls.ts';
import {
  deleteRow,
  NOBODY_LISTENS,
  noteTrouble,
  type RegistrationRow,
} from './registration-rows.ts';

/** What is registered, and with which version of its connector. */
export interface ToRegister {
  declared: WebhookManifest;
  version: string;
}

/**
 * Registers an address that the caller holds, after what may be left of earlier tries was taken off.
 * The attempt is remembered before the provider hears of it, so that whoever dies, somebody looks
 * for it there. Notes what goes wrong, and throws it.
 */
export async function registerAnew(
  credentials: CredentialParts,
  { declared, version }: ToRegister,
  before: RegistrationRow,
): Promise<RegistrationRow> {
  const { query, clock } = credentials;
  let row = before;
  try {
    await takeOff(credentials, row);
    if (makesSecret(declared))
      await keepSecret(credentials, row.id, randomBytes(24).toString('base64url'));
    const begun = await query<RegistrationRow>(
      `update registration set state = 'asking', attempt = ?, subscription = null, version = ?, next_at = null
       where id = ? returning *`,
      [newId(), version, row.id],
    );
    row = begun[0] ?? row;
    return await goLive(credentials, declared, row);
  } catch (error) {
    const problem = toProblem(error);
    const isClearNo = problem.retry === 'never' && problem.fault !== 'ours';
    if (!isClearNo || !(await forget(credentials, row)))
      await noteTrouble(query, row, { problem, at: clock() });
    throw error;
  }
}

async function goLive(
  credentials: CredentialParts,
  declared: WebhookManifest,
  row: RegistrationRow,
): Promise<RegistrationRow> {
  const subscription = await register(credentials, row);
  const at = credentials.clock();
  const [live] = await credentials.query<RegistrationRow>(
    `update registration set state = 'live', subscription = ?, registered_at = ?, next_at = ?, problem = null
     where id = ? returning *`,
    [subscription, at, renewalAt(declared, at), row.id],
  );
  return live ?? row;
}

function renewalAt({ renewEveryS }: WebhookManifest, at: number): number | null {
  return renewEveryS === undefined ? null : at + renewEveryS * 1000;
}

/** Prolongs a registration, by a new one where the provider knows no other way or has forgotten it. */
export async function renewRegistration(
  credentials: CredentialParts,
  to: ToRegister,
  row: RegistrationRow,
): Promise<void> {
  const { query, clock } = credentials;
  if (!(await prolong(credentials, row))) {
    await registerAnew(credentials, to, row);
    return;
  }
  const next = renewalAt(to.declared, clock());
  await query('update registration set next_at = ?, problem = null where id = ?', [next, row.id]);
}

/** Takes an address off its provider that no flow listens to, and forgets it. */
export async function endRegistration(
  credentials: CredentialParts,
  row: RegistrationRow,
): Promise<void> {
  const { query } = credentials;
  if (await takeOff(credentials, row)) await forget(credentials, row);
  else await query("update registration set state = 'lost', next_at = null where id = ?", [row.id]);
}

/** False when a flow listens to it. */
async function forget({ db }: CredentialParts, { id }: RegistrationRow): Promise<boolean> {
  return db.transaction(async (query) => {
    const free = await query(`select id from registration r where id = ? and ${NOBODY_LISTENS}`, [
      id,
    ]);
    if (free.length > 0) await deleteRow(query, id);
    return free.length > 0;
  });
}
