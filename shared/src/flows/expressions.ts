import type { FlowNode } from './node.ts';

/** An expression of a node and the field it stands in. */
export interface ExpressionField {
  /** `input`, or `cases.<id>` of a choice. */
  field: string;
  text: string;
}

/** All expressions of a node, in the order they are evaluated. */
export function expressionsOf(node: FlowNode): ExpressionField[] {
  if (node.kind === 'choice')
    return node.config.cases.map((c) => ({ field: `cases.${c.id}`, text: c.when }));
  return 'input' in node ? [{ field: 'input', text: node.input }] : [];
}

/** The node with each of its expressions changed by `change`; the same node when none changed. */
export function mapExpressions(node: FlowNode, change: (text: string) => string): FlowNode {
  if (node.kind === 'choice') {
    const cases = node.config.cases.map((c) => ({ ...c, when: change(c.when) }));
    const same = cases.every((c, i) => c.when === node.config.cases[i]?.when);
    return same ? node : { ...node, config: { ...node.config, cases } };
  }
  if (!('input' in node)) return node;
  const input = change(node.input);
  return input === node.input ? node : { ...node, input };
}
