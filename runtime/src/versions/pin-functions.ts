import { expressionsOf, type FlowGraph } from '@patchbay/shared/flows';
import { functionsUsed } from '@patchbay/shared/mapping';

import type { Query } from '#db';
import type { FlowRow } from '#flows';
import { projectFunctions } from '#mapping';

/** A flow's draft with the functions that it calls, as the project has them now: later edits don't reach it. */
export async function pinFunctions(
  query: Query,
  { graph, projectId }: Pick<FlowRow, 'graph' | 'projectId'>,
): Promise<FlowGraph> {
  const { functions: _, ...bare } = graph;
  const texts = Object.values(graph.nodes).flatMap((node) =>
    expressionsOf(node).map(({ text }) => text),
  );
  const functions = functionsUsed(texts, await projectFunctions(query, projectId));
  return Object.keys(functions).length > 0 ? { ...bare, functions } : bare;
}
