import {
  Ancestry,
  expressionsOf,
  levelsOf,
  portsOf,
  topology,
  type FlowEdge,
  type FlowGraph,
  type FlowNode,
  type Level,
} from '@patchbay/shared/flows';
import { referencesOf, type References } from '@patchbay/shared/mapping';

/** One level, ready to run: the root, or a loop's body. */
export interface PlanLevel {
  nodes: FlowNode[];
  byId: Map<string, FlowNode>;
  incoming: Map<string, FlowEdge[]>;
  outgoing: Map<string, FlowEdge[]>;
  /** Nodes without an exit inside the level: their outputs are the level's result. */
  sinks: FlowNode[];
}

/** A graph with everything looked up once that each run would look up again. */
export interface Plan {
  graph: FlowGraph;
  root: PlanLevel;
  bodies: Map<string, PlanLevel>;
  /** What the expressions of a node read, together. */
  reads: Map<string, References[]>;
  /** Keys of the steps upstream of a node whose outputs its expressions read. */
  sees(node: FlowNode): string[];
  /** Nodes whose error port leads somewhere. */
  guarded: Set<string>;
}

const plans = new WeakMap<FlowGraph, Plan>();

/** The plan of a graph; made once per graph object. */
export function planOf(graph: FlowGraph): Plan {
  const known = plans.get(graph);
  if (known) return known;
  const plan = makePlan(graph);
  plans.set(graph, plan);
  return plan;
}

function makePlan(graph: FlowGraph): Plan {
  const levels = levelsOf(graph);
  const bodies = new Map<string, PlanLevel>();
  for (const [loop, level] of levels) bodies.set(loop, planLevel(level, graph));
  const root = bodies.get('') ?? {
    nodes: [],
    byId: new Map(),
    incoming: new Map(),
    outgoing: new Map(),
    sinks: [],
  };
  const nodes = Object.values(graph.nodes);
  const reads = new Map(
    nodes.map((n) => [n.id, expressionsOf(n).map((e) => referencesOf(e.text))]),
  );
  return {
    graph,
    root,
    bodies,
    reads,
    sees: seeing(graph, reads),
    guarded: new Set(
      Object.values(graph.edges)
        .filter((e) => e.port === 'error' && graph.nodes[e.to] !== undefined)
        .map((e) => e.from),
    ),
  };
}

function planLevel(level: Level, graph: FlowGraph): PlanLevel {
  const { order } = topology(level);
  const isSink = (node: FlowNode): boolean =>
    !(level.outgoing.get(node.id) ?? []).some(
      (edge) => edge.port !== 'error' && edge.to in graph.nodes,
    );
  return {
    nodes: order,
    byId: new Map(order.map((n) => [n.id, n])),
    incoming: level.incoming,
    outgoing: level.outgoing,
    sinks: order.filter((n) => isSink(n) && (portsOf(n).length > 0 || n.kind === 'fail')),
  };
}

/** Answers `sees`, looking each node up once. */
function seeing(graph: FlowGraph, reads: Plan['reads']): Plan['sees'] {
  const ancestry = new Ancestry(graph);
  const ids = new Map(Object.values(graph.nodes).map((n) => [n.key, n.id]));
  const known = new Map<string, string[]>();
  const look = (id: string): string[] => {
    const own = reads.get(id) ?? [];
    if (own.some((r) => r.whole)) return ancestry.all(id).flatMap((a) => graph.nodes[a]?.key ?? []);
    const named = new Set(own.flatMap((r) => [...r.steps]));
    return [...named].filter((key) => ancestry.has(id, ids.get(key) ?? ''));
  };
  return ({ id }) => {
    const keys = known.get(id) ?? look(id);
    known.set(id, keys);
    return keys;
  };
}
