import * as endpoints from '@patchbay/shared/access';
import { fail, MAIN_PROJECT, slug } from '@patchbay/shared/base';

import type { Query } from '#db';
import type { Api, Caller, Ctx } from '#http';

import { roleIn, rolesOf } from './roles-of.ts';

interface Row {
  id: string;
  name: string;
  created_at: number;
  created_by: string;
  flows: number;
  failing: number;
  connections: number;
  functions: number;
  tokens: number;
}

/** What is in a project, asked of the tables of the rooms above. */
const COUNTS = {
  flows: 'select count(*) from flow where project_id = p.id',
  failing: `select count(*) from flow f join run r
    on r.id = (select max(n.id) from run n where n.flow_id = f.id)
    where f.project_id = p.id and r.status in ('failed', 'quarantined')`,
  connections: `select count(*) from connection where project_id = p.id and scope = 'project'`,
  functions: 'select count(*) from mapping_function where project_id = p.id',
  tokens: 'select count(*) from access_token where project_id = p.id',
};
const COUNTED = Object.entries(COUNTS).map(([of, sql]) => `cast((${sql}) as integer) as ${of}`);

/** The doors of projects. */
export function mountProjects(api: Api): void {
  api.on(endpoints.listProjects, async (ctx) => ({ items: await listProjects(ctx) }));
  api.on(endpoints.createProject, (ctx, { body }) => createProject(ctx, body.name));
  api.on(endpoints.renameProject, (ctx, { params, body }) =>
    renameProject(ctx, { ...params, ...body }),
  );
  api.on(endpoints.deleteProject, (ctx, { params }) => deleteProject(ctx, params.id));
}

/** The project of an id, or a `not_found` in words. */
export async function readProject(query: Query, id: string): Promise<endpoints.Project> {
  const [row] = await query<endpoints.Project>('select id, name from project where id = ?', [id]);
  return row ?? noProject(id);
}

/** Said alike of what is not there and of what the caller is not in. */
export function noProject(id: string): never {
  return fail(
    'not_found',
    `There is no project “${id.slice(0, 100)}”.`,
    'It may have been deleted: look at the list of projects.',
  );
}

/**
 * The same, and it stays until the transaction ends: whoever deletes it meanwhile waits, and then
 * finds what was put into it.
 */
export async function holdProject(query: Query, id: string): Promise<endpoints.Project> {
  // Both databases lock what is written; only one of them could lock what is read.
  await query('update project set name = name where id = ?', [id]);
  return readProject(query, id);
}

async function listProjects({ query, actor }: Ctx): Promise<endpoints.ProjectSummary[]> {
  const rows = await query<Row>(`select p.*, ${COUNTED.join(', ')} from project p`);
  const standsIn = await standingsOf(query, actor);
  return rows
    .flatMap(({ created_at: createdAt, created_by: createdBy, ...rest }) => {
      const stands = standsIn(rest.id);
      return stands ? [{ ...rest, ...stands, createdAt, createdBy }] : [];
    })
    .toSorted((a, b) => a.name.localeCompare(b.name));
}

/** What somebody is in a project, undefined where they are not in it. */
async function standingsOf(
  query: Query,
  { id, bound }: Caller,
): Promise<(project: string) => { role?: endpoints.Role } | undefined> {
  if (bound) return (project) => (project === bound.project ? {} : undefined);
  const roles = await rolesOf(query, id);
  return (project) => {
    const role = roleIn(roles, project);
    return role && { role };
  };
}

async function createProject(ctx: Ctx, name: string): Promise<endpoints.Project> {
  await refuseTaken(ctx.query, { name });
  const rows = await ctx.query<{ id: string }>('select id from project');
  const id = addressOf(
    name,
    rows.map((row) => row.id),
  );
  await ctx.query('insert into project (id, name, created_at, created_by) values (?, ?, ?, ?)', [
    id,
    name,
    ctx.clock(),
    ctx.actor.name,
  ]);
  ctx.audit(`project:${id}`, { name });
  return { id, name };
}

async function renameProject(
  ctx: Ctx,
  project: { id: string; name: string },
): Promise<endpoints.Project> {
  const { id, name } = project;
  const { name: before } = await readProject(ctx.query, id);
  await refuseTaken(ctx.query, project);
  await ctx.query('update project set name = ? where id = ?', [name, id]);
  ctx.audit(`project:${id}`, { name, before });
  return project;
}

/** What a project is called in addresses: "Finance & Tax" is `finance-tax`. */
function addressOf(name: string, taken: string[]): string {
  const used = taken.map((id) => id.replaceAll('-', '_'));
  return slug(name, used, 'project').replaceAll('_', '-');
}

/** Two projects of one name can't be told apart in a list. */
async function refuseTaken(
  query: Query,
  { id = '', name }: { id?: string; name: string },
): Promise<void> {
  const [taken] = await query('select id from project where lower(name) = lower(?) and id <> ?', [
    name,
    id,
  ]);
  if (taken)
    fail('conflict', `There is a project “${name}” already.`, {
      hint: 'Give this one another name.',
      at: { field: 'name' },
    });
}

function wordsOf({ flows, connections }: Row): string {
  const counts = [countOf(flows, 'flow'), countOf(connections, 'connection')];
  return counts.filter((words) => words !== undefined).join(' and ');
}

function countOf(n: number, what: string): string | undefined {
  if (n === 0) return undefined;
  return n === 1 ? `1 ${what}` : `${n} ${what}s`;
}

/** Deletes a project that is empty, with its functions, its tokens and the keys of its secrets. */
async function deleteProject(ctx: Ctx, id: string): Promise<{ ok: true }> {
  const { name } = await holdProject(ctx.query, id);
  if (id === MAIN_PROJECT)
    fail('conflict', `“${name}” is the project everything begins in.`, 'Rename it instead.');
  const [found] = await ctx.query<Row>(
    `select ${COUNTED.join(', ')} from project p where p.id = ?`,
    [id],
  );
  if (found && found.flows + found.connections > 0)
    fail(
      'conflict',
      `“${name}” still has ${wordsOf(found)}.`,
      'Move the flows to another project or delete them, and delete the connections.',
    );
  for (const table of [
    'mapping_function',
    'access_token',
    'data_key',
    'console_call',
    'member',
    'invitation',
  ])
    await ctx.query(`delete from ${table} where project_id = ?`, [id]);
  // What was done in it stays for owners; the next project of this name must not show it.
  await ctx.query('update audit_entry set project_id = null where project_id = ?', [id]);
  await ctx.query('delete from project where id = ?', [id]);
  ctx.audit(`project:${id}`, { name });
  return { ok: true };
}
