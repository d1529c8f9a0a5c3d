import { isObject } from '@patchbay/shared/base';

import type { Query } from '#db';

/** What a subject is called; one that is not there any more by what it was called last. */
export interface SubjectName {
  name?: string;
  gone?: true;
}

/**
 * Where subjects have their names, by kind. The tables belong to rooms above; this asks the database,
 * not those rooms.
 */
const NAMES: Record<string, string> = {
  flow: 'select id, name from flow',
  connection: 'select id, name from connection',
  project: 'select id, name from project',
  token: 'select id, name from access_token',
  run: 'select r.id, f.name from run r join flow f on f.id = r.flow_id',
};

/** The names of `subjects`; kinds that are called what the subject says are left out. */
export async function subjectNames(
  query: Query,
  subjects: Iterable<string>,
): Promise<Map<string, SubjectName>> {
  const found = new Map<string, SubjectName>();
  const byKind = Map.groupBy(new Set(subjects), (subject) => subject.split(':')[0] ?? '');
  for (const [kind, named] of byKind) {
    const sql = NAMES[kind];
    if (sql === undefined) continue;
    const ids = named.map((subject) => subject.slice(kind.length + 1));
    const column = kind === 'run' ? 'r.id' : 'id';
    const rows = await query<{ id: string; name: string }>(
      `${sql} where ${column} in (${ids.map(() => '?').join(',')})`,
      ids,
    );
    for (const subject of named) found.set(subject, { gone: true });
    for (const { id, name } of rows) found.set(`${kind}:${id}`, { name });
  }
  for (const [subject, { gone }] of found)
    if (gone) found.set(subject, { gone, ...(await nameBefore(query, subject)) });
  return found;
}

/** The name in the newest entry about a subject that holds one: whoever deletes writes it down. */
async function nameBefore(query: Query, subject: string): Promise<{ name?: string }> {
  const rows = await query<{ details: unknown }>(
    'select details from audit_entry where subject = ? order by id desc limit 20',
    [subject],
  );
  for (const { details } of rows) {
    const said: unknown = typeof details === 'string' ? JSON.parse(details) : details;
    if (isObject(said) && typeof said.name === 'string') return { name: said.name };
  }
  return {};
}
