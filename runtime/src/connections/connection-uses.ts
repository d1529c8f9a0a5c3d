import { idAt } from '@patchbay/shared/base';
import type { Connection } from '@patchbay/shared/connections';

import type { Query } from '#db';

const DAY_MS = 86_400_000;
// In the text of a graph; what stands in an expression has its quotes escaped.
const NAMED = /"connection": ?"([^"]+)"/g;

/** What works with each connection. */
export interface ConnectionUses {
  of(connection: string): Pick<Connection, 'usedBy' | 'dailyRuns'>;
}

interface Row {
  id: string;
  name: string;
  graph: string;
  runs: number;
}

/**
 * Flows whose drafts name connections, and how often those ran in the last day, for all connections in
 * one go. The tables belong to rooms above; this asks the database, not those rooms.
 */
export async function connectionUses(query: Query, now: number): Promise<ConnectionUses> {
  const flows = await query<Row>(
    `select f.id, f.name, cast(f.graph as text) as graph, cast((select count(*) from run r
     where r.flow_id = f.id and r.id >= ?) as integer) as runs from flow f order by f.name`,
    [idAt(now - DAY_MS)],
  );
  const users = new Map<string, Set<Row>>();
  for (const flow of flows)
    for (const [, id = ''] of flow.graph.matchAll(NAMED))
      users.set(id, (users.get(id) ?? new Set()).add(flow));
  return {
    of: (connection) => {
      const using = [...(users.get(connection) ?? [])];
      return {
        usedBy: using.map(({ id, name }) => ({ id, name })),
        dailyRuns: using.reduce((sum, { runs }) => sum + runs, 0),
      };
    },
  };
}
