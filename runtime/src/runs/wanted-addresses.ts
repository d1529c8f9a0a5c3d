import { webhookOf } from '@patchbay/connectors/sdk';
import type { FlowGraph } from '@patchbay/shared/flows';

import type { Catalogue } from '#catalog';
import type { Query } from '#db';

import type { Wanted } from './registration-rows.ts';

interface Known {
  catalogue: Catalogue;
  /** That of the transaction the caller is in. */
  query: Query;
}

/** The triggers of a graph that the other system calls. */
export async function wantedBy({ catalogue, query }: Known, graph: FlowGraph): Promise<Wanted[]> {
  const nodes = Object.values(graph.nodes).filter((node) => node.kind === 'event');
  const found = await Promise.all(
    nodes.map(async (node) => {
      const { connector: id, version, trigger } = node.config;
      const connector = await catalogue.find(query, id, version);
      const declared = webhookOf(connector, trigger);
      return declared && { node, declared, title: connector.manifest.name };
    }),
  );
  return found.filter((one) => one !== undefined);
}
