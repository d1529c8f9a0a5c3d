import { OFFLINE } from '@patchbay/connectors/sdk';

import type { Actor } from '#http';

import { storeToken, type ConnectionRecord } from './connection-record.ts';
import { noteConnection } from './connection-status.ts';
import type { CredentialParts } from './credential-parts.ts';
import { readSecret, writeSecret } from './credential-store.ts';
import type { TokenSet } from './token-grants.ts';

/**
 * Stores the first token of an authorization. Gives the scopes that were asked for and not granted:
 * the connection works, but not for everything.
 */
export async function keepToken(
  parts: CredentialParts,
  {
    record,
    token,
    asked,
    actor,
  }: { record: ConnectionRecord; token: TokenSet; asked: string[]; actor: Actor },
): Promise<string[]> {
  const { db, vault, clock } = parts;
  const { id } = record;
  const now = clock();
  const granted = token.scopes ?? asked;
  await db.unit(async (em, query) => {
    const before = (await readSecret(vault, query, id)) ?? {};
    const { refreshToken: _old, ...rest } = before;
    const values = {
      ...rest,
      accessToken: token.accessToken,
      ...(token.refreshToken && { refreshToken: token.refreshToken }),
      tokenEndsAt: token.endsAt === undefined ? '' : String(token.endsAt),
    };
    await writeSecret(vault, query, { id, values, by: actor, at: now });
    await storeToken(query, { record: { ...record, scopes: granted }, token, values, now });
    await query(
      `update connection set setup = case when setup = 'authenticate' then 'test' else setup end, check_at = ? where id = ?`,
      [now, id],
    );
    await noteConnection({ em, query }, id, {
      action: 'connections.authorized',
      at: now,
      details: { by: actor.name, scopes: granted },
    });
  });
  return missingScopes(asked, token);
}

/** Who got a token to renew with was granted that, whether or not the answer lists it as a right. */
function missingScopes(asked: string[], { scopes, refreshToken }: TokenSet): string[] {
  if (!scopes) return [];
  return asked.filter(
    (scope) => !scopes.includes(scope) && !(scope === OFFLINE && refreshToken !== undefined),
  );
}
