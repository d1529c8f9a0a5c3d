import { Ancestry } from './ancestry.ts';
import type { FlowGraph } from './graph.ts';
import { loopOf } from './levels.ts';
import { isDecoration } from './node.ts';

/** These nodes and all whose result may depend on theirs: along wires, into loops and out of them. */
export function behind(graph: FlowGraph, ids: readonly string[]): Set<string> {
  const exits = Map.groupBy(Object.values(graph.edges), (edge) => edge.from);
  const bodies = Map.groupBy(
    Object.values(graph.nodes).filter((node) => !isDecoration(node)),
    (node) => loopOf(graph, node),
  );
  const reached = new Set<string>();
  const open = [...ids];
  for (let id = open.pop(); id !== undefined; id = open.pop()) {
    const node = graph.nodes[id];
    if (!node || reached.has(id)) continue;
    reached.add(id);
    open.push(...(exits.get(id) ?? []).map((edge) => edge.to));
    open.push(...enclosing(graph, id));
    // A loop reached from outside runs its body anew; from inside, only what follows in it.
    if (node.kind === 'loop' && !isAround(graph, id, ids))
      open.push(...(bodies.get(id) ?? []).map((inner) => inner.id));
  }
  return reached;
}

/** The part of a graph that is needed to run one node: it, what leads to it, the loops around it. */
export function cutGraph(graph: FlowGraph, until: string): FlowGraph {
  const ancestry = new Ancestry(graph);
  const kept = new Set([until, ...ancestry.all(until), ...enclosing(graph, until)]);
  const inside = (id: string): boolean => {
    const node = graph.nodes[id];
    const loop = node && loopOf(graph, node);
    // The whole body of a loop that comes before belongs to it.
    return loop !== undefined && (kept.has(loop) ? !isAround(graph, loop, [until]) : inside(loop));
  };
  const nodes = Object.entries(graph.nodes).filter(
    ([id, node]) => kept.has(id) || inside(id) || node.kind === 'group',
  );
  const ids = new Set(nodes.map(([id]) => id));
  const edges = Object.entries(graph.edges).filter(
    ([, edge]) => ids.has(edge.from) && ids.has(edge.to) && edge.from !== until,
  );
  return { nodes: Object.fromEntries(nodes), edges: Object.fromEntries(edges), vars: graph.vars };
}

/** The loops a node is in, innermost first. */
function enclosing(graph: FlowGraph, id: string): string[] {
  const loops: string[] = [];
  for (let node = graph.nodes[id]; node && loops.length < 100;) {
    const loop = loopOf(graph, node);
    if (loop !== undefined) loops.push(loop);
    node = loop === undefined ? undefined : graph.nodes[loop];
  }
  return loops;
}

function isAround(graph: FlowGraph, loop: string, ids: readonly string[]): boolean {
  return ids.some((id) => enclosing(graph, id).includes(loop));
}
