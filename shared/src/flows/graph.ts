import { z } from 'zod';

import { canonicalText } from '#base';
import { pinnedFunctionsSchema } from '#mapping';

import { nodeSchema } from './node.ts';

const id = z.string().regex(/^[A-Za-z0-9_-]{1,40}$/);

/** A wire from a port of one node to another node. */
export const edgeSchema = z.object({
  id,
  from: id,
  /** Name of the port it leaves by: `out`, `error`, a case id, `else`, or a loop's `item`. */
  port: z.string().max(60),
  to: id,
});
export type FlowEdge = z.infer<typeof edgeSchema>;

/** A named constant every expression sees as `vars.<name>`. Not for secrets. */
export const varsSchema = z.record(z.string().regex(/^[A-Za-z_]\w{0,63}$/), z.any());

/** In a record by id, each thing stands under its own id. */
export function standsUnderItsId(record: Record<string, { id: string } | null>): boolean {
  return Object.entries(record).every(([key, value]) => value === null || value.id === key);
}

export const UNDER_ITS_ID = 'Each key must be the id of what it holds.';

/** What a flow is: boxes and wires by id. The order of keys means nothing. */
export const graphSchema = z.object({
  nodes: z.record(id, nodeSchema).refine(standsUnderItsId, UNDER_ITS_ID),
  edges: z.record(id, edgeSchema).refine(standsUnderItsId, UNDER_ITS_ID),
  vars: varsSchema.default({}),
  /** Functions of the project that its expressions call, as they were when it became a version. */
  functions: pinnedFunctionsSchema.optional(),
});
export type FlowGraph = z.infer<typeof graphSchema>;

export const GRAPH_LIMITS = { nodes: 5000, edges: 20_000 };

export const emptyGraph = (): FlowGraph => ({ nodes: {}, edges: {}, vars: {} });

/** Equal graphs give equal text, in whatever order their parts came: keys are sorted at every depth. */
export function canonicalGraph(graph: FlowGraph): string {
  return canonicalText(graph);
}
