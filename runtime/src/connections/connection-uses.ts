import { idAt } from '@patchbay/shared/base';
import type { Connection } from '@patchbay/shared/connections';

import type { Ctx } from '#http';

const DAY_MS = 86_400_000;
// In the text of a graph; what stands in an expression has its quotes escaped.
const NAMED = /"connection": ?"([^"]+)"/g;

/** What works with each connection; flows of other projects are named to owners alone. */
export interface ConnectionUses {
  of(connection: string): Pick<Connection, 'usedBy' | 'dailyRuns'>;
}

interface Row {
  id: string;
  name: string;
  project: string;
  graph: string;
  runs: number;
}

/**
 * Flows whose drafts name connections, and how often those ran in the last day, for all connections in
 * one go. The tables belong to rooms above; this asks the database, not those rooms.
 */
export async function connectionUses({
  query,
  clock,
  actor,
  project,
}: Pick<Ctx, 'query' | 'clock' | 'actor' | 'project'>): Promise<ConnectionUses> {
  const flows = await query<Row>(
    `select f.id, f.name, f.project_id as project, cast(f.graph as text) as graph, cast((select count(*) from run r
     where r.flow_id = f.id and r.id >= ?) as integer) as runs from flow f order by f.name`,
    [idAt(clock() - DAY_MS)],
  );
  const isNamed = (flow: Row): boolean => actor.role === 'owner' || flow.project === project;
  const users = new Map<string, Set<Row>>();
  for (const flow of flows)
    for (const [, id = ''] of flow.graph.matchAll(NAMED))
      users.set(id, (users.get(id) ?? new Set()).add(flow));
  return {
    of: (connection) => {
      const using = [...(users.get(connection) ?? [])];
      return {
        usedBy: using.filter(isNamed).map(({ id, name }) => ({ id, name })),
        dailyRuns: using.reduce((sum, { runs }) => sum + runs, 0),
      };
    },
  };
}
