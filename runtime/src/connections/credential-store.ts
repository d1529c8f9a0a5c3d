import { MAIN_PROJECT } from '@patchbay/shared/base';

import type { Query } from '#db';

import type { SecretOwner, Vault } from './vault.ts';

/** A credential as it stands: its opened fields and the version a writer must prove. */
export interface StoredCredential {
  fields: Record<string, string>;
  version: number;
  setAt: number;
  /** Since when somebody asks the provider for a new token; null when nobody does. */
  refreshStarted: number | null;
}

interface Row {
  sealed: string;
  project_id: string;
  version: number;
  set_at: number;
  refresh_started: number | null;
}

/** The credential of a record, or undefined when none is stored. */
export async function readCredential(
  vault: Vault,
  query: Query,
  id: string,
): Promise<StoredCredential | undefined> {
  const [row] = await query<Row>(
    'select sealed, project_id, version, set_at, refresh_started from credential where id = ?',
    [id],
  );
  if (!row) return undefined;
  const owner = { projectId: row.project_id, recordId: id };
  const fields = JSON.parse(await vault.open(query, row.sealed, owner)) as Record<string, string>;
  return { fields, version: row.version, setAt: row.set_at, refreshStarted: row.refresh_started };
}

/** Fields of a credential, or undefined when none is stored. */
export async function readSecret(
  vault: Vault,
  query: Query,
  id: string,
): Promise<Record<string, string> | undefined> {
  return (await readCredential(vault, query, id))?.fields;
}

/** Stores fields under an id, in place of what was there. */
export async function writeSecret(
  vault: Vault,
  query: Query,
  secret: { id: string; values: Record<string, string>; by: { name: string }; at: number },
): Promise<void> {
  const { id, values, by, at } = secret;
  const owner = await ownerOf(query, id);
  const sealed = await vault.seal(query, JSON.stringify(values), owner);
  await query(
    `insert into credential (id, project_id, sealed, fields, set_at, set_by, version) values (?, ?, ?, ?, ?, ?, 1)
     on conflict (id) do update set project_id = excluded.project_id, sealed = excluded.sealed, fields = excluded.fields, refresh_started = null,
       set_at = excluded.set_at, set_by = excluded.set_by, version = credential.version + 1`,
    [id, owner.projectId, sealed, namesOf(values), at, by.name],
  );
}

/** Stores renewed fields if nobody wrote since `version`; true when they are in. */
export async function replaceFields(
  vault: Vault,
  query: Query,
  { id, values, version }: { id: string; values: Record<string, string>; version: number },
): Promise<boolean> {
  const owner = await ownerOf(query, id);
  const sealed = await vault.seal(query, JSON.stringify(values), owner);
  const written = await query(
    `update credential set project_id = ?, sealed = ?, fields = ?, version = version + 1,
       refresh_started = null where id = ? and version = ? returning id`,
    [owner.projectId, sealed, namesOf(values), id, version],
  );
  // The connection was moved to another project while the provider was asked.
  if ((await ownerOf(query, id)).projectId !== owner.projectId)
    await moveCredential(vault, query, id);
  return written.length > 0;
}

/** Takes the right to ask the provider, unless somebody has had it for less than `staleMs`. */
export async function claimRefresh(
  query: Query,
  { id, version, now, staleMs }: { id: string; version: number; now: number; staleMs: number },
): Promise<boolean> {
  const claimed = await query(
    `update credential set refresh_started = ? where id = ? and version = ?
     and (refresh_started is null or refresh_started < ?) returning id`,
    [now, id, version, now - staleMs],
  );
  return claimed.length > 0;
}

/** Gives the right back after the provider said no, or did not answer. */
export async function releaseRefresh(query: Query, id: string, version: number): Promise<void> {
  await query('update credential set refresh_started = null where id = ? and version = ?', [
    id,
    version,
  ]);
}

/** Seals a connection's credential under the key of the project that the connection is in now. */
export async function moveCredential(vault: Vault, query: Query, id: string): Promise<void> {
  const [row] = await query<Row>('select sealed, project_id from credential where id = ?', [id]);
  if (!row) return;
  const owner = await ownerOf(query, id);
  if (row.project_id === owner.projectId) return;
  const old = { projectId: row.project_id, recordId: id };
  const sealed = await vault.seal(query, await vault.open(query, row.sealed, old), owner);
  const moved = await query(
    'update credential set sealed = ?, project_id = ? where id = ? and sealed = ? returning id',
    [sealed, owner.projectId, id, row.sealed],
  );
  // A refresh wrote meanwhile: what it stored is what has to move.
  if (moved.length === 0) await moveCredential(vault, query, id);
}

/** What seals a record: its project's key where it is a project's connection, else the main one's. */
async function ownerOf(query: Query, id: string): Promise<SecretOwner> {
  const [row] = await query<{ project_id: string }>(
    'select project_id from connection where id = ?',
    [id],
  );
  return { projectId: row?.project_id ?? MAIN_PROJECT, recordId: id };
}

function namesOf(values: Record<string, string>): string {
  return JSON.stringify(Object.keys(values).filter((name) => values[name] !== ''));
}
