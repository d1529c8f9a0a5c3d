import type { FlowEdit, FlowGraph, FlowNode, SavedEdit } from '@patchbay/shared/flows';

import type { Size } from './node-geometry.ts';

/** A thing two people changed, in words. */
export interface Clash {
  key: string;
  what: string;
  /** What each made of it: the fields that differ, with their values. */
  mine: string[];
  theirs: string[];
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
    const edits = saved.map(({ edit }) => edit);
    const ours = sides.ours.filter((edit) => names(edit, key));
    const [mine, theirs] = [madeOf(ours, key), madeOf(edits, key)];
    return {
      key,
      what: describe(graph, key, sides.theirs),
      mine: wordsOf(mine, theirs) ?? labels(ours),
      theirs: wordsOf(theirs, mine) ?? labels(edits),
      by: [...new Set(saved.map(({ by }) => by))].join(', '),
    };
  });
}

function partOf(edit: FlowEdit, key: string): [part: Record<string, unknown>, id: string] {
  const [prefix, id = ''] = splitKey(key);
  const part = prefix === 'node' ? edit.nodes : prefix === 'edge' ? edit.edges : edit.vars;
  return [part ?? {}, id];
}

function names(edit: FlowEdit, key: string): boolean {
  return Object.hasOwn(...partOf(edit, key));
}

/** What the edits leave of a thing; null when it is gone. */
function madeOf(edits: FlowEdit[], key: string): unknown {
  const last = edits.at(-1);
  if (!last) return undefined;
  const [part, id] = partOf(last, key);
  return part[id];
}

const MOST = 4;

/** How one side differs from the other; undefined when there is nothing to set side by side. */
function wordsOf(one: unknown, other: unknown): string[] | undefined {
  if (one === null) return ['Deleted it'];
  const mine = fieldsOf(one);
  const theirs = fieldsOf(other);
  const differing = [...new Set([...mine.keys(), ...theirs.keys()])].filter(
    (name) => mine.get(name) !== theirs.get(name),
  );
  if (differing.length === 0 || other === null || other === undefined) return undefined;
  const shown = differing.slice(0, MOST).map((name) => `${name}: ${mine.get(name) ?? 'nothing'}`);
  return differing.length > MOST ? [...shown, `and ${differing.length - MOST} more`] : shown;
}

/** The fields of a node, a variable's value, by the words a person reads them by. */
function fieldsOf(thing: unknown): Map<string, string> {
  if (typeof thing !== 'object' || thing === null || !('kind' in thing))
    return new Map(thing === undefined ? [] : [['Value', short(thing)]]);
  const {
    id: _id,
    config,
    settings,
    position,
    size,
    ...plain
  } = thing as FlowNode & {
    size?: Size;
  };
  const place = `${position.x}, ${position.y}`;
  const extent = size && { size: `${size.width} × ${size.height}` };
  const all = { ...plain, ...config, ...settings, place, ...extent };
  return new Map(Object.entries(all).map(([name, value]) => [nameOf(name), short(value)]));
}

/** `timeoutMs` → 'Timeout ms'. */
function nameOf(field: string): string {
  const words = field.replace(/([A-Z])/g, (letter) => ` ${letter.toLowerCase()}`);
  return words.charAt(0).toUpperCase() + words.slice(1);
}

const MOST_CHARACTERS = 160;

function short(value: unknown): string {
  const text = typeof value === 'string' ? value : (JSON.stringify(value) ?? '');
  return text.length > MOST_CHARACTERS ? `${text.slice(0, MOST_CHARACTERS)}…` : text;
}

function splitKey(key: string): string[] {
  const at = key.indexOf(':');
  return [key.slice(0, at), key.slice(at + 1)];
}

function labels(edits: FlowEdit[]): string[] {
  return [...new Set(edits.map((edit) => edit.label))].slice(-3);
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
