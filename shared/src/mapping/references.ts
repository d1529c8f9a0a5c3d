import { parseExpression, type AstNode } from './parse.ts';
import { remember } from './remember.ts';

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
  const parsed = parseExpression(text);
  if (parsed.ok) new Walker(text, found).visit(parsed.ast, true);
  return found;
}

/**
 * Walks the tree, knowing where the context is still the document (`top`): inside a path step, a
 * filter, a sort or a grouping the context is an element, and bare names belong to that.
 */
class Walker {
  private readonly text: string;
  private readonly found: References;

  constructor(text: string, found: References) {
    this.text = text;
    this.found = found;
  }

  visit(node: AstNode, top: boolean): void {
    if (node.type === 'path') this.visitPath(node, top);
    else if (node.type === 'name') this.visitSteps([node], top);
    else if (node.type === 'variable') this.visitVariable(node, [], top);
    else if (top && (node.type === 'wildcard' || node.type === 'descendant'))
      this.found.whole = true;
    else this.visitParts(node, top);
    this.visitInner(node);
  }

  private visitPath(node: AstNode, top: boolean): void {
    const steps = node.steps ?? [];
    const [first, ...rest] = steps;
    if (!first) return;
    if (first.type === 'variable') this.visitVariable(first, rest, top);
    else if (first.type === 'name') this.visitSteps(steps, top);
    else this.visit(first, top);
    this.visitInner(first);
    for (const step of rest) {
      if (step.type === 'name') this.visitInner(step);
      else this.visit(step, false);
    }
    if (node.group)
      for (const pair of node.group.lhs) for (const part of pair) this.visit(part, false);
  }

  /** `$$` is always the document, `$` only where the context still is; others are bound elsewhere. */
  private visitVariable(node: AstNode, rest: AstNode[], top: boolean): void {
    const isDocument = node.value === '$' || (node.value === '' && top);
    if (!isDocument) return;
    if (rest[0]?.type === 'name' && !node.predicate && !node.stages) this.visitSteps(rest, true);
    else this.found.whole = true;
  }

  private visitSteps(steps: AstNode[], top: boolean): void {
    const [first, second] = steps;
    if (!top || !first) return;
    const name = String(first.value);
    if (!(SCOPE_NAMES as readonly string[]).includes(name)) {
      this.found.unknown.push({ name, offset: this.placeOf(first).start });
      return;
    }
    this.found.roots.add(name);
    if (name !== 'steps') return;
    if (second?.type === 'name' && !first.stages && !first.predicate) {
      this.found.steps.add(String(second.value));
      this.found.places.push(this.placeOf(second));
    } else this.found.whole = true;
  }

  private placeOf(node: AstNode): StepPlace {
    const key = String(node.value);
    const end = node.position ?? 0;
    const quoted = this.text[end - 1] === '`' || this.text[end - 1] === '"';
    return { key, end, start: Math.max(0, end - key.length - (quoted ? 2 : 0)) };
  }

  /** Filters, sorts and groupings hang on any node and see an element as their context. */
  private visitInner(node: AstNode): void {
    for (const stage of [...(node.stages ?? []), ...(node.predicate ?? [])]) {
      this.visit((stage.expr as AstNode | undefined) ?? stage, false);
    }
    for (const term of node.terms ?? []) this.visit(term.expression, false);
    if (node.type !== 'path' && node.group) {
      for (const pair of node.group.lhs) for (const part of pair) this.visit(part, false);
    }
  }

  private visitParts(node: AstNode, top: boolean): void {
    const { lhs, rhs } = node;
    if (Array.isArray(lhs)) for (const pair of lhs) for (const part of pair) this.visit(part, top);
    else if (lhs && node.type !== 'bind') this.visit(lhs, top);
    if (rhs) this.visit(rhs, top);
    for (const part of [...(node.expressions ?? []), ...(node.arguments ?? [])])
      this.visit(part, top);
    for (const name of ['condition', 'then', 'else', 'body', 'procedure', 'expression'] as const) {
      const part = node[name] as AstNode | undefined;
      if (part?.type) this.visit(part, top);
    }
    for (const name of ['pattern', 'update', 'delete'] as const) {
      const part = node[name] as AstNode | undefined;
      if (part?.type) this.visit(part, false);
    }
  }
}
