import type { Query } from '#db';

import { readFunctions } from './functions.ts';

/** The drafts and functions that call a function. */
export async function functionUses(
  query: Query,
  name: string,
): Promise<{ flows: { id: string; name: string }[]; functions: string[] }> {
  const calls = new RegExp(`\\$${name}\\b`);
  const drafts = await query<{ id: string; name: string; graph: string }>(
    'select id, name, cast(graph as text) as graph from flow order by name',
  );
  const flows = drafts.filter(({ graph }) => calls.test(graph));
  const functions = (await readFunctions(query)).filter(
    (own) => own.name !== name && calls.test(own.body),
  );
  return {
    flows: flows.map(({ id, name: title }) => ({ id, name: title })),
    functions: functions.map((own) => own.name),
  };
}
