import type { CredentialParts } from './credential-parts.ts';
import { PROJECT } from './project.ts';

const BATCH = 50;

interface SealedRow {
  id: string;
  project_id: string;
  sealed: string;
  version: number;
}

/** Where a change of keys stands. */
export interface KeyState {
  current?: { id: string; since: number };
  secrets: number;
  older: number;
  rootPending?: number;
}

/** Counts what is still sealed by keys that are to go. */
export async function keyState({
  query,
  vault,
}: Pick<CredentialParts, 'query' | 'vault'>): Promise<KeyState> {
  const [key] = await query<{ id: string; created_at: number }>(
    'select id, created_at from data_key where project_id = ? order by created_at desc, id desc limit 1',
    [PROJECT],
  );
  const [count] = await query<{ all_of_them: number | string; newest: number | string }>(
    `select count(*) as all_of_them, coalesce(sum(case when sealed like ? then 1 else 0 end), 0) as newest from credential`,
    [`v1:${key?.id ?? ''}:%`],
  );
  const secrets = Number(count?.all_of_them ?? 0);
  const rootPending = await vault.rootPending(query);
  return {
    ...(key && { current: { id: key.id, since: key.created_at } }),
    secrets,
    older: secrets - Number(count?.newest ?? 0),
    ...(rootPending !== undefined && { rootPending }),
  };
}

/**
 * Seals a batch of secrets again that an older data key holds; gives how many are left to do. Safe to
 * be done by several workers and to be cut off anywhere: a row is either old or new, and both open.
 */
export async function reseal({
  query,
  vault,
}: Pick<CredentialParts, 'query' | 'vault'>): Promise<number> {
  const state = await keyState({ query, vault });
  if (state.older === 0 || !state.current) return 0;
  const rows = await query<SealedRow>(
    `select id, project_id, sealed, version from credential where sealed not like ? limit ${BATCH}`,
    [`v1:${state.current.id}:%`],
  );
  for (const row of rows) {
    const owner = { projectId: row.project_id, recordId: row.id };
    const sealed = await vault.seal(query, await vault.open(query, row.sealed, owner), owner);
    // A refresh that wrote meanwhile sealed with the newest key itself; its version must not move.
    await query('update credential set sealed = ? where id = ? and sealed = ?', [
      sealed,
      row.id,
      row.sealed,
    ]);
  }
  return state.older - rows.length;
}
