import { newLocalId } from '@patchbay/shared/base';
import {
  isTrigger,
  loopOf,
  mapExpressions,
  putEdit,
  removeEdit,
  wire,
  type FlowEdit,
  type FlowGraph,
  type FlowNode,
} from '@patchbay/shared/flows';
import { referencesOf, type ScopeName } from '@patchbay/shared/mapping';

import { clipOf } from './graph-clipboard.ts';
import { freshKey, keysIn } from './graph-keys.ts';
import { joinEdits } from './graph-merge.ts';
import { absoluteOf, boundsOf, rectOf } from './node-geometry.ts';

/** A selection as a flow of its own, and the edit that calls it instead. */
export interface Extracted {
  graph: FlowGraph;
  /** Given the id of the new flow. */
  replace: (flow: string) => FlowEdit;
}

export type Extraction = { ok: true; value: Extracted } | { ok: false; why: string };

/**
 * Moves nodes into a called flow. What their expressions read from outside travels in the call's
 * payload under the same names; what later steps read of them comes back through a last map.
 */
export function extractFlow(graph: FlowGraph, ids: string[], title: string): Extraction {
  const clip = clipOf(graph, ids);
  const inner = new Set(clip.nodes.map((n) => n.id));
  const refusal = refuse(graph, clip.nodes);
  if (refusal) return { ok: false, why: refusal };
  const innerKeys = new Set(clip.nodes.map((n) => n.key));
  const looped = (n: FlowNode): boolean => inner.has(loopOf(graph, graph.nodes[n.id] ?? n) ?? '');
  const reads = outsideReads(clip.nodes, innerKeys, looped);
  const moved = clip.nodes.map((n) => {
    const roots = looped(n) ? OUTER : ROOTS;
    return mapExpressions(n, (text) => fromPayload(text, innerKeys, roots));
  });
  if (moved.some((n) => leaks(n, looped(n))))
    return {
      ok: false,
      why: 'An expression inside names outside data in a way that cannot be moved safely.',
    };
  const wanted = readLater(graph, inner, innerKeys);
  const called = buildCalled(graph, { nodes: moved, inner, wanted });
  const call = buildCall(graph, { ids: [...inner], reads, title });
  return {
    ok: true,
    value: { graph: called, replace: (flow) => replaceEdit(graph, { call, inner, wanted, flow }) },
  };
}

function refuse(graph: FlowGraph, nodes: FlowNode[]): string | undefined {
  if (nodes.length === 0) return 'Select the steps first.';
  if (nodes.some(isTrigger))
    return 'A trigger starts this flow, so it stays here. Leave it out of the selection.';
  if (nodes.some((n) => n.kind === 'respond'))
    return 'Respond answers this flow’s webhook, so it stays here. Leave it out of the selection.';
  const inside = new Set(nodes.map((n) => n.id));
  const homes = new Set(
    nodes.map((n) => graph.nodes[n.id]?.parent).filter((p) => !inside.has(p ?? '')),
  );
  return homes.size > 1
    ? 'The selected steps stand in different loops. Select steps of one level.'
    : undefined;
}

const OUTER: readonly ScopeName[] = ['trigger'];
const ROOTS: readonly ScopeName[] = ['trigger', 'item', 'index'];

interface Reads {
  roots: Set<string>;
  steps: Set<string>;
}

function outsideReads(
  nodes: FlowNode[],
  innerKeys: ReadonlySet<string>,
  looped: (node: FlowNode) => boolean,
): Reads {
  const reads: Reads = { roots: new Set(), steps: new Set() };
  for (const node of nodes) {
    mapExpressions(node, (text) => {
      const found = referencesOf(text);
      for (const root of looped(node) ? OUTER : ROOTS)
        if (found.roots.has(root)) reads.roots.add(root);
      for (const key of found.steps) if (!innerKeys.has(key)) reads.steps.add(key);
      return text;
    });
  }
  return reads;
}

