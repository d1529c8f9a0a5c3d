import { exampleGraph, nodeSchema, wire } from '@patchbay/shared/flows';
import type { FlowGraph, FlowNode } from '@patchbay/shared/flows';

function node(kind: FlowNode['kind'], title: string, rest: Record<string, unknown>): FlowNode {
  const { key, x = 0, ...more } = rest;
  return nodeSchema.parse({
    id: key,
    key,
    kind,
    title,
    position: { x, y: 120 },
    config: {},
    ...more,
  });
}

function chain(nodes: FlowNode[]): FlowGraph {
  const edges = nodes.slice(1).map((to, i) => wire(nodes[i]?.id ?? '', 'out', to.id));
  return {
    nodes: Object.fromEntries(nodes.map((one) => [one.id, one])),
    edges: Object.fromEntries(edges.map((edge) => [edge.id, edge])),
    vars: {},
  };
}

const answer = '{\n  "status": 200,\n  "headers": {},\n  "body": { "received": trigger.body }\n}';

/** The graph of each starting point, by its id. */
export const START_GRAPHS: Record<string, () => FlowGraph> = {
  example: exampleGraph,
  webhook: () =>
    chain([
      node('webhook', 'A call arrives', { key: 'call', config: { answer: 'respond' } }),
      node('respond', 'Answer it', { key: 'answer', x: 320, input: answer }),
    ]),
  schedule: () =>
    chain([
      node('schedule', 'Every morning', { key: 'every_morning' }),
      node('map', 'Prepare', { key: 'prepare', x: 320, input: '{ "at": $now() }' }),
    ]),
  blank: () => chain([node('manual', 'Run by hand', { key: 'start' })]),
};
