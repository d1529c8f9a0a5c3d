import { newId } from '@patchbay/shared/base';
import { canonicalGraph } from '@patchbay/shared/flows';

import type { Query } from '#db';
import { hashGraph, type FlowRow } from '#flows';

import { ENGINE } from './engine-version.ts';
import { pinFunctions } from './pin-functions.ts';

/** The draft as it stands, as a version without a number: what a test run is pinned to. */
export async function snapshotDraft(
  query: Query,
  flow: FlowRow,
  { by, at }: { by: string; at: number },
): Promise<string> {
  const graph = await pinFunctions(query, flow);
  const hash = hashGraph(graph);
  const [known] = await query<{ id: string }>(
    'select id from flow_version where flow_id = ? and number is null and hash = ? and engine = ?',
    [flow.id, hash, ENGINE],
  );
  if (known) return known.id;
  const id = newId(at);
  await query(
    `insert into flow_version (id, flow_id, number, hash, graph, engine, notes, published_at, published_by)
     values (?, ?, null, ?, ?, ?, '', ?, ?)`,
    [id, flow.id, hash, canonicalGraph(graph), ENGINE, at, by],
  );
  return id;
}
