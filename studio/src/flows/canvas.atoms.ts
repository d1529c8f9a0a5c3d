import type { Problem } from '@patchbay/shared/base';
import type { ConnectorSummary } from '@patchbay/shared/catalog';
import { emptyGraph, type FlowEdge, type FlowGraph, type FlowNode } from '@patchbay/shared/flows';
import type { RunView } from '@patchbay/shared/runs';
import { atom, type createStore } from 'jotai';
import { atomFamily } from 'jotai-family';

import { foldedAbove } from './node-geometry.ts';
import {
  nodeRuns,
  PASSED,
  sameRun,
  startedBy,
  wireCounts,
  worstOf,
  type InsideRun,
  type NodeRun,
} from './run-overlay.ts';
import { toEdges, toNodes, type CanvasEdge, type CanvasNode } from './to-xyflow.ts';
import { nodePinAtom, nodeStaleAtom, nodeStopAtom } from './workbench.atoms.ts';

export type Store = ReturnType<typeof createStore>;

/** The document as drawn. Only `showGraph` sets it. */
export const graphAtom = atom<FlowGraph>(emptyGraph());
/** Geometry and selection: all that React Flow is told. */
export const nodesAtom = atom<CanvasNode[]>([]);
export const edgesAtom = atom<CanvasEdge[]>([]);
/** Ids of what is selected; set by the canvas when the selection changes, not on every frame. */
export const selectedAtom = atom<{ nodes: string[]; edges: string[] }>({ nodes: [], edges: [] });

/** The wire that alone is selected: it shows its buttons. */
export const soleWireAtom = atom((get) => {
  const { nodes, edges } = get(selectedAtom);
  return nodes.length === 0 && edges.length === 1 ? edges[0] : undefined;
});

/** One node's content; the card of a node reads this and nothing wider. */
export const nodeAtom = atomFamily((id: string) =>
  atom((get): FlowNode | undefined => get(graphAtom).nodes[id]),
);
export const edgeAtom = atomFamily((id: string) =>
  atom((get): FlowEdge | undefined => get(graphAtom).edges[id]),
);
const errorWiresAtom = atom((get) => {
  const edges = Object.values(get(graphAtom).edges);
  return new Set(edges.filter(({ port }) => port === 'error').map(({ from }) => from));
});
/** Whether a wire leaves by the error exit, which then shows. */
export const errorWiredAtom = atomFamily((id: string) =>
  atom((get) => get(errorWiresAtom).has(id)),
);

const hidingAtom = atom((get) => {
  const graph = get(graphAtom);
  const nodes = get(selectedAtom).nodes.map((id) => graph.nodes[id]);
  return new Set(nodes.map((node) => node && foldedAbove(graph, node)?.id));
});
/** Whether a group is folded over something that is selected, which a search may do. */
export const hidesSelectedAtom = atomFamily((id: string) => atom((get) => get(hidingAtom).has(id)));
/** How a node did in the run that is shown. */
export const nodeRunAtom = atomFamily((_id: string) => atom<NodeRun | undefined>(undefined));
/** Of a folded group: the node inside it that most wants to be looked at, and how it did. */
export const insideRunAtom = atomFamily((id: string) =>
  atom((get): InsideRun | undefined => {
    const graph = get(graphAtom);
    const inside = Object.values(graph.nodes).filter((n) => foldedAbove(graph, n)?.id === id);
    return worstOf(inside.map((n) => ({ node: n.id, run: get(nodeRunAtom(n.id)) })));
  }),
);
/** How many values went through a wire in the run that is shown. */
export const wireCountAtom = atomFamily((_id: string) => atom(0));

/** False until the flow was looked through once, by us and by the server. */
export const checkedAtom = atom(false);
/** Everything wrong with the graph, and by node. */
export const problemsAtom = atom<Problem[]>([]);
const problemsByNodeAtom = atom((get) => Map.groupBy(get(problemsAtom), (p) => p.at?.node ?? ''));
export const nodeProblemsAtom = atomFamily((id: string) =>
  atom((get): Problem[] | undefined => get(problemsByNodeAtom).get(id)),
);

/** Names the cards show; undefined while the lists are on their way. */
export const connectorsAtom = atom<ReadonlyMap<string, ConnectorSummary> | undefined>(undefined);
export const connectionNamesAtom = atom<ReadonlyMap<string, string>>(new Map());
export const flowNamesAtom = atom<ReadonlyMap<string, string>>(new Map());

/** Below half size a card is only icon and title. */
export const farAtom = atom(false);
/** The flow is only looked at, as in a run or by who may not draw: nothing can be changed. */
export const readOnlyAtom = atom(false);
/** The wire or container a dragged node would go into. */
export const dropWireAtom = atom<string | undefined>(undefined);
export const dropHolderAtom = atom<string | undefined>(undefined);

const shownRuns = new WeakMap<Store, { nodes: Map<string, NodeRun>; wires: Map<string, number> }>();

/** Draws a graph: content, geometry, wires; what is gone leaves the families. */
export function showGraph(store: Store, graph: FlowGraph): void {
  const before = store.get(graphAtom);
  if (before === graph) return;
  store.set(graphAtom, graph);
  const nodes = toNodes(graph, store.get(nodesAtom));
  if (
    nodes.length !== store.get(nodesAtom).length ||
    nodes.some((n, i) => n !== store.get(nodesAtom)[i])
  )
    store.set(nodesAtom, nodes);
  if (before.edges !== graph.edges || before.nodes !== graph.nodes)
    store.set(edgesAtom, toEdges(graph, store.get(edgesAtom)));
  for (const id of Object.keys(before.nodes)) if (!graph.nodes[id]) forgetNode(id);
  for (const id of Object.keys(before.edges)) if (!graph.edges[id]) forgetEdge(id);
}

function forgetNode(id: string): void {
  nodeAtom.remove(id);
  hidesSelectedAtom.remove(id);
  errorWiredAtom.remove(id);
  insideRunAtom.remove(id);
  nodeRunAtom.remove(id);
  nodeProblemsAtom.remove(id);
  nodePinAtom.remove(id);
  nodeStopAtom.remove(id);
  nodeStaleAtom.remove(id);
}

function forgetEdge(id: string): void {
  edgeAtom.remove(id);
  wireCountAtom.remove(id);
}

/** Lights up the nodes and wires of a run; only what changed is touched. */
export function showRun(store: Store, view: RunView | undefined, trigger?: string): void {
  const before = shownRuns.get(store) ?? { nodes: new Map(), wires: new Map() };
  const nodes = view ? nodeRuns(view) : new Map<string, NodeRun>();
  const start = view && startedBy(store.get(graphAtom), view, trigger);
  if (start) nodes.set(start, PASSED);
  const wires = view ? wireCounts(store.get(graphAtom), view, start) : new Map<string, number>();
  for (const id of new Set([...before.nodes.keys(), ...nodes.keys()])) {
    if (!sameRun(before.nodes.get(id), nodes.get(id))) store.set(nodeRunAtom(id), nodes.get(id));
  }
  for (const id of new Set([...before.wires.keys(), ...wires.keys()])) {
    if (before.wires.get(id) !== wires.get(id)) store.set(wireCountAtom(id), wires.get(id) ?? 0);
  }
  shownRuns.set(store, { nodes, wires });
}
