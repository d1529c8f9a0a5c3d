import {
  childrenOf,
  parseTree,
  type Pair,
  type Stage,
  type TreeNode,
} from '@patchbay/shared/mapping';

import type { SourcePath } from './source-path.ts';
import type { TargetPath } from './target-path.ts';

/** A value an expression reads, and where it says so. */
export interface Read {
  path: SourcePath;
  start: number;
  end: number;
  /** The expression itself asks whether it is there: `$exists(…)`, or a fallback after it. */
  foreseen?: boolean;
}

/** A field of the output and the part of the text that makes it. */
export interface MappedField {
  path: TargetPath;
  node: TreeNode;
  reads: Read[];
  /** The source whose elements bare names mean here; undefined for the document. */
  scope: SourcePath | undefined;
  /** It maps each element of this source. */
  maps?: SourcePath;
}

/** Where bare names begin. Unknown behind a call or a variable. */
type Context = { at: SourcePath } | 'unknown';

const DOCUMENT: Context = { at: [] };

/** All fields an expression makes, outer ones first; of a text that does not parse: none. */
export function mappedFields(text: string): MappedField[] {
  const { root } = parseTree(text);
  const found: MappedField[] = [];
  if (root) visit(root, [], DOCUMENT, found);
  return found;
}

function visit(node: TreeNode, path: TargetPath, context: Context, found: MappedField[]): void {
  const scope = scopeOf(context);
  const add = (more: Partial<MappedField> = {}): void => {
    found.push({ path, node, scope, reads: [], ...more });
  };
  if (node.kind === 'object' && isBare(node)) {
    add();
    visitPairs(node.pairs, path, context, found);
    return;
  }
  if (node.kind === 'array' && isBare(node) && !node.items.some(({ kind }) => kind === 'range')) {
    add();
    for (const [i, item] of node.items.entries()) visit(item, [...path, i], context, found);
    return;
  }
  const mapped = mappedObject(node);
  if (!mapped) return add({ reads: readsOf(node, context) });
  const source = follow(mapped.source, context);
  add({ reads: source.reads, maps: scopeOf(source.context) });
  const inside = typeof path.at(-1) === 'number' ? path : [...path, 0];
  visitPairs(mapped.pairs, inside, source.context, found);
}

function visitPairs(pairs: Pair[], path: TargetPath, context: Context, found: MappedField[]): void {
  for (const { key, value } of pairs) {
    if (key.kind === 'literal') visit(value, [...path, String(key.value)], context, found);
  }
}

function scopeOf(context: Context): SourcePath | undefined {
  return context === 'unknown' || context.at.length === 0 ? undefined : context.at;
}

function isBare({ predicates, stages, group, focus, index }: TreeNode): boolean {
  return !predicates && !stages && !group && !focus && !index;
}

/** `source.{ … }`: the steps before the last, and the fields of each element. */
function mappedObject(node: TreeNode): { source: TreeNode[]; pairs: Pair[] } | undefined {
  if (node.kind !== 'path' || node.group) return undefined;
  const last = node.steps.at(-1);
  const isMap = last?.kind === 'object' && isBare(last) && node.steps.length > 1;
  return isMap ? { source: node.steps.slice(0, -1), pairs: last.pairs } : undefined;
}

/** Everything a construct reads of the document, in the order of the text. */
function readsOf(node: TreeNode, context: Context): Read[] {
  if (node.kind === 'path') {
    const { reads, context: inside } = follow(node.steps, context);
    return [...reads, ...readsOfGroup(node, inside)];
  }
  if (node.kind === 'variable' || node.kind === 'name') return follow([node], context).reads;
  const asked = askedIn(node);
  return childrenOf(node).flatMap((child) => {
    const reads = readsOf(child, context);
    return asked.includes(child) ? reads.map((read) => ({ ...read, foreseen: true })) : reads;
  });
}

/** The parts that may well be nothing: the expression says what then. */
function askedIn(node: TreeNode): TreeNode[] {
  if (node.kind === 'elvis' || node.kind === 'coalesce') return [node.left];
  if (node.kind !== 'call' || node.procedure.kind !== 'variable') return [];
  return node.procedure.name === 'exists' ? node.arguments : [];
}

function readsOfGroup({ group }: TreeNode, context: Context): Read[] {
  const parts = (group?.pairs ?? []).flatMap(({ key, value }) => [key, value]);
  return parts.flatMap((part) => readsOf(part, context));
}

/** Goes along the steps of a path as long as they are names. */
function follow(steps: TreeNode[], from: Context): { reads: Read[]; context: Context } {
  const reads: Read[] = [];
  let context = from;
  let read: Read | undefined;
  for (const [i, step] of steps.entries()) {
    const next = stepInto(step, context, i === 0);
    if (next) {
      context = next;
      const start = read?.start ?? step.start;
      read = next === 'unknown' ? undefined : { path: next.at, start, end: step.headEnd };
    } else {
      reads.push(...readsOf(step, context));
      if (step.kind !== 'sort') context = 'unknown';
    }
    reads.push(...hangingReads(step, context));
  }
  if (read && read.path.length > 0) reads.unshift(read);
  return { reads, context };
}

/** Undefined for a step that is no name. */
function stepInto(step: TreeNode, context: Context, isFirst: boolean): Context | undefined {
  if (step.kind === 'name')
    return context === 'unknown' ? context : { at: [...context.at, step.value] };
  if (step.kind !== 'variable' || !isFirst) return undefined;
  if (step.name === '$') return DOCUMENT;
  return step.name === '' ? context : 'unknown';
}

/** Filters see the element of what they hang on. */
function hangingReads(step: TreeNode, context: Context): Read[] {
  const filters = [...(step.predicates ?? []), ...(step.stages ?? [])];
  return filters.flatMap((stage: Stage) =>
    stage.kind === 'filter' ? readsOf(stage.expression, context) : [],
  );
}
