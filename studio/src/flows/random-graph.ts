import {
  emptyGraph,
  wire,
  type FlowEdge,
  type FlowGraph,
  type FlowNode,
} from '@patchbay/shared/flows';
import fc from 'fast-check';

/** A step for tests: a map unless said otherwise. */
export function step(id: string, x = 0, y = 0, rest: Partial<FlowNode> = {}): FlowNode {
  return {
    id,
    key: id,
    title: id,
    kind: 'map',
    position: { x, y },
    settings: {},
    config: {},
    input: '{}',
    ...rest,
  } as FlowNode;
}

export function graphOf(nodes: FlowNode[], edges: FlowEdge[] = []): FlowGraph {
  return {
    ...emptyGraph(),
    nodes: Object.fromEntries(nodes.map((n) => [n.id, n])),
    edges: Object.fromEntries(edges.map((e) => [e.id, e])),
  };
}

const ids = fc.constantFrom('a', 'b', 'c', 'd', 'e', 'f');
const place = fc.record({
  x: fc.integer({ min: -500, max: 500 }),
  y: fc.integer({ min: -500, max: 500 }),
});

/** Any small graph, sound or not: parents in circles and wires to nowhere included. */
export const anyGraph = fc
  .record({
    nodes: fc.uniqueArray(
      fc.record({
        id: ids,
        position: place,
        parent: fc.option(ids, { nil: undefined }),
        kind: fc.constantFrom('map', 'loop', 'group', 'choice', 'note'),
        folded: fc.boolean(),
      }),
      { selector: (n) => n.id },
    ),
    wires: fc.array(fc.record({ from: ids, to: ids })),
  })
  .map(({ nodes, wires }) =>
    graphOf(
      nodes.map(({ id, position, parent, kind, folded }) =>
        step(id, position.x, position.y, {
          parent,
          kind,
          config: configOf(kind, folded),
        } as Partial<FlowNode>),
      ),
      wires.map(({ from, to }) => wire(from, 'out', to)),
    ),
  );

function configOf(kind: string, folded: boolean): object {
  if (kind === 'group') return { folded };
  if (kind === 'choice') return { cases: [{ id: 'yes', label: 'Yes', when: 'true' }] };
  if (kind === 'note') return { text: 'words' };
  return kind === 'loop' ? { concurrency: 1, onItemError: 'stop' } : {};
}
