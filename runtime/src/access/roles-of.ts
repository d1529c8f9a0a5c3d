import type { Role } from '@patchbay/shared/access';

import type { Query } from '#db';

import { EVERYWHERE } from './member.entity.ts';

/** The roles of a person: one in all projects, or one each in some. */
export interface Roles {
  everywhere?: Role;
  /** By project, by its name. */
  in: Map<string, Role>;
}

export async function rolesOf(query: Query, person: string): Promise<Roles> {
  const rows = await query<{ project: string; role: Role }>(
    `select m.project_id as project, m.role from member m left join project p on p.id = m.project_id
     where m.person_id = ? order by p.name`,
    [person],
  );
  const everywhere = rows.find(({ project }) => project === EVERYWHERE)?.role;
  const rest = rows.filter(({ project }) => project !== EVERYWHERE);
  return { everywhere, in: new Map(rest.map(({ project, role }) => [project, role])) };
}

/** The role in a project; undefined for who is not in it. */
export function roleIn({ everywhere, in: some }: Roles, project: string): Role | undefined {
  return everywhere ?? some.get(project);
}
