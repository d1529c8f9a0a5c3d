import { expressionsOf, type FlowGraph } from '@patchbay/shared/flows';
import { functionsUsed } from '@patchbay/shared/mapping';

import type { Query } from '#db';
import { projectFunctions } from '#mapping';

/** The graph with the functions its expressions call as they are now: later edits don't reach it. */
export async function pinFunctions(query: Query, graph: FlowGraph): Promise<FlowGraph> {
  const { functions: _, ...bare } = graph;
  const texts = Object.values(graph.nodes).flatMap((node) =>
    expressionsOf(node).map(({ text }) => text),
  );
  const functions = functionsUsed(texts, await projectFunctions(query));
  return Object.keys(functions).length > 0 ? { ...bare, functions } : bare;
}
