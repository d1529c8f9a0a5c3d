import type { AstNode } from './normal-ast.ts';
import type { Pair, Stage, TreeNode } from './tree.ts';

/** A tree as jsonata's own `.ast()` shows the same text; for tests, where that is the judge. */
export function toAst(node: TreeNode): AstNode {
  return {
    ...bare(node),
    predicate: node.predicates?.map(stage),
    stages: node.stages?.map(stage),
    group: node.group && { lhs: pairs(node.group.pairs) },
    focus: node.focus?.name,
    index: node.index?.name,
    keepArray: node.keepArray,
    tuple: node.tuple,
    consarray: node.consArray,
    ancestor: node.ancestor,
  };
}

function stage(at: Stage): AstNode {
  if (at.kind === 'index') return { type: 'index', value: at.binding.name };
  return { type: 'filter', expr: toAst(at.expression) };
}

function pairs(of: Pair[]): AstNode[][] {
  return of.map(({ key, value }) => [toAst(key), toAst(value)]);
}

const variable = (name: string): AstNode => ({ type: 'variable', value: name });

function bare(node: TreeNode): AstNode {
  switch (node.kind) {
    case 'path':
      return {
        type: 'path',
        steps: node.steps.map(toAst),
        keepSingletonArray: node.keepSingleton,
      };
    case 'name':
      return { type: 'name', value: node.value };
    case 'wildcard':
      return { type: 'wildcard', value: '*' };
    case 'descendant':
      return { type: 'descendant', value: '**' };
    case 'parent':
      return { type: 'parent', slot: node.slot };
    case 'variable':
      return variable(node.name);
    case 'literal':
      return { type: literalType(node.value), value: node.value };
    case 'regex':
      return { type: 'regex' };
    case 'placeholder':
      return { type: 'operator', value: '?' };
    case 'transform':
      return {
        type: 'transform',
        pattern: toAst(node.pattern),
        update: toAst(node.update),
        delete: node.remove && toAst(node.remove),
      };
    case 'sort':
      return {
        type: 'sort',
        terms: node.terms.map(({ descending, expression }) => ({
          descending,
          expression: toAst(expression),
        })),
      };
    case 'block':
      return { type: 'block', expressions: node.expressions.map(toAst) };
    case 'lambda':
      return {
        type: 'lambda',
        arguments: node.parameters.map(({ name }) => variable(name)),
        signature: node.signature,
        body: toAst(node.body),
      };
    default:
      return operation(node);
  }
}

function literalType(value: unknown): string {
  return typeof value === 'string' || typeof value === 'number' ? typeof value : 'value';
}

function operation(node: TreeNode): AstNode {
  switch (node.kind) {
    case 'negate':
      return { type: 'unary', value: '-', expression: toAst(node.operand) };
    case 'array':
      return { type: 'unary', value: '[', expressions: node.items.map(toAst) };
    case 'object':
      return { type: 'unary', value: '{', lhs: pairs(node.pairs) };
    case 'binary':
      return binary('binary', node.operator, node);
    case 'range':
      return binary('binary', '..', node);
    case 'apply':
      return binary('apply', '~>', node);
    case 'bind':
      return {
        type: 'bind',
        value: ':=',
        lhs: variable(node.binding.name),
        rhs: toAst(node.value),
      };
    case 'call':
    case 'partial':
      return call(node.kind === 'call' ? 'function' : 'partial', node);
    case 'condition':
      return condition(toAst(node.condition), node.consequent, node.alternate);
    case 'elvis':
      return condition(toAst(node.left), node.left, node.right);
    case 'coalesce':
      return condition(exists(node.left), node.left, node.right);
    default:
      throw new Error(`${node.kind} is no operation`);
  }
}

function binary(
  type: string,
  value: string,
  { left, right }: { left: TreeNode; right: TreeNode },
): AstNode {
  return { type, value, lhs: toAst(left), rhs: toAst(right) };
}

function call(
  type: string,
  { procedure, arguments: args }: { procedure: TreeNode; arguments: TreeNode[] },
): AstNode {
  return { type, value: '(', procedure: toAst(procedure), arguments: args.map(toAst) };
}

function exists(left: TreeNode): AstNode {
  const procedure = variable('exists');
  return { type: 'function', value: '(', procedure, arguments: [toAst(left)] };
}

function condition(test: AstNode, yes: TreeNode, no: TreeNode | undefined): AstNode {
  return { type: 'condition', condition: test, consequent: toAst(yes), alternate: no && toAst(no) };
}
