import { problem, ProblemError, type Problem } from '@patchbay/shared/base';
import { checkGraph, type FlowGraph, type NodeOf } from '@patchbay/shared/flows';

import type { Catalogue } from '#catalog';
import { connectionNames } from '#connections';
import type { Em, Query } from '#db';

/** Everything that keeps a graph from being published, with its places. */
export async function flowProblems(
  { em, query, catalogue }: { em: Em; query: Query; catalogue: Catalogue },
  graph: FlowGraph,
): Promise<Problem[]> {
  const connections = await connectionNames(em);
  const actions = Object.values(graph.nodes).filter((n) => n.kind === 'action');
  const checked = await Promise.all(
    actions.map((node) => checkAction(node, { connections, query, catalogue })),
  );
  return [...checkGraph(graph), ...checked.flat()];
}

async function checkAction(
  node: NodeOf<'action'>,
  {
    connections,
    query,
    catalogue,
  }: { connections: Map<string, string>; query: Query; catalogue: Catalogue },
): Promise<Problem[]> {
  const { connector: id, version, action, connection } = node.config;
  const at = { node: node.id, field: 'connection' };
  try {
    const { manifest } = await catalogue.find(query, id, version);
    if (!Object.hasOwn(manifest.actions, action)) {
      return [
        problem('flow_invalid', `${manifest.name} has no action "${action}".`, {
          hint: 'Choose an action it has.',
          at: { node: node.id, field: 'action' },
        }),
      ];
    }
    if (connection && !connections.has(connection)) {
      return [
        problem('flow_invalid', `The connection of "${node.title}" is gone.`, {
          hint: 'Choose another one.',
          at,
        }),
      ];
    }
    if (connection || manifest.connectionOptional) return [];
    return [
      problem('flow_invalid', `"${node.title}" has no connection to ${manifest.name}.`, {
        hint: 'Choose one, or make one.',
        at,
      }),
    ];
  } catch (error) {
    if (!(error instanceof ProblemError)) throw error;
    return [{ ...error.problem, at: { node: node.id, field: 'connector' } }];
  }
}
