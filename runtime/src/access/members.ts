import { covers, ROLE_WORDS, type Member, type Role } from '@patchbay/shared/access';
import { fail } from '@patchbay/shared/base';

import type { Query } from '#db';
import type { Ctx } from '#http';

import { EVERYWHERE } from './member.entity.ts';
import { holdProject } from './projects.ts';

/** Who is in a project, by name; `"user"` is better-auth's table. */
export async function listMembers(query: Query, project: string): Promise<Member[]> {
  const rows = await query<Member>(
    `select u.id, u.name, u.email, m.role, m.since from member m join "user" u on u.id = m.person_id
     where m.project_id in (?, ?)`,
    [project, EVERYWHERE],
  );
  return rows.toSorted((a, b) => a.name.localeCompare(b.name));
}

/**
 * Lets people be changed one after the other, and keeps the project from being deleted meanwhile:
 * what is decided by a role must still be that role when it is written.
 */
export async function holdPeople(query: Query, project: string): Promise<void> {
  // There is always an owner to write to.
  await query('update member set role = role where project_id = ?', [EVERYWHERE]);
  await holdProject(query, project);
}

/** Puts a person into a project, or an owner into all; a role they had there is replaced. */
export async function putMember(
  query: Query,
  { person, project, role, at }: { person: string; project: string; role: Role; at: number },
): Promise<void> {
  // An owner has no other role beside that one.
  if (role === 'owner') await query('delete from member where person_id = ?', [person]);
  else await removeFrom(query, person, project);
  await query('insert into member (person_id, project_id, role, since) values (?, ?, ?, ?)', [
    person,
    role === 'owner' ? EVERYWHERE : project,
    role,
    at,
  ]);
}

export async function changeMember(ctx: Ctx, id: string, role: Role): Promise<{ ok: true }> {
  const member = await memberToChange(ctx, id);
  assertCovers(ctx, role, 'give');
  if (role === member.role) return { ok: true };
  await keepAnOwner(ctx, member, role);
  await putMember(ctx.query, { person: id, project: ctx.project, role, at: ctx.clock() });
  ctx.audit(`person:${member.email}`, { role, before: member.role });
  return { ok: true };
}

export async function removeMember(ctx: Ctx, id: string): Promise<{ ok: true }> {
  const member = await memberToChange(ctx, id);
  await keepAnOwner(ctx, member);
  await removeFrom(ctx.query, id, ctx.project);
  ctx.audit(`person:${member.email}`, { before: member.role });
  return { ok: true };
}

async function removeFrom(query: Query, person: string, project: string): Promise<void> {
  await query('delete from member where person_id = ? and project_id in (?, ?)', [
    person,
    project,
    EVERYWHERE,
  ]);
}

/** Nobody gives or takes a role that may more than their own. */
export function assertCovers(
  { actor }: Pick<Ctx, 'actor'>,
  role: Role,
  verb: 'give' | 'take',
): void {
  if (actor.role && covers(actor.role, role)) return;
  const own = actor.role ? ROLE_WORDS[actor.role].name : 'who has no role';
  fail(
    'forbidden',
    `The role ${ROLE_WORDS[role].name} is not one that ${own} can ${verb}.`,
    'Ask an owner of Patchbay.',
  );
}

async function memberToChange(ctx: Ctx, id: string): Promise<Member> {
  await holdPeople(ctx.query, ctx.project);
  const members = await listMembers(ctx.query, ctx.project);
  const member = members.find((one) => one.id === id);
  if (!member)
    return fail('not_found', 'There is no such person here.', 'They may have been removed before.');
  assertCovers(ctx, member.role, 'take');
  return member;
}

/** Without an owner nobody could make one. */
async function keepAnOwner({ query }: Ctx, member: Member, becomes?: Role): Promise<void> {
  if (member.role !== 'owner' || becomes === 'owner') return;
  const owners = await query('select person_id from member where project_id = ?', [EVERYWHERE]);
  if (owners.length > 1) return;
  fail(
    'conflict',
    `${member.name} is the only owner.`,
    'Make somebody else an owner first: Patchbay needs one.',
  );
}