/** `steps.x` from outside becomes `trigger.steps.x`, `trigger.y` becomes `trigger.trigger.y`. */
function fromPayload(
  text: string,
  innerKeys: ReadonlySet<string>,
  names: readonly string[],
): string {
  const outside = referencesOf(text).places.filter((place) => !innerKeys.has(place.key));
  const starts = outside
    .map(({ start }) => /steps\s*\.\s*$/.exec(text.slice(0, start))?.index)
    .filter((at) => at !== undefined);
  const roots = [...text.matchAll(/(?<![\w$.`"'])(trigger|item|index)(?![\w`"'(])(?!\s*:)/g)]
    .filter((match) => names.includes(match[1] ?? ''))
    .map((match) => match.index);
  return [...new Set([...starts, ...roots])]
    .toSorted((a, b) => b - a)
    .reduce((out, at) => `${out.slice(0, at)}trigger.${out.slice(at)}`, text);
}

/** True when something outside would still be read directly: refuse rather than guess. */
function leaks(node: FlowNode, looped: boolean): boolean {
  let leak = false;
  mapExpressions(node, (text) => {
    const { roots, whole } = referencesOf(text);
    leak ||= whole || (!looped && (roots.has('item') || roots.has('index')));
    return text;
  });
  return leak;
}

/** Keys of inner steps that steps outside read. */
function readLater(
  graph: FlowGraph,
  inner: ReadonlySet<string>,
  innerKeys: ReadonlySet<string>,
): string[] {
  const wanted = new Set<string>();
  for (const node of Object.values(graph.nodes)) {
    if (inner.has(node.id)) continue;
    mapExpressions(node, (text) => {
      for (const key of referencesOf(text).steps) if (innerKeys.has(key)) wanted.add(key);
      return text;
    });
  }
  return [...wanted];
}

interface CalledParts {
  nodes: FlowNode[];
  inner: ReadonlySet<string>;
  wanted: string[];
}

function buildCalled(graph: FlowGraph, { nodes, inner, wanted }: CalledParts): FlowGraph {
  const around = boundsOf(
    nodes
      .filter((n) => !n.parent)
      .map((n) => n.position)
      .map((p) => ({ ...p, width: 232, height: 64 })),
  );
  const x = around?.x ?? 0;
  const y = around?.y ?? 0;
  const keys = nodes.map((n) => n.key);
  const start: FlowNode = {
    id: newLocalId(),
    key: freshKey('called', keys),
    title: 'Called by a flow',
    kind: 'called',
    position: { x: x - 320, y },
    settings: {},
    config: {},
  };
  const input =
    wanted.length === 0 ? '{}' : `{ ${wanted.map((k) => `"${k}": steps.${k}`).join(', ')} }`;
  const last: FlowNode = {
    id: newLocalId(),
    key: freshKey('result', [...keys, start.key]),
    title: 'Result',
    kind: 'map',
    position: { x: x + (around?.width ?? 0) + 88, y },
    settings: {},
    config: {},
    input,
  };
  const edges = Object.values(graph.edges).filter((e) => inner.has(e.from) && inner.has(e.to));
  const level = nodes.filter((n) => !n.parent && n.kind !== 'note' && n.kind !== 'group');
  const entries = level
    .filter((n) => !edges.some((e) => e.to === n.id))
    .map((n) => wire(start.id, 'out', n.id));
  const exits = level
    .filter((n) => !edges.some((e) => e.from === n.id) && n.kind !== 'fail')
    .map((n) => wire(n.id, n.kind === 'choice' ? 'else' : 'out', last.id));
  const put = putEdit('', [start, last, ...nodes], [...edges, ...entries, ...exits]);
  return {
    nodes: put.nodes as Record<string, FlowNode>,
    edges: put.edges as FlowGraph['edges'],
    vars: graph.vars,
  };
}

interface CallParts {
  ids: string[];
  reads: Reads;
  title: string;
}

function buildCall(graph: FlowGraph, { ids, reads, title }: CallParts): FlowNode {
  const steps = [...reads.steps].map((key) => `"${key}": steps.${key}`).join(', ');
  const parts = [...reads.roots].map((root) => `"${root}": ${root}`);
  if (steps) parts.push(`"steps": { ${steps} }`);
  const nodes = ids.map((id) => graph.nodes[id]).filter((n) => n !== undefined);
  const parent = nodes.find((n) => !ids.includes(n.parent ?? ''))?.parent;
  const holder = parent === undefined ? undefined : graph.nodes[parent];
  const origin = holder ? absoluteOf(graph, holder) : { x: 0, y: 0 };
  const around = boundsOf(nodes.map((n) => rectOf(graph, n))) ?? { x: 0, y: 0 };
  const position = { x: around.x - origin.x, y: around.y - origin.y };
  const key = freshKey(title, keysIn(graph));
  return {
    id: newLocalId(),
    key,
    title,
    kind: 'call',
    parent,
    position,
    settings: {},
    config: { flow: '' },
    input: parts.length ? `{ ${parts.join(', ')} }` : '{}',
  };
}

interface Replacement {
  call: FlowNode;
  inner: ReadonlySet<string>;
  wanted: string[];
  flow: string;
}

function replaceEdit(graph: FlowGraph, { call, inner, wanted, flow }: Replacement): FlowEdit {
  const label = 'Move the selection into a called flow';
  const edges = Object.values(graph.edges);
  const into = edges
    .filter((e) => inner.has(e.to) && !inner.has(e.from))
    .map((e) => wire(e.from, e.port, call.id));
  const out = edges
    .filter((e) => inner.has(e.from) && !inner.has(e.to))
    .map((e) => wire(call.id, e.port === 'error' ? 'error' : 'out', e.to));
  const rewritten = Object.values(graph.nodes)
    .filter((n) => !inner.has(n.id))
    .map(
      (n) =>
        [n, mapExpressions(n, (text) => throughCall(text, new Set(wanted), call.key))] as const,
    )
    .filter(([before, after]) => before !== after)
    .map(([, after]) => after);
  const node = { ...call, config: { flow } } as FlowNode;
  return joinEdits(label, [
    removeEdit(graph, [...inner]),
    putEdit(label, [node, ...rewritten], [...into, ...out]),
  ]);
}

function throughCall(text: string, keys: ReadonlySet<string>, call: string): string {
  return referencesOf(text)
    .places.filter((place) => keys.has(place.key))
    .toSorted((a, b) => b.start - a.start)
    .reduce((out, { start }) => `${out.slice(0, start)}${call}.${out.slice(start)}`, text);
}
