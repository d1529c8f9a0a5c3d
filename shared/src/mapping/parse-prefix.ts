import { parsePairs } from './parse-pairs.ts';
import { syntaxError } from './syntax-error.ts';
import type { SyntaxParser } from './syntax-parser.ts';
import { nameOf, type Token } from './tokens.ts';
import type { TreeNode } from './tree.ts';

type Prefix = (parser: SyntaxParser, token: Token) => TreeNode;

const word: Prefix = ({ build }, token) => build.field(token, token.text);

/** What an operator means where an operand is expected. */
const PREFIX = new Map<string, Prefix>([
  ['and', word],
  ['or', word],
  ['in', word],
  ['*', ({ build }, token) => build.node(token, token.end, { kind: 'wildcard' })],
  ['**', ({ build }, token) => build.node(token, token.end, { kind: 'descendant' })],
  ['%', ({ build }, token) => build.parent(token)],
  ['-', parseNegate],
  ['(', parseBlock],
  ['[', parseArray],
  ['{', parseObject],
  ['|', parseTransform],
]);

/** The operand that begins with `token`, which has been taken. */
export function parsePrefix(parser: SyntaxParser, token: Token): TreeNode {
  const { build } = parser;
  switch (token.kind) {
    case 'name':
      return build.field(token, token.text);
    case 'variable':
      return build.node(token, token.end, { kind: 'variable', name: token.text });
    case 'regex':
      return build.node(token, token.end, {
        kind: 'regex',
        source: token.text,
        flags: token.flags ?? '',
      });
    case 'string':
    case 'number':
    case 'value':
      return build.node(token, token.end, { kind: 'literal', value: token.value ?? null });
    case 'end':
      return syntaxError('something is missing at the end', token.start);
    case 'operator': {
      const prefix = PREFIX.get(token.text);
      if (prefix) return prefix(parser, token);
      return syntaxError(`${nameOf(token)} can't stand here`, token.start);
    }
  }
}

function parseNegate(parser: SyntaxParser, token: Token): TreeNode {
  return parser.build.negate(token, parser.expression(70));
}

function parseBlock(parser: SyntaxParser, token: Token): TreeNode {
  const expressions: TreeNode[] = [];
  while (!parser.is(')')) {
    expressions.push(parser.expression(0));
    if (!parser.is(';')) break;
    parser.take();
  }
  parser.expect(')', true);
  return parser.build.block(token, parser.end, expressions);
}

function parseArray(parser: SyntaxParser, token: Token): TreeNode {
  const items: TreeNode[] = [];
  while (!parser.is(']') || items.length > 0) {
    items.push(parser.entry(']', () => parseItem(parser)));
    if (!parser.is(',')) break;
    parser.take();
  }
  parser.expect(']', true);
  return parser.build.carrying(token, parser.end, { kind: 'array', items }, items);
}

function parseItem(parser: SyntaxParser): TreeNode {
  const left = parser.expression(0);
  if (!parser.is('..')) return left;
  parser.take();
  const right = parser.expression(0);
  const parts = { kind: 'range', left, right } as const;
  return parser.build.carrying(left, parser.end, parts, [left, right]);
}

function parseObject(parser: SyntaxParser, token: Token): TreeNode {
  const pairs = parsePairs(parser);
  const parts = pairs.flatMap(({ key, value }) => [key, value]);
  return parser.build.carrying(token, parser.end, { kind: 'object', pairs }, parts);
}

function parseTransform(parser: SyntaxParser, token: Token): TreeNode {
  const pattern = parser.expression(0);
  parser.expect('|');
  const update = parser.expression(0);
  let remove: TreeNode | undefined;
  if (parser.is(',')) {
    parser.take();
    remove = parser.expression(0);
  }
  parser.expect('|');
  return parser.build.node(token, parser.end, { kind: 'transform', pattern, update, remove });
}
