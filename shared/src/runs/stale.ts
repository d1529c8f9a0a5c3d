import { canonicalText } from '#base';
import { behind, type FlowGraph, type FlowNode } from '#flows';

import type { RunView } from './view.ts';

/** Why what a step gave no longer holds for the draft, in words; by node. */
export type StaleReasons = Record<string, string>;

interface Ran {
  graph: FlowGraph;
  view: RunView;
  pins: Record<string, { output: unknown }>;
}

/** Steps of a run whose outputs the draft, as it is now, might not give again. */
export function staleSteps(ran: Ran, now: Omit<Ran, 'view'>): StaleReasons {
  const done = new Set(Object.values(ran.view.steps).map((step) => step.node));
  const stale: StaleReasons = {};
  for (const node of Object.values(now.graph.nodes)) {
    const own = reasonOf(node, ran, now);
    if (own === undefined) continue;
    if (done.has(node.id)) stale[node.id] = own;
    const title = node.title || node.key;
    for (const id of behind(now.graph, [node.id])) {
      if (id !== node.id && done.has(id)) stale[id] ??= `“${title}” before it: ${lowered(own)}`;
    }
  }
  return stale;
}

function reasonOf(node: FlowNode, ran: Ran, now: Omit<Ran, 'view'>): string | undefined {
  const before = ran.graph.nodes[node.id];
  if (!before) return 'It is new since the run.';
  if (pinText(ran, node) !== pinText(now, node)) return 'Its pinned output has changed.';
  if (now.pins[node.id]) return undefined;
  if (textOf(before) !== textOf(node)) return 'It was changed since the run.';
  if (wiresTo(ran.graph, node.id) !== wiresTo(now.graph, node.id))
    return 'Its wires were changed since the run.';
  const readsVars = textOf(node).includes('vars');
  if (readsVars && canonicalText(ran.graph.vars) !== canonicalText(now.graph.vars))
    return 'A variable was changed since the run.';
  return undefined;
}

/** What decides a step's result: not where it stands or what it is called. */
function textOf({ kind, key, config, parent, ...rest }: FlowNode): string {
  return canonicalText([kind, key, config, parent, 'input' in rest ? rest.input : '']);
}

function wiresTo(graph: FlowGraph, id: string): string {
  const wires = Object.values(graph.edges).filter((edge) => edge.to === id);
  return wires
    .map(({ from, port }) => `${from}:${port}`)
    .toSorted()
    .join();
}

function pinText({ pins }: Pick<Ran, 'pins'>, { id }: FlowNode): string {
  return canonicalText(pins[id] ?? null);
}

function lowered(text: string): string {
  return text.charAt(0).toLowerCase() + text.slice(1);
}
