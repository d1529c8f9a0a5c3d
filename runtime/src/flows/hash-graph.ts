import { createHash } from 'node:crypto';

import { canonicalGraph, type FlowGraph } from '@patchbay/shared/flows';

/** Same graph, same hash, in whatever order its parts were drawn. */
export function hashGraph(graph: FlowGraph): string {
  return createHash('sha256').update(canonicalGraph(graph)).digest('base64url').slice(0, 32);
}
