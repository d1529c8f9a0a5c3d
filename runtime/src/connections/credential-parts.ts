import type { Catalogue } from '#catalog';
import type { Db, Query } from '#db';

import type { ExternalStore } from './external-value.ts';
import type { Outbound } from './outbound.ts';
import type { Vault } from './vault.ts';

/**
 * What opening and renewing a credential works with. `query` is never one inside of a transaction:
 * between its statements a provider is asked.
 */
export interface CredentialParts {
  db: Db;
  query: Query;
  vault: Vault;
  outbound: Outbound;
  catalogue: Catalogue;
  external: ExternalStore;
  clock: () => number;
}
