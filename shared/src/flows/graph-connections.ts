import type { FlowFile } from './flow.ts';
import type { FlowGraph } from './graph.ts';

/** A connection as far as finding the one that is meant needs it. */
export interface KnownConnection {
  id: string;
  name: string;
  connector: string;
}

/** Ids of the connections that a graph's steps use, each with the connector it is for. */
export function connectionsOf(graph: FlowGraph): Map<string, string> {
  const found = new Map<string, string>();
  for (const { config } of Object.values(graph.nodes)) {
    if ('connection' in config && config.connection) found.set(config.connection, config.connector);
  }
  return found;
}

/** The graph with its connections exchanged; one that `by` maps to nothing is left open. */
export function withConnections(
  graph: FlowGraph,
  by: ReadonlyMap<string, string | undefined>,
): FlowGraph {
  const nodes = Object.entries(graph.nodes).map(([id, node]) => {
    const { config } = node;
    if (!('connection' in config) || !config.connection || !by.has(config.connection))
      return [id, node];
    return [id, { ...node, config: { ...config, connection: by.get(config.connection) } }];
  });
  return { ...graph, nodes: Object.fromEntries(nodes) as FlowGraph['nodes'] };
}

/** A connection of a file for which nobody can say by itself which one here is meant. */
export interface OpenConnection {
  id: string;
  name: string;
  connector: string;
  /** Those of the same connector here. */
  choices: KnownConnection[];
}

/**
 * Finds the connections of a file among those here: by id where it comes from here, else the only one
 * of the same name and connector. The others are open: a person has to say.
 */
export function matchConnections(
  file: FlowFile,
  here: readonly KnownConnection[],
): { found: Map<string, string>; open: OpenConnection[] } {
  const found = new Map<string, string>();
  const open: OpenConnection[] = [];
  for (const [id, connector] of connectionsOf(file.graph)) {
    const name = file.connections[id]?.name ?? connector;
    const choices = here.filter((one) => one.connector === connector);
    const named = choices.filter((one) => one.name === name);
    const only =
      choices.find((one) => one.id === id) ?? (named.length === 1 ? named[0] : undefined);
    if (only) found.set(id, only.id);
    else open.push({ id, name, connector, choices });
  }
  return { found, open };
}
