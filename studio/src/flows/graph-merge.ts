import type { FlowEdit, FlowGraph, SavedEdit } from '@patchbay/shared/flows';

/** True when the edit names nothing. */
export function isEmptyEdit(edit: FlowEdit): boolean {
  return [edit.nodes, edit.edges, edit.vars].every((part) => Object.keys(part ?? {}).length === 0);
}

/** One edit that does what `first` and then `second` do. */
export function overlayEdit(first: FlowEdit, second: FlowEdit): FlowEdit {
  return {
    label: second.label,
    nodes: { ...first.nodes, ...second.nodes },
    edges: { ...first.edges, ...second.edges },
    vars: { ...first.vars, ...second.vars },
  };
}

/** Several edits as one, under one label. */
export function joinEdits(label: string, edits: FlowEdit[]): FlowEdit {
  return { ...edits.reduce(overlayEdit, { label }), label };
}

/** The edit without what `keys` (`node:x`, `edge:y`, `var:z`) names. */
export function withoutKeys(edit: FlowEdit, keys: ReadonlySet<string>): FlowEdit {
  const keep = <T>(prefix: string, part: Record<string, T> | undefined) =>
    part && Object.fromEntries(Object.entries(part).filter(([id]) => !keys.has(`${prefix}:${id}`)));
  return {
    label: edit.label,
    nodes: keep('node', edit.nodes),
    edges: keep('edge', edit.edges),
    vars: keep('var', edit.vars),
  };
}

/** A thing two people changed, in words. */
export interface Clash {
  key: string;
  what: string;
  /** What each did to it, by the labels of their edits. */
  mine: string;
  theirs: string;
  by: string;
}

/** The clashes behind `overlap`, as a person reads them. */
export function clashesOf(
  graph: FlowGraph,
  overlap: string[],
  sides: { ours: FlowEdit[]; theirs: SavedEdit[] },
): Clash[] {
  return overlap.map((key) => {
    const saved = sides.theirs.filter(({ edit }) => names(edit, key));
    return {
      key,
      what: describe(graph, key, sides.theirs),
      mine: labels(sides.ours.filter((edit) => names(edit, key))),
      theirs: labels(saved.map(({ edit }) => edit)),
      by: [...new Set(saved.map(({ by }) => by))].join(', '),
    };
  });
}

function names(edit: FlowEdit, key: string): boolean {
  const [prefix, id = ''] = splitKey(key);
  const part = prefix === 'node' ? edit.nodes : prefix === 'edge' ? edit.edges : edit.vars;
  return part !== undefined && Object.hasOwn(part, id);
}

function splitKey(key: string): string[] {
  const at = key.indexOf(':');
  return [key.slice(0, at), key.slice(at + 1)];
}

function labels(edits: FlowEdit[]): string {
  return [...new Set(edits.map((edit) => edit.label))].slice(-3).join(', ');
}

function describe(graph: FlowGraph, key: string, theirs: SavedEdit[]): string {
  const [prefix, id = ''] = splitKey(key);
  if (prefix === 'var') return `Variable "${id}"`;
  if (prefix === 'node') return `"${titleOf(graph, id, theirs)}"`;
  const edge = graph.edges[id] ?? theirs.map(({ edit }) => edit.edges?.[id]).find((found) => found);
  if (!edge) return 'A wire';
  return `Wire from "${titleOf(graph, edge.from, theirs)}" to "${titleOf(graph, edge.to, theirs)}"`;
}

function titleOf(graph: FlowGraph, id: string, theirs: SavedEdit[]): string {
  const known = graph.nodes[id] ?? theirs.map(({ edit }) => edit.nodes?.[id]).find((n) => n);
  return known?.title.slice(0, 80) ?? id;
}
