import { covers, type Invitation, type Role } from '@patchbay/shared/access';
import { fail, MAIN_PROJECT, newId } from '@patchbay/shared/base';

import type { Query } from '#db';
import type { Ctx } from '#http';

import { hashSecret, newSecret } from './hash-secret.ts';
import { EVERYWHERE } from './member.entity.ts';
import { assertCovers, holdPeople, listMembers } from './members.ts';

const GOOD_FOR_MS = 7 * 86_400_000;

interface Row {
  id: string;
  project_id: string;
  email: string;
  role: Role;
  created_at: number;
  created_by: string;
  expires_at: number;
}

/** Asks a person into the project, or as an owner into all. A new invitation ends an older one. */
export async function inviteMember(
  ctx: Ctx,
  { email: typed, role }: { email: string; role: Role },
): Promise<Invitation & { secret: string }> {
  assertCovers(ctx, role, 'give');
  const email = typed.toLowerCase();
  await holdPeople(ctx.query, ctx.project);
  const members = await listMembers(ctx.query, ctx.project);
  const member = members.find((one) => one.email.toLowerCase() === email);
  if (member)
    fail('conflict', `${member.name} (${email}) is in this project already.`, {
      hint: 'Give them another role in the list instead.',
      at: { field: 'email' },
    });
  const project = role === 'owner' ? EVERYWHERE : ctx.project;
  await ctx.query('delete from invitation where email = ? and project_id = ?', [email, project]);
  const secret = newSecret();
  const createdAt = ctx.clock();
  const row: Row = {
    id: newId(createdAt),
    project_id: project,
    email,
    role,
    created_at: createdAt,
    created_by: ctx.actor.name,
    expires_at: createdAt + GOOD_FOR_MS,
  };
  await ctx.query(
    `insert into invitation (id, project_id, email, role, created_at, created_by, expires_at, hash)
     values (?, ?, ?, ?, ?, ?, ?, ?)`,
    [...Object.values(row), hashSecret(secret)],
  );
  ctx.audit(`invitation:${row.id}`, { email, role });
  return { ...viewOf(row), secret };
}

/** Invitations into a project that are still good, newest first. */
export async function listInvitations({
  query,
  project,
  clock,
}: Pick<Ctx, 'query' | 'project' | 'clock'>): Promise<Invitation[]> {
  const rows = await query<Row>(
    `select * from invitation where project_id in (?, ?) and expires_at > ? order by created_at desc`,
    [project, EVERYWHERE, clock()],
  );
  return rows.map(viewOf);
}

export async function revokeInvitation(ctx: Ctx, id: string): Promise<{ ok: true }> {
  const [row] = await ctx.query<Row>(
    'select * from invitation where id = ? and project_id in (?, ?)',
    [id, ctx.project, EVERYWHERE],
  );
  if (!row) {
    const hint = 'It may have been taken, or taken back, before.';
    return fail('not_found', 'There is no such invitation.', hint);
  }
  assertCovers(ctx, row.role, 'take');
  await ctx.query('delete from invitation where id = ?', [id]);
  ctx.audit(`invitation:${id}`, { email: row.email, role: row.role });
  return { ok: true };
}

/** The invitation of a link, and the project it leads into. */
export interface OpenInvitation {
  id: string;
  email: string;
  role: Role;
  createdBy: string;
  project: { id: string; name: string };
}

/** The invitation that a link is for; a `not_found` in words when it is not good any more. */
export async function openInvitation(
  query: Query,
  secret: string,
  now: number,
): Promise<OpenInvitation> {
  const [row] = await query<Row>('select * from invitation where hash = ? and expires_at > ?', [
    hashSecret(secret),
    now,
  ]);
  const place = row?.project_id === EVERYWHERE ? MAIN_PROJECT : row?.project_id;
  const [project] = await query<{ id: string; name: string }>(
    'select id, name from project where id = ?',
    [place ?? ''],
  );
  if (row && project)
    return { id: row.id, email: row.email, role: row.role, createdBy: row.created_by, project };
  return fail(
    'not_found',
    'This invitation is not good any more.',
    'It was used, taken back, or is older than 7 days: ask for a new one.',
  );
}

/** Uses an invitation up; what the person may do in the project before does not become less. */
export async function takeInvitation(
  query: Query,
  { invitation, person }: { invitation: OpenInvitation; person: string },
): Promise<Role> {
  const taken = await query('delete from invitation where id = ? returning id', [invitation.id]);
  if (taken.length === 0)
    fail('conflict', 'This invitation has just been used.', 'Sign in with what you chose there.');
  const members = await listMembers(query, invitation.project.id);
  const before = members.find(({ id }) => id === person)?.role;
  return before && covers(before, invitation.role) ? before : invitation.role;
}

function viewOf({ id, email, role, created_at, created_by, expires_at }: Row): Invitation {
  return {
    id,
    email,
    role,
    createdAt: created_at,
    createdBy: created_by,
    expiresAt: expires_at,
  };
}
