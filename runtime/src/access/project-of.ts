import { fail, MAIN_PROJECT, PROJECT_HEADER } from '@patchbay/shared/base';

import type { Query } from '#db';
import type { Asked } from '#http';

import { readProject } from './projects.ts';

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
};
const ROOM_OF: Record<string, string> = { flow: 'flows', connection: 'connections' };

/**
 * The project in which a request happens: that of what its path names, else the one its header names,
 * else the main one. Who is bound to a project finds nothing outside of it.
 */
export async function projectOf(query: Query, asked: Asked): Promise<string> {
  const { actor, request } = asked;
  const wanted = request.headers.get(PROJECT_HEADER) ?? actor.project ?? MAIN_PROJECT;
  const project = (await homeOf(query, asked)) ?? (await readProject(query, wanted)).id;
  if (actor.project === undefined || actor.project === project) return project;
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
