import { TOKEN_PERMISSIONS, type AccessToken } from '@patchbay/shared/access';
import { fail, newId } from '@patchbay/shared/base';

import type { Query } from '#db';
import type { Caller, Ctx } from '#http';

import { hashSecret, newSecret } from './hash-secret.ts';

const HOUR_MS = 3_600_000;
const SHOWN = 8;

interface Row {
  id: string;
  project_id: string;
  name: string;
  start: string;
  created_at: number;
  created_by: string;
  used_at: number | null;
}

/** Makes a token. */
export async function createToken(ctx: Ctx, name: string): Promise<AccessToken & { text: string }> {
  const text = `pb_${newSecret()}`;
  const createdAt = ctx.clock();
  const token = { id: newId(createdAt), name, start: text.slice(0, SHOWN) };
  await ctx.query(
    `insert into access_token (id, project_id, name, hash, start, created_at, created_by)
     values (?, ?, ?, ?, ?, ?, ?)`,
    [token.id, ctx.project, name, hashSecret(text), token.start, createdAt, ctx.actor.name],
  );
  ctx.audit(`token:${token.id}`, { name });
  return { ...token, createdAt, createdBy: ctx.actor.name, text };
}

export async function listTokens({
  query,
  project,
}: Pick<Ctx, 'query' | 'project'>): Promise<AccessToken[]> {
  const rows = await query<Row>(
    'select * from access_token where project_id = ? order by created_at desc',
    [project],
  );
  return rows.map(({ id, name, start, created_at, created_by, used_at }) => ({
    id,
    name,
    start,
    createdAt: created_at,
    createdBy: created_by,
    ...(used_at !== null && { usedAt: used_at }),
  }));
}

export async function revokeToken(ctx: Ctx, id: string): Promise<{ ok: true }> {
  const gone = await ctx.query<{ name: string }>(
    'delete from access_token where id = ? returning name',
    [id],
  );
  const [token] = gone;
  if (!token) return fail('not_found', 'There is no such token.', 'It may have been ended before.');
  ctx.audit(`token:${id}`, { name: token.name });
  return { ok: true };
}

/** The program behind a token, with the few rights that all tokens have in their project; undefined for a wrong one. */
export async function tokenCaller(
  query: Query,
  text: string,
  now: number,
): Promise<Caller | undefined> {
  const [row] = await query<Pick<Row, 'id' | 'project_id' | 'name' | 'used_at'>>(
    'select id, project_id, name, used_at from access_token where hash = ?',
    [hashSecret(text)],
  );
  if (!row) return undefined;
  if (now - (row.used_at ?? 0) > HOUR_MS)
    await query('update access_token set used_at = ? where id = ?', [now, row.id]);
  const name = `${row.name} (token)`;
  const bound = { project: row.project_id, permissions: TOKEN_PERMISSIONS };
  return { id: `token:${row.id}`, name, email: '', bound };
}
