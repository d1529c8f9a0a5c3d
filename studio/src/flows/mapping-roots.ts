import type { JsonObject } from '@patchbay/shared/base';
import { getAction, type ActionManifest, type JsonSchema } from '@patchbay/shared/catalog';
import { Ancestry, isTrigger, loopOf, type FlowGraph, type FlowNode } from '@patchbay/shared/flows';
import type { PartKnowledge } from '@patchbay/shared/mapping';
import { useQueries } from '@tanstack/react-query';
import { useAtomValue } from 'jotai';
import { useCallback, useMemo, useState } from 'react';

import { call } from '#lib';
import type { SourceRoot } from '#mapping';

import { shapesAtom } from './drift.atoms.ts';
import { useInferred } from './use-inferred.ts';

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
  const before = useSteps(graph, node);
  const actions = useActions(before);
  const { latest, usual } = useAtomValue(shapesAtom);
  const isWebhook = Object.values(graph.nodes).some(({ kind }) => kind === 'webhook');
  const isInLoop = loopOf(graph, node) !== undefined;
  const { vars } = graph;
  const seen = useCallback(
    (part: string) => (usual[part] ?? latest[part]) as JsonSchema | undefined,
    [usual, latest],
  );
  const known = useCallback(
    (step: FlowNode): PartKnowledge => ({
      sample: ((document['steps'] ?? {}) as JsonObject)[step.key],
      schema: outputOf(step, actions) ?? seen(`steps.${step.key}`),
    }),
    [document, actions, seen],
  );
  const inferred = useInferred(graph, before, known);
  return useMemo(() => {
    const ofSteps = before.map((step): SourceRoot => {
      const { sample, schema = inferred.get(step.key) } = known(step);
      return { path: ['steps', step.key], title: step.title || step.key, sample, schema };
    });
    const trigger = { path: ['trigger'], title: 'Trigger', sample: document['trigger'] };
    return [
      ...(isInLoop ? loopRoots(document) : []),
      { ...trigger, schema: seen('trigger') ?? (isWebhook ? WEBHOOK : undefined) },
      ...ofSteps,
      ...(Object.keys(vars).length > 0
        ? [{ path: ['vars'], title: 'Variables', sample: vars }]
        : []),
    ];
  }, [document, before, known, inferred, seen, isWebhook, isInLoop, vars]);
}

function loopRoots(document: JsonObject): SourceRoot[] {
  return [
    { path: ['item'], title: 'Item of the loop', sample: document['item'] },
    { path: ['index'], title: 'Its place', sample: document['index'], schema: { type: 'integer' } },
  ];
}

/** The steps before one: the same list as long as they are the same, whatever else is edited. */
function useSteps(graph: FlowGraph, node: FlowNode): FlowNode[] {
  const now = useMemo(() => stepsBefore(graph, node), [graph, node]);
  const [kept, keep] = useState(now);
  if (kept === now) return kept;
  const isSame = kept.length === now.length && kept.every((step, i) => step === now[i]);
  if (!isSame) keep(now);
  return isSame ? kept : now;
}

function stepsBefore(graph: FlowGraph, node: FlowNode): FlowNode[] {
  return new Ancestry(graph)
    .all(node.id)
    .map((id) => graph.nodes[id])
    .filter((step) => step !== undefined)
    .filter((step) => !isTrigger(step));
}

function useActions(steps: FlowNode[]): ReadonlyMap<string, ActionManifest> {
  const named = useMemo(() => actionsOf(steps), [steps]);
  // The same function while the steps are the same, so that its result is too.
  const combine = useCallback(
    (results: { data?: ActionManifest }[]) => combineActions([...named.keys()], results),
    [named],
  );
  return useQueries({
    queries: [...named.values()].map((params) => ({
      queryKey: [getAction.name, { params }],
      queryFn: () => call(getAction, { params }),
      staleTime: Number.POSITIVE_INFINITY,
    })),
    combine,
  });
}

function actionsOf(steps: FlowNode[]): Map<string, ReturnType<typeof paramsOf>> {
  return new Map(
    steps.flatMap((step) =>
      step.kind === 'action' ? [[nameOf(step.config), paramsOf(step.config)] as const] : [],
    ),
  );
}

function combineActions(
  names: string[],
  results: { data?: ActionManifest }[],
): ReadonlyMap<string, ActionManifest> {
  return new Map(
    results.flatMap(({ data }, i): [string, ActionManifest][] => {
      const name = names[i];
      return data && name !== undefined ? [[name, data]] : [];
    }),
  );
}

type ActionConfig = Extract<FlowNode, { kind: 'action' }>['config'];

function paramsOf({
  connector,
  version,
  action,
}: ActionConfig): Record<'id' | 'version' | 'action', string> {
  return { id: connector, version, action };
}

function nameOf({ connector, version, action }: ActionConfig): string {
  return `${connector}@${version}/${action}`;
}

function outputOf(
  step: FlowNode,
  actions: ReadonlyMap<string, ActionManifest>,
): JsonSchema | undefined {
  if (step.kind !== 'action') return undefined;
  return actions.get(nameOf(step.config))?.output;
}
