import { slug } from '@patchbay/shared/base';
import {
  isDecoration,
  mapExpressions,
  type FlowGraph,
  type FlowNode,
} from '@patchbay/shared/flows';
import { referencesOf } from '@patchbay/shared/mapping';

/** The keys steps of the graph are called by. */
export function keysIn(graph: FlowGraph): string[] {
  return Object.values(graph.nodes)
    .filter((node) => !isDecoration(node))
    .map((node) => node.key);
}

/** A key no step of the graph has yet, at most 48 characters long. */
export function freshKey(wish: string, taken: Iterable<string>): string {
  return slug(wish.slice(0, 40), taken);
}

/** The expression with every named step renamed by the table, all at once. */
export function rewriteKeys(text: string, table: ReadonlyMap<string, string>): string {
  return referencesOf(text)
    .places.filter((place) => table.has(place.key))
    .toSorted((a, b) => b.start - a.start)
    .reduce(
      (out, { key, start, end }) => out.slice(0, start) + table.get(key) + out.slice(end),
      text,
    );
}

/** The node with all its expressions rewritten by the table. */
export function withKeys(node: FlowNode, table: ReadonlyMap<string, string>): FlowNode {
  return table.size === 0 ? node : mapExpressions(node, (text) => rewriteKeys(text, table));
}

const KEY = /^[a-z][a-z0-9_]{0,47}$/;

/** Why a step can't be called so; undefined when it can. */
export function whyNotKey(text: string, own: string, taken: string[]): string | undefined {
  if (text === own) return undefined;
  if (!KEY.test(text)) return 'Small letters, digits and _, beginning with a letter.';
  return taken.includes(text) ? `Another step is called "${text}".` : undefined;
}
