import { fail } from '@patchbay/shared/base';

import type { Query } from '#db';

/** What a suite belongs to, as it is now. */
export type Subject =
  | { kind: 'flow'; id: string; name: string }
  | { kind: 'connection'; id: string; name: string };

/** Finds the flow or connection of a suite, or says that it is gone. */
export async function findSubject(query: Query, subject: string): Promise<Subject> {
  const [kind, id = ''] = subject.split(':');
  const table = kind === 'flow' ? 'flow' : 'connection';
  const [row] = await query<{ name: string }>(`select name from ${table} where id = ?`, [id]);
  if (!row)
    return fail(
      'not_found',
      `There is no such ${table}.`,
      `It may have been deleted with its tests.`,
    );
  return { kind: table, id, name: row.name };
}
