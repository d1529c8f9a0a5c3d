import { getAction, getConnector, type JsonSchema } from '@patchbay/shared/catalog';
import type { FlowNode } from '@patchbay/shared/flows';

import { useEndpoint } from '#lib';

import { inputSchemas } from './inspector-schemas.ts';

export type InputNode = Extract<FlowNode, { input: string }>;

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
