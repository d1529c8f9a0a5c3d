import { problem, type Problem } from '#base';
import { mistakesIn, parseTree, referencesOf, type PinnedFunctions } from '#mapping';

import { Ancestry } from './ancestry.ts';
import { checkRequired } from './check-required.ts';
import { expressionsOf } from './expressions.ts';
import { GRAPH_LIMITS, type FlowEdge, type FlowGraph } from './graph.ts';
import { levelsOf, loopOf, topology, triggersOf } from './levels.ts';
import { isDecoration, isTrigger, type FlowNode, type NodeOf } from './node.ts';
import { hasInput, portsOf } from './ports.ts';

/**
 * Everything that keeps a graph from running, each with its node and field. Shown as marks while
 * drawing, a refusal when publishing. What needs other rooms (does the connection exist?) is
 * checked there. `functions` are those of the project.
 */
export function checkGraph(
  graph: FlowGraph,
  functions: PinnedFunctions = graph.functions ?? {},
): Problem[] {
  const nodes = Object.values(graph.nodes);
  if (nodes.length > GRAPH_LIMITS.nodes) return [tooMany(nodes.length)];
  return [
    ...checkTriggers(graph),
    ...checkKeys(nodes),
    ...Object.values(graph.edges).flatMap((edge) => checkEdge(graph, edge)),
    ...checkLevels(graph),
    ...checkExpressions(graph, functions),
    ...nodes.flatMap((node) => (node.kind === 'fail' ? checkRequired(node, FAILURE) : [])),
  ];
}

/** What a run says that is made to fail. */
const FAILURE = {
  required: ['message'],
  properties: { message: { title: 'What went wrong' } },
};

function at(node: FlowNode, message: string, hint: string, field?: string): Problem {
  return { ...problem('flow_invalid', message, hint), at: { node: node.id, field } };
}

function tooMany(count: number): Problem {
  const hint = 'Move parts into flows of their own and call them.';
  return problem(
    'flow_invalid',
    `The flow has ${count} nodes; ${GRAPH_LIMITS.nodes} is the most.`,
    hint,
  );
}

function checkTriggers(graph: FlowGraph): Problem[] {
  const triggers = triggersOf(graph);
  if (triggers.length > 0) return triggers.flatMap((trigger) => checkTrigger(graph, trigger));
  const hint = 'Add a trigger: manual, webhook, schedule or one of a connector.';
  return [problem('flow_invalid', 'The flow has no trigger, so nothing would start it.', hint)];
}

function checkTrigger(graph: FlowGraph, trigger: FlowNode): Problem[] {
  const { title } = trigger;
  if (loopOf(graph, trigger) !== undefined) {
    const message = `"${title}" starts the flow, so it can't stand inside a loop.`;
    return [at(trigger, message, 'Move it out of the loop.')];
  }
  if (trigger.kind === 'event') return checkEventInput(trigger);
  const waits = trigger.kind === 'webhook' && trigger.config.answer === 'respond';
  if (!waits || Object.values(graph.nodes).some((n) => n.kind === 'respond')) return [];
  const message = `"${title}" waits for an answer, but no step gives one.`;
  return [at(trigger, message, 'Add a respond step, or let the webhook answer at once.', 'answer')];
}

/** Nothing ran before a trigger, so there is nothing an expression could refer to. */
function checkEventInput(trigger: NodeOf<'event'>): Problem[] {
  try {
    JSON.parse(trigger.input);
    return [];
  } catch {
    const message = `"${trigger.title}" starts the flow, so its input can only hold fixed values.`;
    return [at(trigger, message, 'Write the values as JSON, without expressions.', 'input')];
  }
}

function checkKeys(nodes: FlowNode[]): Problem[] {
  const seen = new Map<string, FlowNode>();
  const problems: Problem[] = [];
  for (const node of nodes) {
    if (isDecoration(node)) continue;
    const twin = seen.get(node.key);
    if (twin)
      problems.push(
        at(
          node,
          `Two steps are called "${node.key}".`,
          `Rename "${node.title}" or "${twin.title}".`,
          'key',
        ),
      );
    seen.set(node.key, node);
  }
  return problems;
}

function checkEdge(graph: FlowGraph, edge: FlowEdge): Problem[] {
  const from = graph.nodes[edge.from];
  const to = graph.nodes[edge.to];
  if (!from || !to) {
    return [
      problem(
        'flow_invalid',
        `A wire leads to a node that is gone (${from ? edge.to : edge.from}).`,
        'Delete the wire.',
      ),
    ];
  }
  if (!hasInput(to))
    return [at(to, `"${to.title}" takes no wire.`, 'Delete the wire that leads to it.')];
  if (!portsOf(from).some((p) => p.id === edge.port)) {
    return [
      at(from, `"${from.title}" has no exit "${edge.port}".`, 'Delete the wire and draw it again.'),
    ];
  }
  return crosses(graph, from, to, edge)
    ? [
        at(
          to,
          `The wire from "${from.title}" to "${to.title}" crosses the border of a loop.`,
          'Wire the loop itself instead; what is inside runs once per item.',
        ),
      ]
    : [];
}

