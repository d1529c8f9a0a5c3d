import { ParentSeeker } from './parent-seeker.ts';
import { syntaxError } from './syntax-error.ts';
import type {
  Binding,
  Construct,
  Group,
  SortTerm,
  Span,
  TreeKind,
  TreeNode,
  TreeNodeOf,
} from './tree.ts';

type Bare<K extends TreeKind> = { [P in K]: Omit<TreeNodeOf<P>, keyof Construct> }[K];

/**
 * Makes the nodes, resolving paths while they grow as jsonata does afterwards: what stands behind a
 * dot becomes a step of the path before it, a filter hangs on the last step, a grouping on the path.
 */
export class TreeBuilder {
  private readonly parents = new ParentSeeker();

  node<K extends TreeKind>({ start }: Span, end: number, parts: Bare<K>): TreeNodeOf<K> {
    return { ...parts, start, end, headEnd: end } as unknown as TreeNodeOf<K>;
  }

  /** A node that passes on what a `%` in its parts still looks for. */
  carrying<K extends TreeKind>(at: Span, end: number, parts: Bare<K>, from: TreeNode[]): TreeNode {
    const node = this.node(at, end, parts) as TreeNode;
    for (const part of from) this.parents.pass(node, part);
    return node;
  }

  field(at: Span, value: string): TreeNode {
    return this.node(at, at.end, {
      kind: 'path',
      steps: [this.node(at, at.end, { kind: 'name', value })],
    });
  }

  parent(at: Span): TreeNode {
    return this.node(at, at.end, { kind: 'parent', slot: this.parents.newSlot() });
  }

  negate(at: Span, operand: TreeNode): TreeNode {
    if (operand.kind === 'literal' && typeof operand.value === 'number') {
      operand.value = -operand.value;
      operand.start = at.start;
      return operand;
    }
    return this.carrying(at, operand.end, { kind: 'negate', operand }, [operand]);
  }

  block(at: Span, end: number, expressions: TreeNode[]): TreeNode {
    const block = this.carrying(at, end, { kind: 'block', expressions }, expressions);
    if (expressions.some(isConsArray)) block.consArray = true;
    return block;
  }

  /** `left.right`. */
  join(left: TreeNode, right: TreeNode, end: number): TreeNode {
    const path = this.pathOf(left);
    if (left.kind === 'parent') this.parents.seek(path, left.slot);
    if (right.kind === 'path') path.steps.push(...right.steps);
    else path.steps.push(asStep(right));
    path.steps = path.steps.map(asName);
    if (path.steps.some((step) => step.keepArray)) path.keepSingleton = true;
    for (const edge of [path.steps[0], path.steps.at(-1)])
      if (edge?.kind === 'array') edge.consArray = true;
    path.end = path.headEnd = end;
    this.parents.resolve(path);
    return path;
  }

  filter(left: TreeNode, expression: TreeNode, span: Span): TreeNode {
    const step = lastStep(left);
    if (step.group) syntaxError('a filter has to stand before the grouping', span.start);
    const stages = (step[left.kind === 'path' ? 'stages' : 'predicates'] ??= []);
    this.parents.passFilter(step, expression);
    stages.push({ kind: 'filter', expression, ...span });
    return extend(left, span.end);
  }

  group(left: TreeNode, group: Group): TreeNode {
    if (left.group) syntaxError('only one grouping can stand behind a path', group.start);
    left.group = group;
    left.end = group.end;
    return left;
  }

  sort(left: TreeNode, terms: SortTerm[], span: Span): TreeNode {
    const path = this.pathOf(left);
    const expressions = terms.map(({ expression }) => expression);
    path.steps.push(this.carrying(span, span.end, { kind: 'sort', terms }, expressions));
    path.end = path.headEnd = span.end;
    this.parents.resolve(path);
    return path;
  }

  focus(left: TreeNode, binding: Binding, at: Span): TreeNode {
    const step = lastStep(left);
    if (step.stages ?? step.predicates)
      syntaxError('"@" has to stand before filters and indexes', at.start);
    if (step.kind === 'sort') syntaxError('"@" can\'t stand behind a sort', at.start);
    step.focus = binding;
    step.tuple = true;
    return extend(left, binding.end);
  }

  index(left: TreeNode, binding: Binding, at: Span): TreeNode {
    const path = this.pathOf(left);
    const step = lastStep(path);
    if (left !== path) {
      if (step.predicates) step.stages = step.predicates;
      delete step.predicates;
    }
    if (step.stages)
      step.stages.push({ kind: 'index', binding, start: at.start, end: binding.end });
    else step.index = binding;
    step.tuple = true;
    return extend(path, binding.end);
  }

  keepArray(left: TreeNode, end: number): TreeNode {
    const step = lastStep(left);
    if (left.kind === 'path' && isFiltered(left)) {
      left.keepSingleton = true;
      step.keepArray = true;
    } else if (isFocusLast(step, left.group)) step.keepArray = true;
    left.keepArray = true;
    return extend(left, end);
  }

  isLambdaWord(node: TreeNode): boolean {
    if (node.kind !== 'path' || !isFiltered(node)) return false;
    const [word] = node.steps;
    if (word?.kind !== 'name' || word.stages) return false;
    return word.value === 'function' || word.value === 'λ';
  }

  /** The variable a node is when nothing hangs on it but `[]`, which jsonata passes over. */
  bindingOf(node: TreeNode): Binding | undefined {
    if (node.kind !== 'variable' || node.predicates || node.group || node.focus) return undefined;
    return { name: node.name, start: node.start, end: node.headEnd };
  }

  finish(root: TreeNode): void {
    this.parents.finish(root);
  }

  private pathOf(node: TreeNode): TreeNodeOf<'path'> {
    return node.kind === 'path' ? node : this.node(node, node.end, { kind: 'path', steps: [node] });
  }
}

/** What a filter or a binding behind a node hangs on. */
function lastStep(node: TreeNode): TreeNode {
  return (node.kind === 'path' && node.steps.at(-1)) || node;
}

/** A node and its last step, reaching up to what now hangs on them. */
function extend(node: TreeNode, end: number): TreeNode {
  const step = lastStep(node);
  step.end = end;
  node.end = end;
  return node;
}

function asStep(node: TreeNode): TreeNode {
  if (node.predicates) node.stages = node.predicates;
  delete node.predicates;
  return node;
}

/** A text in a path names a field; numbers and the like can't. */
function asName(step: TreeNode): TreeNode {
  if (step.kind !== 'literal') return step;
  if (typeof step.value !== 'string')
    syntaxError(`${step.value} can't be a step of a path`, step.start);
  return { ...step, kind: 'name', value: step.value };
}

/** A field alone with filters at most: what `[]` marks as the list to keep. */
function isFiltered({ steps, group }: TreeNodeOf<'path'>): boolean {
  const [step, ...more] = steps;
  if (step?.kind !== 'name' || more.length > 0 || group) return false;
  return !step.focus && !isIndexed(step);
}

function isIndexed({ index, stages }: TreeNode): boolean {
  return index !== undefined || (stages?.some(({ kind }) => kind === 'index') ?? false);
}

/** `@$v` is the last that hangs on a step, filters apart. */
function isFocusLast({ focus, index, stages = [] }: TreeNode, group: Group | undefined): boolean {
  const start = focus?.start ?? -1;
  if (start < (index?.start ?? -1) || start < (group?.start ?? -1)) return false;
  return focus !== undefined && stages.every(({ kind }) => kind !== 'index');
}

function isConsArray(node: TreeNode): boolean {
  return node.consArray ?? (node.kind === 'path' && node.steps[0]?.consArray === true);
}
