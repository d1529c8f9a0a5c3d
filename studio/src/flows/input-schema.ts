import { getAction, type JsonSchema } from '@patchbay/shared/catalog';
import type { FlowNode } from '@patchbay/shared/flows';

import { useEndpoint } from '#lib';

import { inputSchemas } from './inspector-schemas.ts';

export type InputNode = Extract<FlowNode, { input: string }>;

/** The shape of a step's input: from the connector for actions, built in for some kinds. */
export function useInputSchema(node: InputNode): JsonSchema | undefined {
  const isAction = node.kind === 'action';
  const { connector, version, action } = isAction
    ? node.config
    : { connector: '', version: '', action: '' };
  const known = useEndpoint(
    getAction,
    { params: { id: connector, version, action } },
    { enabled: isAction, staleTime: Number.POSITIVE_INFINITY },
  ).data;
  return isAction ? known?.input : inputSchemas[node.kind];
}