function crosses(graph: FlowGraph, from: FlowNode, to: FlowNode, edge: FlowEdge): boolean {
  if (from.kind === 'loop' && edge.port === 'item') return loopOf(graph, to) !== from.id;
  return loopOf(graph, from) !== loopOf(graph, to);
}

function checkLevels(graph: FlowGraph): Problem[] {
  const problems: Problem[] = [];
  for (const level of levelsOf(graph).values()) {
    const { cycle } = topology(level);
    const named = cycle.map((id) => graph.nodes[id]).filter((n) => n !== undefined);
    const first = named[0];
    if (first) {
      const names = named
        .slice(0, 5)
        .map((n) => `"${n.title}"`)
        .join(', ');
      problems.push(
        at(first, `The wires form a circle through ${names}.`, 'Remove one wire, or use a loop.'),
      );
    }
    if (level.loop === undefined) problems.push(...checkUnwired(level.nodes, level.incoming));
    else if (level.nodes.length === 0) problems.push(...checkEmptyLoop(graph, level.loop));
  }
  return problems;
}

function checkUnwired(nodes: FlowNode[], incoming: Map<string, FlowEdge[]>): Problem[] {
  return nodes
    .filter((n) => !isTrigger(n) && !incoming.has(n.id))
    .map((n) =>
      at(
        n,
        `Nothing leads to "${n.title}", so it would never run.`,
        'Draw a wire to it, or delete it.',
        'wire',
      ),
    );
}

function checkEmptyLoop(graph: FlowGraph, loop: string): Problem[] {
  const node = graph.nodes[loop];
  return node
    ? [
        at(
          node,
          `The loop "${node.title}" is empty.`,
          'Put the steps that run for each item inside it.',
        ),
      ]
    : [];
}

function checkExpressions(graph: FlowGraph, functions: PinnedFunctions): Problem[] {
  const ancestry = new Ancestry(graph);
  const byKey = new Map(
    Object.values(graph.nodes)
      .filter((n) => !isDecoration(n))
      .map((n) => [n.key, n]),
  );
  return Object.values(graph.nodes).flatMap((node) =>
    expressionsOf(node).flatMap(({ field, text }) =>
      checkExpression({ graph, node, field, text, byKey, ancestry, functions }),
    ),
  );
}

interface ExpressionPlace {
  graph: FlowGraph;
  node: FlowNode;
  field: string;
  text: string;
  byKey: Map<string, FlowNode>;
  ancestry: Ancestry;
  functions: PinnedFunctions;
}

function checkExpression(place: ExpressionPlace): Problem[] {
  const { node, field, text } = place;
  const parsed = parseTree(text);
  if (!parsed.ok)
    return [{ ...parsed.problem, at: { ...parsed.problem.at, node: node.id, field } }];
  const found = referencesOf(text);
  const unknown = found.unknown.map(({ name, offset }) =>
    mark(
      place,
      offset,
      `There is no "${name}" here.`,
      'An expression starts from trigger, steps.<name>, item, index, vars or run.',
    ),
  );
  const mistakes = mistakesIn(text, place.functions).map(({ message, hint, start }) =>
    mark(place, start, message, hint),
  );
  const steps = found.places.flatMap(({ key, start }) => checkStepName(place, key, start));
  const inLoop = loopOf(place.graph, node) !== undefined;
  const item = !inLoop && (found.roots.has('item') || found.roots.has('index'));
  return [
    ...unknown,
    ...mistakes,
    ...steps,
    ...(item
      ? [
          mark(
            place,
            0,
            '"item" and "index" exist only inside a loop.',
            'Move this step into the loop.',
          ),
        ]
      : []),
  ];
}

function checkStepName(place: ExpressionPlace, key: string, offset: number): Problem[] {
  const step = place.byKey.get(key);
  if (!step)
    return [
      mark(
        place,
        offset,
        `There is no step "${key}".`,
        `Steps are: ${[...place.byKey.keys()].slice(0, 20).join(', ')}.`,
      ),
    ];
  if (place.ancestry.has(place.node.id, step.id)) return [];
  return [
    mark(
      place,
      offset,
      `"${key}" does not run before "${place.node.key}".`,
      'Name a step that is upstream of this one, or wire it so.',
    ),
  ];
}

function mark(place: ExpressionPlace, offset: number, message: string, hint: string): Problem {
  return problem('expression_invalid', message, {
    hint,
    at: { node: place.node.id, field: place.field, offset },
  });
}
