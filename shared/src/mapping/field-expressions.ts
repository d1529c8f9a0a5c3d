import type { FieldPath } from './edit-text.ts';
import { textOf } from './object-text.ts';
import { parseTree } from './parse-tree.ts';
import { shapeOf } from './read-shape.ts';
import type { TreeNode } from './tree.ts';

/** An expression that gives one field's value alone, and the place of that field's own text. */
export interface FieldExpression {
  path: FieldPath;
  /** To be evaluated on the document: inside a mapped list, it goes to one element first. */
  text: string;
  start: number;
  end: number;
}

/**
 * Every field of a mapping as an expression of its own, so that one that fails hides no other. Of
 * mapped lists, the fields of the element at `element` are given.
 * @example fieldExpressions('{ "l": a.b.{ "c": d } }')[1]?.text // '(a.b)[0].(d)'
 */
export function fieldExpressions(text: string, element = 0): FieldExpression[] {
  const { root } = parseTree(text);
  const found: FieldExpression[] = [];
  if (root) collect({ text, element, found }, root, { path: [], within: (code) => code });
  return found;
}

interface Work {
  text: string;
  element: number;
  found: FieldExpression[];
}

interface Place {
  path: FieldPath;
  /** The expression that evaluates a piece of the text where it stands. */
  within: (code: string) => string;
}

function collect(work: Work, node: TreeNode, { path, within }: Place): void {
  const { start, end } = node;
  const code = work.text.slice(start, end);
  if (path.length > 0) work.found.push({ path, text: within(code), start, end });
  if (node.kind === 'object' && node.end === node.headEnd) {
    for (const { key, value } of node.pairs) {
      const name = textOf(key);
      if (name !== undefined) collect(work, value, { path: [...path, name], within });
    }
    return;
  }
  const shape = shapeOf(work.text, node);
  const body = node.kind === 'path' && shape.kind === 'listMap' ? node.steps.at(-1) : undefined;
  if (shape.kind !== 'listMap' || body?.kind !== 'object') return;
  const inside = (inner: string): string =>
    within(`(${shape.source.text})[${work.element}].(${inner})`);
  const bare = { ...body, end: body.headEnd };
  collect(work, bare, { path: [...path, work.element], within: inside });
}
