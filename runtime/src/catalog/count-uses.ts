import type { Query } from '#db';

const FRESH_MS = 60_000;

/** How many connections and draft steps of this house use each connector, by its id; a minute old at most. */
export function usesCounter(): (query: Query, now: number) => Promise<Map<string, number>> {
  let last = { at: 0, uses: new Map<string, number>() };
  return async (query, now) => {
    if (now - last.at > FRESH_MS) last = { at: now, uses: await countUses(query) };
    return last.uses;
  };
}

async function countUses(query: Query): Promise<Map<string, number>> {
  const uses = new Map<string, number>();
  const add = (id: string, count: number): void => void uses.set(id, (uses.get(id) ?? 0) + count);
  const connections = await query<{ connector: string; n: number | string }>(
    'select connector, count(*) as n from connection group by connector',
  );
  for (const { connector, n } of connections) add(connector, Number(n));
  const flows = await query<{ graph: string }>('select cast(graph as text) as graph from flow');
  for (const { graph } of flows)
    for (const [, id = ''] of graph.matchAll(/"connector": ?"([a-z0-9-]+)"/g)) add(id, 1);
  return uses;
}
