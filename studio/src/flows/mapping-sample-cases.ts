import { isObject, type Json, type JsonObject } from '@patchbay/shared/base';
import type { FlowGraph } from '@patchbay/shared/flows';
import { getSuite, type TestCase } from '@patchbay/shared/testing';

import { useEndpoint } from '#lib';

import { useEditor } from './editor-session.ts';

/** The flow's test cases that hold data an expression can be tried on. */
export function useCases(): TestCase[] {
  const { flowId } = useEditor();
  const params = { subject: `flow:${flowId}` };
  const { cases = [] } = useEndpoint(getSuite, { params }).data ?? {};
  return cases.filter(({ scope, input }) => scope.kind === 'flow' || isObject(input));
}

/** The document expressions see in a test: its payload and what stands in for steps, or as it is. */
export function sampleOfCase(
  { scope, input, mocks }: TestCase,
  last: JsonObject,
  { nodes }: FlowGraph,
): JsonObject {
  if (scope.kind !== 'flow') return isObject(input) ? input : last;
  const mocked = Object.entries(mocks).flatMap(([id, mock]): [string, Json][] => {
    const key = nodes[id]?.key;
    return key !== undefined && 'output' in mock ? [[key, mock.output]] : [];
  });
  const steps = isObject(last['steps']) ? last['steps'] : {};
  return { ...last, trigger: input, steps: { ...steps, ...Object.fromEntries(mocked) } };
}
