import { listConnectors } from '@patchbay/shared/catalog';
import { listConnections } from '@patchbay/shared/connections';
import { listFlows, type FlowGraph } from '@patchbay/shared/flows';
import { useSetAtom } from 'jotai';
import { useEffect } from 'react';

import { useEndpoint } from '#lib';

import { connectionNamesAtom, connectorsAtom, flowNamesAtom } from './canvas.atoms.ts';

/** Reads what the cards name: connectors, connections, and other flows when one is called. */
export function CanvasNames({ graph }: { graph: FlowGraph }) {
  const connectors = useEndpoint(listConnectors, {}, { staleTime: 60_000 }).data;
  const connections = useEndpoint(listConnections, {}).data;
  const calls = Object.values(graph.nodes).some((node) => node.kind === 'call');
  const flows = useEndpoint(listFlows, {}, { enabled: calls }).data;
  const setConnectors = useSetAtom(connectorsAtom);
  const setConnections = useSetAtom(connectionNamesAtom);
  const setFlows = useSetAtom(flowNamesAtom);
  useEffect(() => {
    if (connectors) setConnectors(new Map(connectors.items.map((one) => [one.id, one])));
  }, [connectors, setConnectors]);
  useEffect(() => {
    if (connections) setConnections(new Map(connections.items.map((one) => [one.id, one.name])));
  }, [connections, setConnections]);
  useEffect(() => {
    if (flows) setFlows(new Map(flows.items.map((one) => [one.id, one.name])));
  }, [flows, setFlows]);
  return null;
}
