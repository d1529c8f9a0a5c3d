import { newId } from '@patchbay/shared/base';
import { canonicalGraph } from '@patchbay/shared/flows';

import type { Query } from '#db';
import { hashGraph, type FlowRow } from '#flows';

import { ENGINE } from './engine-version.ts';

/** The draft as it stands, as a version without a number: what a test run is pinned to. */
export async function snapshotDraft(
  query: Query,
  flow: FlowRow,
  { by, at }: { by: string; at: number },
): Promise<string> {
  const hash = hashGraph(flow.graph);
  const [known] = await query<{ id: string }>(
    'select id from flow_version where flow_id = ? and number is null and hash = ?',
    [flow.id, hash],
  );
  if (known) return known.id;
  const id = newId(at);
  await query(
    `insert into flow_version (id, flow_id, number, hash, graph, engine, notes, published_at, published_by)
     values (?, ?, null, ?, ?, ?, '', ?, ?)`,
    [id, flow.id, hash, canonicalGraph(flow.graph), ENGINE, at, by],
  );
  return id;
}
