import { MAIN_PROJECT } from '@patchbay/shared/base';

import type { Query } from '#db';

import type { CredentialParts } from './credential-parts.ts';

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

type KeyParts = Pick<CredentialParts, 'query' | 'vault'>;

interface NewestKey {
  id: string;
  project_id: string;
  created_at: number;
}

/** The key of each project that seals what is written now; other keys have a purpose, not a project. */
async function newestKeys(query: Query): Promise<NewestKey[]> {
  const keys = await query<NewestKey>(
    `select k.id, k.project_id, k.created_at from data_key k join project p on p.id = k.project_id
     order by k.created_at, k.id`,
  );
  return [...new Map(keys.map((key) => [key.project_id, key])).values()];
}

/** A condition on credentials: sealed by the newest key of their project. */
function sealedBy(keys: NewestKey[]): { sql: string; params: string[] } {
  return {
    sql: ['1 = 0', ...keys.map(() => '(project_id = ? and sealed like ?)')].join(' or '),
    params: keys.flatMap(({ id, project_id: project }) => [project, `v1:${id}:%`]),
  };
}

/** Gives every project a new key; what is sealed by older ones is sealed again by and by. */
export async function addKeys({ query, vault }: KeyParts): Promise<void> {
  const projects = new Set((await newestKeys(query)).map((key) => key.project_id)).add(
    MAIN_PROJECT,
  );
  for (const project of projects) await vault.addKey(query, project);
}

/** Counts what is still sealed by keys that are to go. */
export async function keyState({ query, vault }: KeyParts): Promise<KeyState> {
  const keys = await newestKeys(query);
  const newest = sealedBy(keys);
  const [count] = await query<{ all_of_them: number | string; newest: number | string }>(
    `select count(*) as all_of_them, coalesce(sum(case when ${newest.sql} then 1 else 0 end), 0) as newest from credential`,
    newest.params,
  );
  const secrets = Number(count?.all_of_them ?? 0);
  const rootPending = await vault.rootPending(query);
  const key = keys.find(({ project_id: project }) => project === MAIN_PROJECT) ?? keys[0];
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
export async function reseal({ query, vault }: KeyParts): Promise<number> {
  const { older } = await keyState({ query, vault });
  if (older === 0) return 0;
  const newest = sealedBy(await newestKeys(query));
  const rows = await query<SealedRow>(
    `select id, project_id, sealed, version from credential where not (${newest.sql}) limit ${BATCH}`,
    newest.params,
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
  return older - rows.length;
}
