import type { Pair, Stage, TreeNode } from './tree.ts';

/** The constructs right inside one, in the order they stand in the text. */
export function childrenOf(node: TreeNode): TreeNode[] {
  return [...partsOf(node), ...hangingOn(node)];
}

/** What filters and the grouping behind a construct hold; its context is not that of the construct. */
export function hangingOn({ predicates = [], stages = [], group }: TreeNode): TreeNode[] {
  return [...stagesOf(predicates), ...stagesOf(stages), ...pairsOf(group?.pairs ?? [])];
}

function stagesOf(stages: Stage[]): TreeNode[] {
  return stages.flatMap((stage) => (stage.kind === 'filter' ? [stage.expression] : []));
}

function pairsOf(pairs: Pair[]): TreeNode[] {
  return pairs.flatMap(({ key, value }) => [key, value]);
}

/** What a construct is made of itself. */
export function partsOf(node: TreeNode): TreeNode[] {
  switch (node.kind) {
    case 'path':
      return node.steps;
    case 'negate':
      return [node.operand];
    case 'array':
      return node.items;
    case 'object':
      return pairsOf(node.pairs);
    case 'binary':
    case 'range':
    case 'apply':
    case 'elvis':
    case 'coalesce':
      return [node.left, node.right];
    case 'bind':
      return [node.value];
    case 'condition':
      return [node.condition, node.consequent, ...(node.alternate ? [node.alternate] : [])];
    case 'call':
    case 'partial':
      return [node.procedure, ...node.arguments];
    case 'lambda':
      return [node.body];
    case 'block':
      return node.expressions;
    case 'transform':
      return [node.pattern, node.update, ...(node.remove ? [node.remove] : [])];
    case 'sort':
      return node.terms.map(({ expression }) => expression);
    default:
      return [];
  }
}

/** Visits a construct and all inside it, from outside in. */
export function walk(
  root: TreeNode,
  visit: (node: TreeNode, parent: TreeNode | undefined) => void,
): void {
  const open: [TreeNode, TreeNode | undefined][] = [[root, undefined]];
  for (let next = open.pop(); next; next = open.pop()) {
    const [node, parent] = next;
    visit(node, parent);
    for (const child of childrenOf(node).toReversed()) open.push([child, node]);
  }
}

/** The constructs that hold an offset, the outermost first; `.at(-1)` is the one at the cursor. */
export function nodesAt(root: TreeNode, offset: number): TreeNode[] {
  const found: TreeNode[] = [];
  let next: TreeNode | undefined = holds(root, offset) ? root : undefined;
  while (next) {
    found.push(next);
    next = childrenOf(next).findLast((child) => holds(child, offset));
  }
  return found;
}

function holds({ start, end }: TreeNode, offset: number): boolean {
  return start <= offset && offset <= end;
}
