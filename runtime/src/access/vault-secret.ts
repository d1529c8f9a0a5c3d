import type { Query } from '#db';

/** What access needs of the vault: a key that outlives the root key which wraps it. */
export interface Vault {
  keyFor(query: Query, purpose: string): Promise<string>;
}
