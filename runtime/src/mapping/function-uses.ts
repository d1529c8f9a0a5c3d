import type { Ctx } from '#http';

import { readFunctions } from './functions.ts';

/** The drafts and functions of the project that call a function of it. */
export async function functionUses(
  { query, project }: Pick<Ctx, 'query' | 'project'>,
  name: string,
): Promise<{ flows: { id: string; name: string }[]; functions: string[] }> {
  const calls = new RegExp(`\\$${name}\\b`);
  const drafts = await query<{ id: string; name: string; graph: string }>(
    'select id, name, cast(graph as text) as graph from flow where project_id = ? order by name',
    [project],
  );
  const flows = drafts.filter(({ graph }) => calls.test(graph));
  const functions = (await readFunctions(query, project)).filter(
    (own) => own.name !== name && calls.test(own.body),
  );
  return {
    flows: flows.map(({ id, name: title }) => ({ id, name: title })),
    functions: functions.map((own) => own.name),
  };
}
