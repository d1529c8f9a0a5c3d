import {
  findRegistered,
  renew,
  subscribe,
  unsubscribe,
  webhookOf,
  type Registering,
} from '@patchbay/connectors/sdk';
import { fail, newId, type Json } from '@patchbay/shared/base';
import { secretOf } from '@patchbay/shared/catalog';

import { openCall, readSecret, writeSecret, type CredentialParts } from '#connections';

import type { RegistrationRow } from './registration-rows.ts';

const CALL_MS = 30_000;
const US = { name: 'Patchbay' };

/** Opens the registration's connection and lets `work` call the provider through it. */
async function calling<T>(
  parts: CredentialParts,
  row: RegistrationRow,
  work: (to: Registering) => Promise<T>,
): Promise<T> {
  const { connector: id, version, connection, trigger_name: trigger, url } = row;
  const { connector, ctx, guard } = await openCall(parts, {
    connector: id,
    version,
    connection: connection ?? undefined,
    input: JSON.parse(row.input) as Json,
    signal: AbortSignal.timeout(CALL_MS),
    idempotencyKey: row.attempt ?? newId(),
  });
  const declared = webhookOf(connector, trigger);
  if (!declared)
    return fail(
      'not_found',
      `${connector.manifest.name} ${version} has no trigger "${trigger}" that the other system calls.`,
      'Choose another trigger, and publish again.',
    );
  const secret = (await readSecret(parts.vault, parts.query, row.id))?.secret ?? '';
  const webhook = {
    url,
    secret,
    attempt: row.attempt ?? '',
    ...(row.subscription !== null && { id: row.subscription }),
  };
  return guard(work({ connector, declared, ctx, webhook }));
}

/** Registers the address; gives what the provider calls it, and keeps the secret it made sealed. */
export async function register(parts: CredentialParts, row: RegistrationRow): Promise<string> {
  let made: string | undefined;
  const id = await calling(parts, row, async (to) => {
    const registered = await subscribe(to);
    // Out of sight of the guard, which knows the credential's secrets alone.
    made = registered.secret;
    return registered.id ?? '';
  });
  if (made !== undefined) await keepSecret(parts, row.id, made);
  return id;
}

/** Seals the secret that proves the deliveries to a registration. */
export async function keepSecret(
  { vault, query, clock }: Pick<CredentialParts, 'vault' | 'query' | 'clock'>,
  id: string,
  secret: string,
): Promise<void> {
  await writeSecret(vault, query, { id, values: { secret }, by: US, at: clock() });
}

/** Prolongs it; false when only a new registration helps. */
export function prolong(parts: CredentialParts, row: RegistrationRow): Promise<boolean> {
  return calling(parts, row, renew);
}

/**
 * Takes the address off the provider, under every name that it may have there. False when a try is
 * known whose name is not, and the provider cannot be asked for it.
 */
export async function takeOff(parts: CredentialParts, row: RegistrationRow): Promise<boolean> {
  if (row.attempt === null) return true;
  return calling(parts, row, async (to) => {
    const needsId = JSON.stringify(to.declared.unsubscribe ?? {}).includes('{webhook.id}');
    const found = row.subscription === null && needsId ? await findRegistered(to) : [undefined];
    for (const id of found ?? [])
      await unsubscribe(id === undefined ? to : { ...to, webhook: { ...to.webhook, id } });
    // One that ends by itself needs nobody to find it.
    return found !== undefined || to.declared.renewEveryS !== undefined;
  });
}

/** True when its secret is ours to make. */
export function makesSecret(declared: Registering['declared']): boolean {
  return secretOf(declared)?.from === 'us';
}
