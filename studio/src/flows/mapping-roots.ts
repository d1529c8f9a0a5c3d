import type { JsonObject } from '@patchbay/shared/base';
import { getConnector, type ConnectorManifest, type JsonSchema } from '@patchbay/shared/catalog';
import { Ancestry, isTrigger, loopOf, type FlowGraph, type FlowNode } from '@patchbay/shared/flows';
import { useQueries } from '@tanstack/react-query';
import { useMemo } from 'react';

import { call } from '#lib';
import type { SourceRoot } from '#mapping';

const WEBHOOK: JsonSchema = {
  type: 'object',
  properties: {
    method: { type: 'string' },
    path: { type: 'string' },
    headers: { type: 'object' },
    query: { type: 'object' },
    body: {},
  },
};

/** What a step can read: what started the run, the steps before it, the loop's item, variables. */
export function useMappingRoots(
  graph: FlowGraph,
  node: FlowNode,
  document: JsonObject,
): SourceRoot[] {
  const before = useMemo(() => stepsBefore(graph, node), [graph, node]);
  const manifests = useManifests(before);
  return useMemo(() => {
    const steps = (document['steps'] ?? {}) as JsonObject;
    const ofSteps = before.map((step): SourceRoot => ({
      path: ['steps', step.key],
      title: step.title || step.key,
      sample: steps[step.key],
      schema: outputOf(step, manifests),
    }));
    const isWebhook = Object.values(graph.nodes).some(({ kind }) => kind === 'webhook');
    const trigger = { path: ['trigger'], title: 'Trigger', sample: document['trigger'] };
    return [
      ...(loopOf(graph, node) === undefined ? [] : loopRoots(document)),
      { ...trigger, schema: isWebhook ? WEBHOOK : undefined },
      ...ofSteps,
      ...(Object.keys(graph.vars).length > 0
        ? [{ path: ['vars'], title: 'Variables', sample: graph.vars }]
        : []),
    ];
  }, [graph, node, document, before, manifests]);
}

function loopRoots(document: JsonObject): SourceRoot[] {
  return [
    { path: ['item'], title: 'Item of the loop', sample: document['item'] },
    { path: ['index'], title: 'Its place', sample: document['index'], schema: { type: 'integer' } },
  ];
}

function stepsBefore(graph: FlowGraph, node: FlowNode): FlowNode[] {
  return new Ancestry(graph)
    .all(node.id)
    .map((id) => graph.nodes[id])
    .filter((step) => step !== undefined)
    .filter((step) => !isTrigger(step));
}

function useManifests(steps: FlowNode[]): ReadonlyMap<string, ConnectorManifest> {
  const named = new Map(
    steps.flatMap((step) =>
      step.kind === 'action'
        ? [[nameOf(step.config), { id: step.config.connector, version: step.config.version }]]
        : [],
    ),
  );
  return useQueries({
    queries: [...named.values()].map((params) => ({
      queryKey: [getConnector.name, { params }],
      queryFn: () => call(getConnector, { params }),
      staleTime: Number.POSITIVE_INFINITY,
    })),
    combine: combineManifests,
  });
}

function combineManifests(
  results: { data?: ConnectorManifest }[],
): ReadonlyMap<string, ConnectorManifest> {
  const known = results.flatMap(({ data }) => (data ? [data] : []));
  return new Map(
    known.map((manifest) => [nameOf({ ...manifest, connector: manifest.id }), manifest]),
  );
}

function nameOf({ connector, version }: { connector: string; version: string }): string {
  return `${connector}@${version}`;
}

function outputOf(
  step: FlowNode,
  manifests: ReadonlyMap<string, ConnectorManifest>,
): JsonSchema | undefined {
  if (step.kind !== 'action') return undefined;
  return manifests.get(nameOf(step.config))?.actions[step.config.action]?.output;
}
