import { fail } from '@patchbay/shared/base';

import type { ConnectionRecord } from './connection-record.ts';
import type { CredentialParts } from './credential-parts.ts';
import { readCredential, type StoredCredential } from './credential-store.ts';
import { resolveExternal } from './external-value.ts';
import { clientFieldsOf } from './oauth-apps.ts';
import { isRenewable, renewCredential } from './renew-credential.ts';

/** A token that ends sooner than this is not begun with any more, in ms. */
const MARGIN_MS = 1000;
const NOTHING: StoredCredential = { fields: {}, version: 0, setAt: 0, refreshStarted: null };

/** The values of a connection's credential, ready to use. */
export interface OpenFields {
  fields: Record<string, string>;
  /** Gets a newer token after a refusal; absent when there is none to be had without a person. */
  renew?: () => Promise<Record<string, string>>;
}

/** Opens the credential; a token that has ended is renewed first. Throws what a person must know. */
export async function openFields(
  parts: CredentialParts,
  record: ConnectionRecord,
): Promise<OpenFields> {
  const { scheme } = record;
  const stored = (await readCredential(parts.vault, parts.query, record.id)) ?? NOTHING;
  if (scheme.type !== 'oauth2' && scheme.type !== 'tokenExchange') {
    return { fields: await resolveExternal(stored.fields, parts.external) };
  }
  let current = stored;
  const renewable = isRenewable(scheme, stored.fields);
  if (!isLive(current.fields, parts.clock())) {
    if (!renewable) refuseUnauthorised(current.fields);
    current = await renewCredential(parts, record, current);
  }
  const withClient = (): Promise<Record<string, string>> =>
    clientFieldsOf(parts, record, current.fields);
  if (!renewable) return { fields: await withClient() };
  const renew = async (): Promise<Record<string, string>> => {
    current = await renewCredential(parts, record, current);
    return withClient();
  };
  return { fields: await withClient(), renew };
}

function isLive({ accessToken, tokenEndsAt }: Record<string, string>, now: number): boolean {
  return Boolean(accessToken) && (!tokenEndsAt || Number(tokenEndsAt) - now > MARGIN_MS);
}

function refuseUnauthorised({ accessToken }: Record<string, string>): never {
  if (!accessToken) {
    fail(
      'auth_expired',
      'This connection was never authorized.',
      'Open it and authorize it at the provider.',
    );
  }
  fail('auth_expired', 'The token has ended, and the provider gave nothing to renew it with.', {
    hint: 'Reconnect: authorize the connection again. Flows need no change.',
  });
}
