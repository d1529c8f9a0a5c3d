import { parseTree } from './parse-tree.ts';
import { remember } from './remember.ts';
import type { TreeNode, TreeNodeOf } from './tree.ts';
import { hangingOn, partsOf } from './walk.ts';

/** The names every expression can start from. */
export const SCOPE_NAMES = ['trigger', 'steps', 'item', 'index', 'vars', 'run'] as const;
export type ScopeName = (typeof SCOPE_NAMES)[number];

/** A place in the text that names a step: `start` and `end` hold the name itself, quotes included. */
export interface StepPlace {
  key: string;
  start: number;
  end: number;
}

/** What an expression reads of the document `{ trigger, steps, item, index, vars, run }`. */
export interface References {
  /** Parts of the document it starts from. */
  roots: Set<string>;
  /** Steps it names: `steps.<key>`. */
  steps: Set<string>;
  /** Where it names them. */
  places: StepPlace[];
  /** It reads the document or `steps` as a whole, so everything must be there. */
  whole: boolean;
  /** First names that are no part of the document. */
  unknown: { name: string; offset: number }[];
}

/** Reads an expression's references; of a text that does not parse: none. To be read only. */
export const referencesOf = remember(readReferences);

function readReferences(text: string): References {
  const found: References = {
    roots: new Set(),
    steps: new Set(),
    places: [],
    whole: false,
    unknown: [],
  };
  const parsed = parseTree(text);
  if (parsed.ok) new Walker(found).visit(parsed.root, true);
  return found;
}

/**
 * Walks the tree, knowing where the context is still the document (`top`): inside a path step, a
 * filter, a sort or a grouping the context is an element, and bare names belong to that.
 */
class Walker {
  private readonly found: References;

  constructor(found: References) {
    this.found = found;
  }

  visit(node: TreeNode, top: boolean): void {
    if (node.kind === 'path') this.visitPath(node.steps, top);
    else if (node.kind === 'variable') this.visitVariable(node, [], top);
    else if (node.kind === 'wildcard' || node.kind === 'descendant') this.found.whole ||= top;
    else this.visitParts(node, top && node.kind !== 'sort' && node.kind !== 'transform');
    for (const child of hangingOn(node)) this.visit(child, false);
  }

  private visitParts(node: TreeNode, top: boolean): void {
    for (const child of partsOf(node)) this.visit(child, top);
  }

  private visitPath([first, ...rest]: TreeNode[], top: boolean): void {
    if (!first) return;
    if (first.kind === 'variable') this.visitVariable(first, rest, top);
    if (first.kind === 'name' && top) this.visitName(first, rest[0]);
    if (first.kind !== 'variable' && first.kind !== 'name') this.visit(first, top);
    else for (const child of hangingOn(first)) this.visit(child, false);
    for (const step of rest) this.visit(step, false);
  }

  /** `$$` is always the document, `$` only where the context still is; others are bound elsewhere. */
  private visitVariable(
    { name, predicates, stages }: TreeNodeOf<'variable'>,
    [next, second]: TreeNode[],
    top: boolean,
  ): void {
    const isDocument = name === '$' || (name === '' && top);
    if (!isDocument) return;
    if (next?.kind === 'name' && !predicates && !stages) this.visitName(next, second);
    else this.found.whole = true;
  }

  private visitName(first: TreeNodeOf<'name'>, second: TreeNode | undefined): void {
    const name = first.value;
    if (!(SCOPE_NAMES as readonly string[]).includes(name)) {
      this.found.unknown.push({ name, offset: first.start });
      return;
    }
    this.found.roots.add(name);
    if (name !== 'steps') return;
    if (second?.kind === 'name' && !first.stages && !first.predicates) {
      this.found.steps.add(second.value);
      this.found.places.push({ key: second.value, start: second.start, end: second.headEnd });
    } else this.found.whole = true;
  }
}
