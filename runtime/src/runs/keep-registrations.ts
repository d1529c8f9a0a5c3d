import { webhookOf } from '@patchbay/connectors/sdk';
import { toProblem } from '@patchbay/shared/base';

import type { CredentialParts } from '#connections';
import type { Log } from '#lib';

import { endRegistration, renewRegistration } from './registration-life.ts';
import { NOBODY_LISTENS, noteTrouble, type RegistrationRow } from './registration-rows.ts';

const TICK_MS = 1000;
const AT_ONCE = 10;
/** One looked after takes no longer; a worker that dies in it keeps others off for this time. */
const CLAIM_MS = 120_000;

export interface KeepParts {
  credentials: CredentialParts;
  log: Pick<Log, 'warn'>;
}

/**
 * What a worker has to do with: a registration that nobody listens to, one whose try was cut off, and
 * one that is to be renewed.
 */
const DUE = `busy_until <= ? and (
  (state in ('asking', 'leaving') and coalesce(next_at, 0) <= ?)
  or (state = 'live' and (next_at <= ? or ${NOBODY_LISTENS})))`;

/** Renews addresses at their providers ahead of their end, and takes off those that nobody needs. */
export function startRegistrations(parts: KeepParts): () => Promise<void> {
  let busy: Promise<void> | undefined;
  const timer = setInterval(() => {
    busy ??= keepRegistrations(parts)
      .catch((error: unknown) =>
        parts.log.warn({ err: error }, 'addresses could not be looked after; it is tried again'),
      )
      .finally(() => (busy = undefined));
  }, TICK_MS);
  return async () => {
    clearInterval(timer);
    await busy;
  };
}

/** Does what is due, each by one worker alone. */
export async function keepRegistrations(parts: KeepParts): Promise<void> {
  const { query, clock } = parts.credentials;
  const now = clock();
  const due = await query<{ id: string }>(
    `select id from registration r where ${DUE} order by busy_until limit ${AT_ONCE}`,
    [now, now, now],
  );
  for (const { id } of due) {
    const [mine] = await query<RegistrationRow>(
      `update registration as r set busy_until = ?, state = case when state = 'live' and ${NOBODY_LISTENS} then 'leaving' else state end
       where id = ? and ${DUE} returning *`,
      [now + CLAIM_MS, id, now, now, now],
    );
    if (mine) await keep(parts, mine);
  }
}

async function keep(parts: KeepParts, row: RegistrationRow): Promise<void> {
  const { credentials, log } = parts;
  const { query, clock, catalogue } = credentials;
  try {
    const unheard = `select id from registration r where id = ? and ${NOBODY_LISTENS}`;
    if ((await query(unheard, [row.id])).length > 0) await endRegistration(credentials, row);
    else {
      const connector = await catalogue.find(query, row.connector, row.version);
      const declared = webhookOf(connector, row.trigger_name);
      if (declared) await renewRegistration(credentials, { declared, version: row.version }, row);
    }
    await query('update registration set busy_until = 0 where id = ?', [row.id]);
  } catch (error) {
    const problem = toProblem(error);
    log.warn(
      { address: row.url, state: row.state, problem },
      'a provider was not told of an address',
    );
    await noteTrouble(query, row, { problem, at: clock() });
  }
}
