import type { FlowGraph } from '@patchbay/shared/flows';

import type { Query } from '#db';
import { LruMap } from '#lib';

export interface LoadedVersion {
  id: string;
  flowId: string;
  number?: number;
  graph: FlowGraph;
}

const loaded = new LruMap<string, LoadedVersion>(500);

/** A version with its graph. Versions never change, so one read serves all runs of a process. */
export async function loadVersion(query: Query, id: string): Promise<LoadedVersion> {
  const known = loaded.get(id);
  if (known) return known;
  const [row] = await query<{ flow_id: string; number: number | null; graph: string }>(
    'select flow_id, number, graph from flow_version where id = ?',
    [id],
  );
  if (!row) throw new Error(`flow version ${id} is gone`);
  const version = {
    id,
    flowId: row.flow_id,
    number: row.number ?? undefined,
    graph: JSON.parse(row.graph) as FlowGraph,
  };
  loaded.set(id, version);
  return version;
}
