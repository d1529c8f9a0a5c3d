import { exampleGraph, nodeSchema, wire } from '@patchbay/shared/flows';
import type { FlowGraph, FlowNode } from '@patchbay/shared/flows';

/** A way to begin. */
export interface StartingPoint {
  id: string;
  name: string;
  about: string;
  /** The first is the example, drawn larger. */
  graph: () => FlowGraph;
}

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

/** What an empty project offers. */
export const STARTING_POINTS: StartingPoint[] = [
  {
    id: 'example',
    name: 'Example: price the orders',
    about: 'A complete flow with a loop and a choice. Runs at once, needs no account.',
    graph: exampleGraph,
  },
  {
    id: 'webhook',
    name: 'Answer a webhook',
    about: 'Another system calls an address of yours and gets an answer.',
    graph: () =>
      chain([
        node('webhook', 'A call arrives', { key: 'call', config: { answer: 'respond' } }),
        node('respond', 'Answer it', { key: 'answer', x: 320, input: answer }),
      ]),
  },
  {
    id: 'schedule',
    name: 'Work on a schedule',
    about: 'Something happens every morning, hour or minute.',
    graph: () =>
      chain([
        node('schedule', 'Every morning', { key: 'every_morning' }),
        node('map', 'Prepare', { key: 'prepare', x: 320, input: '{ "at": $now() }' }),
      ]),
  },
  {
    id: 'blank',
    name: 'Start from nothing',
    about: 'A flow that you start by hand; draw the rest.',
    graph: () => chain([node('manual', 'Run by hand', { key: 'start' })]),
  },
];
