import { parseLambda } from './parse-lambda.ts';
import { parsePairs } from './parse-pairs.ts';
import { syntaxError } from './syntax-error.ts';
import type { SyntaxParser } from './syntax-parser.ts';
import type { Token } from './tokens.ts';
import { BINARY_OPERATORS, type Binding, type SortTerm, type TreeNode } from './tree.ts';

type Infix = (parser: SyntaxParser, left: TreeNode, token: Token) => TreeNode;

const LEVELS: [power: number, operators: string[]][] = [
  [80, ['[', '(', '@', '#']],
  [75, ['.']],
  [70, ['{']],
  [60, ['*', '/', '%']],
  [50, ['+', '-', '&']],
  [40, ['=', '<', '>', '!=', '<=', '>=', 'in', '^', '~>', '?:', '??']],
  [30, ['and']],
  [25, ['or']],
  [20, ['?']],
  [10, [':=']],
];
/** How strongly what stands behind an operand binds to it. */
export const POWERS = new Map<string, number>(
  LEVELS.flatMap(([level, operators]) =>
    operators.map((operator): [string, number] => [operator, level]),
  ),
);

const power = (operator: string): number => POWERS.get(operator) ?? 0;

/** What an operator does to the operand before it. */
export const INFIX = new Map<string, Infix>([
  ...BINARY_OPERATORS.map((operator): [string, Infix] => [
    operator,
    (parser, left) => {
      const right = parser.expression(power(operator));
      const parts = { kind: 'binary', operator, left, right } as const;
      return parser.build.carrying(left, parser.end, parts, [left, right]);
    },
  ]),
  ['.', (parser, left) => parser.build.join(left, parser.expression(power('.')), parser.end)],
  ['[', parseFilter],
  ['(', parseCall],
  ['{', parseGroup],
  ['^', parseSort],
  ['@', (parser, left, at) => parser.build.focus(left, parseBinding(parser, at), at)],
  ['#', (parser, left, at) => parser.build.index(left, parseBinding(parser, at), at)],
  [':=', parseBind],
  ['~>', parseApply],
  ['?', parseCondition],
  ['?:', (parser, left) => parseDefault(parser, left, 'elvis')],
  ['??', (parser, left) => parseDefault(parser, left, 'coalesce')],
]);

function parseFilter(parser: SyntaxParser, left: TreeNode, token: Token): TreeNode {
  if (parser.is(']')) {
    parser.take();
    return parser.build.keepArray(left, parser.end);
  }
  const expression = parser.expression(0);
  parser.expect(']', true);
  return parser.build.filter(left, expression, { start: token.start, end: parser.end });
}

function parseCall(parser: SyntaxParser, left: TreeNode): TreeNode {
  const args: TreeNode[] = [];
  while (!parser.is(')') || args.length > 0) {
    args.push(parseArgument(parser));
    if (!parser.is(',')) break;
    parser.take();
  }
  parser.expect(')', true);
  const { build } = parser;
  if (build.isLambdaWord(left)) return parseLambda(parser, left, args);
  const partial = args.some((arg) => arg.kind === 'placeholder');
  const parts = { kind: partial ? 'partial' : 'call', procedure: left, arguments: args } as const;
  return build.carrying(left, parser.end, parts, args);
}

function parseArgument(parser: SyntaxParser): TreeNode {
  if (!parser.is('?')) return parser.expression(0);
  const token = parser.take();
  return parser.build.node(token, token.end, { kind: 'placeholder' });
}

function parseGroup(parser: SyntaxParser, left: TreeNode, token: Token): TreeNode {
  const pairs = parsePairs(parser);
  return parser.build.group(left, { pairs, start: token.start, end: parser.end });
}

function parseSort(parser: SyntaxParser, left: TreeNode, token: Token): TreeNode {
  parser.expect('(');
  const terms: SortTerm[] = [];
  for (;;) {
    const { start } = parser.token;
    const descending = parser.is('>');
    if (descending || parser.is('<')) parser.take();
    const expression = parser.expression(0);
    terms.push({ start, end: parser.end, descending, expression });
    if (!parser.is(',')) break;
    parser.take();
  }
  parser.expect(')');
  return parser.build.sort(left, terms, { start: token.start, end: parser.end });
}

function parseBinding(parser: SyntaxParser, token: Token): Binding {
  const name = parser.expression(80);
  if (name.kind !== 'variable')
    syntaxError(`"${token.text}" needs a variable behind it`, name.start);
  return { name: name.name, start: name.start, end: name.end };
}

function parseBind(parser: SyntaxParser, left: TreeNode, token: Token): TreeNode {
  const binding = parser.build.bindingOf(left);
  if (!binding) syntaxError('only a variable, such as $x, can be given a value', token.start);
  const value = parser.expression(9);
  return parser.build.carrying(left, parser.end, { kind: 'bind', binding, value }, [value]);
}

function parseApply(parser: SyntaxParser, left: TreeNode): TreeNode {
  const right = parser.expression(power('~>'));
  const node = parser.build.node(left, parser.end, { kind: 'apply', left, right });
  if (left.keepArray ?? right.keepArray) node.keepArray = true;
  return node;
}

function parseCondition(parser: SyntaxParser, left: TreeNode): TreeNode {
  const consequent = parser.expression(0);
  let alternate: TreeNode | undefined;
  if (parser.is(':')) {
    parser.take();
    alternate = parser.expression(0);
  }
  const parts = { kind: 'condition', condition: left, consequent, alternate } as const;
  const all = [left, consequent, ...(alternate ? [alternate] : [])];
  return parser.build.carrying(left, parser.end, parts, all);
}

function parseDefault(parser: SyntaxParser, left: TreeNode, kind: 'elvis' | 'coalesce'): TreeNode {
  const right = parser.expression(0);
  return parser.build.carrying(left, parser.end, { kind, left, right }, [left, right]);
}
