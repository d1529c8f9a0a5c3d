import { ROLE_PERMISSIONS } from '@patchbay/shared/access';
import { fail, MAIN_PROJECT, PROJECT_HEADER } from '@patchbay/shared/base';

import type { Query } from '#db';
import type { Asked, Caller, Standing } from '#http';

import { noProject } from './projects.ts';
import { roleIn, rolesOf, type Roles } from './roles-of.ts';

/**
 * Where the things are at home that paths name, by the first word of the path. The tables belong to
 * rooms above; this asks the database, not those rooms. A connection that is not a project's alone
 * is at home wherever it is looked at.
 */
const HOMES: Record<string, string> = {
  flows: 'select project_id as project from flow where id = ?',
  runs: 'select f.project_id as project from run r join flow f on f.id = r.flow_id where r.id = ?',
  connections: `select project_id as project from connection where id = ? and scope = 'project'`,
  tokens: 'select project_id as project from access_token where id = ?',
  projects: 'select id as project from project where id = ?',
};
const ROOM_OF: Record<string, string> = { flow: 'flows', connection: 'connections' };

/**
 * In which project a request happens, and what the caller may do there: the project of what its path
 * names, else the one its header names, else the main one or the first the caller is in. What is in
 * no project of the caller's is not there for them.
 */
export async function standingOf(query: Query, asked: Asked): Promise<Standing> {
  const { caller, request } = asked;
  const named = request.headers.get(PROJECT_HEADER) ?? undefined;
  const home = await homeOf(query, asked);
  if (caller.bound) return boundTo(caller.bound, home ?? named);
  const roles = await rolesOf(query, caller.id);
  const project = home ?? named ?? firstOf(roles);
  const role = roleIn(roles, project);
  const exists =
    home !== undefined || (await query('select 1 from project where id = ?', [project]))[0];
  if (role && exists) return { project, role, permissions: ROLE_PERMISSIONS[role] };
  return home === undefined
    ? noProject(project)
    : fail(
        'not_found',
        'There is no such thing in a project that you are in.',
        'It may have been deleted, or be in a project that you were not invited to.',
      );
}

/** Where somebody arrives who names no project. */
function firstOf(roles: Roles): string {
  if (roleIn(roles, MAIN_PROJECT)) return MAIN_PROJECT;
  const [first] = roles.in.keys();
  return (
    first ??
    fail('forbidden', 'You are in no project.', 'Ask an owner of Patchbay to invite you into one.')
  );
}

function boundTo(bound: NonNullable<Caller['bound']>, wanted = bound.project): Standing {
  if (wanted === bound.project) return bound;
  return fail(
    'not_found',
    'There is no such thing in the project of this token.',
    'Use a token of the project that it is in.',
  );
}

async function homeOf(query: Query, { path, params }: Asked): Promise<string | undefined> {
  const [room = '', id] = nameIn(path, params);
  const sql = HOMES[room];
  if (sql === undefined || id === undefined) return undefined;
  const [row] = await query<{ project: string }>(sql, [id]);
  return row?.project;
}

/** What a path is about: `/api/flows/:id/runs` about a flow, `/api/tests/:subject` about what that says. */
function nameIn(path: string, { id, subject }: Record<string, string>): (string | undefined)[] {
  if (subject === undefined) return [path.split('/')[2], id];
  const [kind = '', of] = subject.split(':');
  return [ROOM_OF[kind], of];
}
