import { hasInput, loopOf, portsOf, wire, type FlowGraph } from '@patchbay/shared/flows';

interface Ends {
  from: string;
  port: string;
  to: string;
}

/** True when a wire may be drawn: the exit exists, no circle on itself, no border of a loop crossed. */
export function canConnect(graph: FlowGraph, { from, port, to }: Ends): boolean {
  const source = graph.nodes[from];
  const target = graph.nodes[to];
  if (!source || !target || from === to || !hasInput(target)) return false;
  if (!portsOf(source).some((one) => one.id === port)) return false;
  if (graph.edges[wire(from, port, to).id]) return false;
  if (source.kind === 'loop' && port === 'item') return loopOf(graph, target) === from;
  return loopOf(graph, source) === loopOf(graph, target) && !leadsTo(graph, to, from);
}

/** True when wires lead from one node to another: connecting back would make a circle. */
function leadsTo(graph: FlowGraph, start: string, end: string): boolean {
  const next = Map.groupBy(Object.values(graph.edges), (edge) => edge.from);
  const seen = new Set<string>();
  const open = [start];
  for (let id = open.pop(); id !== undefined; id = open.pop()) {
    if (id === end) return true;
    if (seen.has(id)) continue;
    seen.add(id);
    for (const edge of next.get(id) ?? []) open.push(edge.to);
  }
  return false;
}
