import { getConnector, type ConnectorManifest } from '@patchbay/shared/catalog';
import { getConnection } from '@patchbay/shared/connections';
import {
  getFlow,
  isDecoration,
  isTrigger,
  type FlowGraph,
  type FlowNode,
} from '@patchbay/shared/flows';
import type { TestDraft } from '@patchbay/shared/testing';

import { useEndpoint } from '#lib';

/** What a suite's tests can be about: the steps of a flow, or the actions of a connector. */
export type Tested =
  | { kind: 'flow'; graph: FlowGraph }
  | { kind: 'connection'; connection: string; manifest: ConnectorManifest };

/** Fetches it; undefined while it is on its way, or when it is gone. */
export function useTested(subject: string): Tested | undefined {
  const [kind, id = ''] = subject.split(':');
  const isFlow = kind === 'flow';
  const flow = useEndpoint(getFlow, { params: { id } }, { enabled: isFlow }).data;
  const connection = useEndpoint(getConnection, { params: { id } }, { enabled: !isFlow }).data;
  const { connector = '', version = '' } = connection ?? {};
  const known = { enabled: connection !== undefined };
  const manifest = useEndpoint(getConnector, { params: { id: connector, version } }, known).data;
  if (isFlow) return flow && { kind: 'flow', graph: flow.graph };
  return manifest && { kind: 'connection', connection: id, manifest };
}

/** A test to begin with; undefined where there is nothing to test yet. */
export function startOf(tested: Tested): TestDraft | undefined {
  const rest = { name: '', input: {}, mocks: {}, outcome: 'done' as const, checks: [] };
  if (tested.kind === 'flow') {
    const trigger = Object.values(tested.graph.nodes).find(isTrigger);
    return trigger && { ...rest, scope: { kind: 'flow', trigger: trigger.id } };
  }
  const { id: connector, version, actions } = tested.manifest;
  const [first] = Object.entries(actions);
  if (!first) return undefined;
  const [action, { sample = {} }] = first;
  return { ...rest, input: sample, scope: { kind: 'action', connector, version, action } };
}

/** The steps that can be tested alone, or that something can stand in for. */
export function stepsOf(graph: FlowGraph): FlowNode[] {
  return Object.values(graph.nodes).filter((node) => !isTrigger(node) && !isDecoration(node));
}

export function titleOfStep({ title, key }: FlowNode): string {
  return (title || key).slice(0, 80);
}
