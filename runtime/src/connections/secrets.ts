import type { Query } from '#db';
import type { Actor } from '#http';

import { PROJECT } from './project.ts';
import type { Vault } from './vault.ts';

interface CredentialRow {
  sealed: string;
  project_id: string;
}

/** Fields of a credential, or undefined when none is stored. */
export async function readSecret(
  vault: Vault,
  query: Query,
  id: string,
): Promise<Record<string, string> | undefined> {
  const [row] = await query<CredentialRow>(
    'select sealed, project_id from credential where id = ?',
    [id],
  );
  if (!row) return undefined;
  return JSON.parse(
    await vault.open(query, row.sealed, { projectId: row.project_id, recordId: id }),
  ) as Record<string, string>;
}

/** Stores fields under an id, in place of what was there. */
export async function writeSecret(
  vault: Vault,
  query: Query,
  secret: { id: string; values: Record<string, string>; by: Actor; at: number },
): Promise<void> {
  const { id, values, by, at } = secret;
  const sealed = await vault.seal(query, JSON.stringify(values), {
    projectId: PROJECT,
    recordId: id,
  });
  const fields = JSON.stringify(Object.keys(values).filter((name) => values[name] !== ''));
  await query(
    `insert into credential (id, project_id, sealed, fields, set_at, set_by, version) values (?, ?, ?, ?, ?, ?, 1)
     on conflict (id) do update set sealed = excluded.sealed, fields = excluded.fields,
       set_at = excluded.set_at, set_by = excluded.set_by, version = credential.version + 1`,
    [id, PROJECT, sealed, fields, at, by.name],
  );
}
