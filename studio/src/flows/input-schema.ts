import {
  getAction,
  getConnector,
  type ActionManifest,
  type JsonSchema,
} from '@patchbay/shared/catalog';
import type { FlowGraph, FlowNode, NodeOf } from '@patchbay/shared/flows';

import { prefetchEndpoint, queryClient, useEndpoint } from '#lib';

import { inputSchemas } from './inspector-schemas.ts';

export type InputNode = Extract<FlowNode, { input: string }>;

const askOf = ({ config }: NodeOf<'action'>) => {
  const { connector: id, version, action } = config;
  return { params: { id, version, action } };
};

/** The shape of a step's input as far as it was fetched; the form fetches what it shows. */
export function knownInputSchema(node: InputNode): JsonSchema | undefined {
  if (node.kind !== 'action') return inputSchemas[node.kind];
  return queryClient.getQueryData<ActionManifest>([getAction.name, askOf(node)])?.input;
}

/** Fetches the shapes of the actions of a graph, each once; true when any came. */
export async function fetchInputSchemas(graph: FlowGraph, asked: Set<string>): Promise<boolean> {
  const lacking = Object.values(graph.nodes).filter((node) => node.kind === 'action');
  const asks = lacking.map(askOf).filter((ask) => {
    const key = JSON.stringify(ask);
    return !asked.has(key) && asked.add(key);
  });
  const found = await Promise.all(
    asks.map((ask) => prefetchEndpoint(getAction, ask, { staleTime: Number.POSITIVE_INFINITY })),
  );
  return found.some((one) => one !== undefined);
}

/** The shape of a step's input: from the connector for actions, built in for some kinds. */
export function useInputSchema(node: InputNode): JsonSchema | undefined {
  const isAction = node.kind === 'action';
  const trigger = useTriggerSchema(node);
  const { connector, version, action } = isAction
    ? node.config
    : { connector: '', version: '', action: '' };
  const known = useEndpoint(
    getAction,
    { params: { id: connector, version, action } },
    { enabled: isAction, staleTime: Number.POSITIVE_INFINITY },
  ).data;
  if (node.kind === 'event') return trigger;
  return isAction ? known?.input : inputSchemas[node.kind];
}

function useTriggerSchema(node: InputNode): JsonSchema | undefined {
  const isEvent = node.kind === 'event';
  const { connector, version, trigger } = isEvent
    ? node.config
    : { connector: '', version: '', trigger: '' };
  const manifest = useEndpoint(
    getConnector,
    { params: { id: connector, version } },
    { enabled: isEvent, staleTime: Number.POSITIVE_INFINITY },
  ).data;
  return manifest?.triggers[trigger]?.input;
}
